import assert from 'node:assert/strict'
import { memoryStore } from '../../../services/adapters/memory/store.ts'
import { systemRandom } from '../../../services/adapters/system/random.ts'
import { hmacSecrets } from '../../../services/adapters/system/secrets.ts'
import { answerCollections } from '../../../services/pulse/answer/collections.ts'
import { decisions } from '../../../services/pulse/answer/decisions.ts'
import type { AnsweredPoint, Decision } from '../../../services/pulse/answer/documents.ts'
import { House, read, TENANT } from '../../house.ts'
import { answering, FRIDAY, LEAST, openTown, PUBLISHED, pulsesOf, QUOTES } from '../town.ts'
import { DOEN, decisionsOf, NIET } from './answers.ts'

const HEARS = '2027-01-12'
const HOW = { kind: 'how', words: 'in het werk' } as const

const { hashOf } = decisions({
  kept: answerCollections(memoryStore({ clock: { now: () => FRIDAY }, random: systemRandom })),
  clock: { now: () => FRIDAY },
  secrets: hmacSecrets('a key for tests'),
  audience: { markOf: () => '' },
})

/** A pulse whose answer is as 0.1.0 kept it: the quotes are its first point, with a verdict. */
async function olderTown(points: AnsweredPoint[], isSent: boolean) {
  let house: House | undefined
  const raw = memoryStore({ clock: { now: () => house?.now ?? FRIDAY }, random: systemRandom })
  house = await openTown({ store: raw })
  await answering(house)
  await house.until(PUBLISHED)
  const kept = answerCollections(raw)
  const pulse = (await pulsesOf(house)).find(({ state }) => state === 'published') ?? assert.fail()
  const lies = (await kept.responses.get({ tenant: TENANT, id: pulse.id })) ?? assert.fail()
  // 0.1.0 stamped the first form, which is as if nothing were stamped.
  const { version: _, ...response } = lies as typeof lies & { version?: number }
  const { window, to, units, readers, lead = '' } = pulse
  const id = `${pulse.id}.1`
  const decided: Decision['points'] = points.flatMap(({ point, noted }) => (noted ? [{ point, noted }] : []))
  await kept.responses.put({
    ...response,
    points,
    next: '0000',
    ...(isSent && { sent: 1, undelivered: [id], sentAs: [{ of: id, points: decided }] }),
  })
  if (isSent)
    await kept.decisions.put({
      tenant: TENANT,
      id,
      pulse: pulse.id,
      window,
      to,
      units,
      readers,
      by: lead,
      at: house.now.toISOString(),
      points: decided,
      hash: hashOf(pulse.id, decided),
    })
  const next = new House({ store: raw, at: house.now, draws: LEAST })
  await next.app.agenda.wake(TENANT, 'responses', next.now)
  await next.settle()
  return next
}

describe('response: what 0.1.0 kept', () => {
  it('a verdict on the quotes that was sent is shown as it was sent, to the block and to an author', async () => {
    const doen = { decision: 'doen' as const, reason: DOEN.reason, hears: HEARS }
    const house = await olderTown(
      [
        { point: { kind: 'words' }, state: 'doen', noted: doen },
        { point: HOW, state: 'niet', noted: { decision: 'niet', reason: NIET.reason } },
      ],
      true,
    )
    const card = read(decisionsOf(house, 'jeugd-05')[0] ?? assert.fail())
    assert.match(
      card,
      /Jullie woorden[\s\S]*We doen dit\.\s+Eén ochtend per week[\s\S]*Wat jullie aankruisten[\s\S]*We doen dit niet\./,
    )
    assert.doesNotMatch(card, /is veranderd nadat/)
    assert.ok(QUOTES.every((text) => card.includes(text)))
    const own = read(await house.say('jeugd-00', 'mijn citaat'))
    assert.match(own, /We doen dit\.\s+Eén ochtend per week/)
    assert.ok(!own.includes(NIET.reason))
  })

  it('and what came of its promise can be told, without a quote beside it', async () => {
    const doen = { decision: 'doen' as const, reason: DOEN.reason, hears: HEARS }
    const house = await olderTown([{ point: { kind: 'words' }, state: 'doen', noted: doen }], true)
    await house.until(`${HEARS}T12:00Z`)
    const card = await house.say('petra', 'reageer')
    assert.match(read(card), /Hoe staat het ermee\?/)
    const done = { decision: 'gedaan', reason: 'De telefoon is op dinsdag uit.', hears: '' }
    const preview = await house.press('petra', card, 'Verder', done)
    assert.match(read(preview), /Dit is gedaan\./)
    assert.ok(!QUOTES.some((text) => read(preview).includes(text)))
    await house.press('petra', preview, 'Verstuur naar je team')
  })

  it('a verdict that was only noted is not sent: an answer in words is asked for, with what was written', async () => {
    const noted = { decision: 'doen' as const, reason: DOEN.reason, hears: HEARS }
    const house = await olderTown(
      [
        { point: { kind: 'words' }, state: 'noted', noted },
        { point: HOW, state: 'noted', noted: { decision: 'niet', reason: NIET.reason } },
      ],
      false,
    )
    const card = await house.say('petra', 'reageer')
    assert.ok(read(card).includes(DOEN.reason) && !/We doen dit/.test(read(card)))
    const preview = await house.press('petra', card, 'Verder')
    assert.match(read(preview), /Voorbeeld[\s\S]*Eén ochtend per week[\s\S]*We doen dit niet\./)
    assert.doesNotMatch(read(preview), /We doen dit\.\s+Eén/)
  })
})
