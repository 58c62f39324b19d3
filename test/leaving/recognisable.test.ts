import assert from 'node:assert/strict'
import { analysis, familiar } from '../../bot/texts.ts'
import { libphonenumber } from '../../services/adapters/phone-numbers/libphonenumber.ts'
import { partsOfName } from '../../services/core/text/names.ts'
import type { SignKind } from '../../services/core/text/signs.ts'
import { type Surroundings, signsIn } from '../../services/leaving/signs-in.ts'
import { ORDINARY, POINTING, ROSTER } from './recognition-cases.ts'

const LEAST = { recall: 0.95, precision: 0.9 }

describe('reflection: by what somebody may be recognised', () => {
  let around: Surroundings
  before(async () => {
    const parts = new Set(ROSTER.flatMap((name) => [...partsOfName(name)]))
    around = {
      isOnRoster: (part) => parts.has(part),
      isFamiliar: await familiar(),
      isWord: (await analysis()).exists,
      phones: await libphonenumber(),
    }
  })

  const seenIn = (text: string) =>
    signsIn(text, around).map(({ kind, from, to }) => ({ kind, words: text.slice(from, to) }))

  const isFound = (text: string, kind: SignKind, words: string) =>
    seenIn(text).some((one) => one.kind === kind && (one.words.includes(words) || words.includes(one.words)))

  it('A21: nearly all of what points at somebody is seen, and hardly anything else is', () => {
    const wanted = POINTING.flatMap(([text, signs]) =>
      Object.entries(signs).flatMap(([kind, all]) => all.map((words) => ({ text, kind: kind as SignKind, words }))),
    )
    const missed = wanted.filter(({ text, kind, words }) => !isFound(text, kind, words))
    const alarms = ORDINARY.filter((text) => seenIn(text).length > 0)
    const recall = 1 - missed.length / wanted.length
    const precision = 1 - alarms.length / ORDINARY.length
    const told = `recall ${recall.toFixed(3)} of ${wanted.length}, quiet ${precision.toFixed(3)} of ${ORDINARY.length}`
    assert.ok(
      recall >= LEAST.recall && precision >= LEAST.precision,
      `${told}: ${JSON.stringify({ missed, alarms: alarms.map((text) => [text, seenIn(text)]) })}`,
    )
  })

  it('says one thing of a place, in the order of the text, and finds nothing in nothing', () => {
    const text = 'Mail Sanne op s.bakker@voorbeeld.example, of bel 06-12345678 over zaak Z/2026/004512.'
    assert.deepEqual(
      seenIn(text).map(({ kind }) => kind),
      ['name', 'email', 'phone', 'case'],
    )
    assert.deepEqual(seenIn(''), [])
  })

  it('is done with a hostile text at once', () => {
    for (const part of ['a', 'Aa ', '1', 'A-', 'als de ', '\u0130', 'Aweg ', '0 ']) signsIn(part.repeat(1000), around)
  })
})
