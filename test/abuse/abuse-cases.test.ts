import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { describe, it } from 'mocha'
import { type AbuseCase, HELD, NOT_HELD } from './abuse-cases.ts'

const CASES = 80
const HERE = new URL('../', import.meta.url)

/** What is wrong with a case: its test is gone, or has no such title any more. */
function wrongWith(number: number, { heldBy, title }: AbuseCase): string[] {
  const file = ['.test.ts', '.long.test.ts'].map((end) => new URL(heldBy + end, HERE)).find((url) => existsSync(url))
  if (!file) return [`${number}: ${heldBy} is gone`]
  const text = readFileSync(file, 'utf8')
  const isThere = title ? text.includes(title) : numbersIn(text).has(number)
  return isThere ? [] : [`${number}: ${heldBy} has no ${title ?? 'test with its number'}`]
}

/** `case 05`, and `cases 02-06`. */
const numbersIn = (text: string) =>
  new Set(
    [...text.matchAll(/\bcases? (\d\d)(?:-(\d\d))?/g)].flatMap(([, from, to = from]) =>
      Array.from({ length: Number(to) - Number(from) + 1 }, (_, place) => Number(from) + place),
    ),
  )

describe('the abuse cases', () => {
  it('are each held by a test that is there, or say why not', () => {
    const numbers = [...Object.keys(HELD), ...Object.keys(NOT_HELD)].map(Number).toSorted((a, b) => a - b)
    assert.deepEqual(
      numbers,
      Array.from({ length: CASES }, (_, place) => place + 1),
    )
    assert.ok(Object.keys(NOT_HELD).length <= 5)
    assert.deepEqual(
      Object.entries(HELD).flatMap(([number, one]) => wrongWith(Number(number), one)),
      [],
    )
  })

  it('and one that is not is seen', () => {
    assert.deepEqual(wrongWith(1, { what: '', heldBy: 'edge/gates' }), ['1: edge/gates is gone'])
    assert.deepEqual(wrongWith(80, { what: '', heldBy: 'edge/gate' }), ['80: edge/gate has no test with its number'])
    assert.deepEqual(wrongWith(1, { what: '', heldBy: 'edge/gate', title: 'nowhere at all' }), [
      '1: edge/gate has no nowhere at all',
    ])
  })
})
