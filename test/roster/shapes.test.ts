import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { operator } from './operator.ts'

const SHAPES = new URL('shapes/', import.meta.url)
type Expected = { refused: string[] } | { people: number; says: string[]; names?: string[]; silent?: string }
const expected: Record<string, Expected> = JSON.parse(await readFile(new URL('expected.json', SHAPES), 'utf8'))

describe('roster: files of other shapes', () => {
  for (const [name, right] of Object.entries(expected)) {
    it(name, async () => {
      const one = await operator()
      const { code, out, err } = await one.types('import', fileURLToPath(new URL(name, SHAPES)))
      const says = 'refused' in right ? right.refused : right.says
      const heard = `${out}${err}`.toLowerCase()
      for (const words of says) assert.ok(heard.includes(words.toLowerCase()), `${words} is not in: ${out}${err}`)
      if ('silent' in right && right.silent) assert.ok(!heard.includes(right.silent), heard)
      const people = await one.everybody()
      assert.equal(code, 'refused' in right ? 1 : 0, err)
      assert.equal(people.length, 'refused' in right ? 0 : right.people)
      for (const person of ('names' in right && right.names) || [])
        assert.ok(
          people.some((one) => one.name === person),
          person,
        )
    })
  }
})
