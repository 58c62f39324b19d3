import assert from 'node:assert/strict'
import type { Card } from '../../cards/kit/card.ts'
import { memoryStore } from '../../services/adapters/memory/store.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import { hmacSecrets } from '../../services/adapters/system/secrets.ts'
import { pulseCollections } from '../../services/pulse/collections.ts'
import { hiding } from '../../services/pulse/reading/hidden-quotes.ts'
import { interrupted } from '../delivery/interrupted.ts'
import { type House, read, TENANT } from '../house.ts'
import { asked, decisionsOf, NIET, REPLY } from '../pulse/answer/answers.ts'
import { answering, employCouncil, FRIDAY, openTown, PUBLISHED, pulsesOf, QUOTES } from '../pulse/town.ts'

const [HURTS = ''] = QUOTES
const RESTS = /Eén of meer citaten rusten na een melding/

async function withDecider(house: House) {
  await employCouncil(house)
  await house.app.pulse.policies.choose(TENANT, { decides: 'works-council' })
}

/** Somebody reports the quote that hurts, among those that they saw last. */
async function reports(house: House, by: string) {
  const asked = await house.say(by, 'meld dit')
  const choices = (asked.body.find(({ id }) => id === 'quote')?.choices ?? []) as { title: string; value: string }[]
  const mark = choices.find(({ title }) => title.includes(HURTS.slice(0, 20)))?.value
  return house.press(by, asked, 'Meld en verberg', { quote: mark ?? assert.fail(read(asked)), reason: 'hurts' })
}

/** A pulse came, and its manager reports a quote before anything else. */
async function reportedFirst() {
  const { house } = await asked()
  await withDecider(house)
  const done = await reports(house, 'petra')
  return { house, done }
}

/** Its manager answers all of it. */
async function answers(house: House) {
  let card = await house.press('petra', await house.say('petra', 'leerpuls'), 'Geef antwoord')
  for (let given: Record<string, string> = { reason: REPLY }; hasNext(card); given = NIET)
    card = await house.press('petra', card, 'Verder', given)
  await house.press('petra', card, 'Verstuur naar je team')
  await house.settle()
  return card
}

const hasNext = (card: Card) => card.actions.some(({ title }) => title === 'Verder')
const pulseOf = async (house: House) => read(await house.say('petra', 'leerpuls'))
const answerTo = (house: House, person: string) => decisionsOf(house, person).map(read).join()

describe('a report by a reader of the pulse (R20, A50)', () => {
  it('hides the quote for that reader alone: the block reads it with the answer, and nobody silences anything', async () => {
    const { house, done } = await reportedFirst()
    assert.match(read(done), /Voor jou verborgen[\s\S]*Je team blijft het zien/)
    const pulse = await pulseOf(house)
    assert.ok(!pulse.includes(HURTS) && RESTS.test(pulse) && pulse.includes(QUOTES[1] ?? ''), pulse)
    const preview = await answers(house)
    for (const seen of [read(preview), answerTo(house, 'petra')])
      assert.ok(!seen.includes(HURTS) && (seen === '' || RESTS.test(seen)), seen)
    for (const person of ['jeugd-05', 'jeugd-10']) {
      const seen = answerTo(house, person)
      assert.ok(seen.includes(HURTS) && !RESTS.test(seen), seen)
    }
  })

  it('is decided on as any: taken away it is gone for everybody, put back the reader sees it again', async () => {
    for (const [title, stays] of [
      ['Haal weg', false],
      ['Zet terug', true],
    ] as const) {
      const { house } = await reportedFirst()
      await house.press('olga', await house.say('olga', 'meldingen'), title)
      await answers(house)
      for (const seen of [await pulseOf(house), answerTo(house, 'jeugd-05')]) {
        assert.equal(seen.includes(HURTS), stays, `${title}: ${seen}`)
        assert.doesNotMatch(seen, RESTS)
      }
    }
  })

  it('hides it for all as soon as the block reports it too, until somebody decides', async () => {
    const { house } = await reportedFirst()
    await answers(house)
    assert.match(read(await reports(house, 'jeugd-05')), /Verborgen voor wie het nog niet las/)
    assert.ok(!read(await house.say('jeugd-10', 'meld dit')).includes(HURTS.slice(0, 20)))
    assert.doesNotMatch(JSON.stringify((await pulsesOf(house)).map(({ quotes }) => quotes)), new RegExp(HURTS))
    await house.press('olga', await house.say('olga', 'meldingen'), 'Zet terug')
    assert.ok((await pulseOf(house)).includes(HURTS))
    assert.ok(read(await house.say('jeugd-10', 'meld dit')).includes(HURTS.slice(0, 20)))
  })

  it('A50, control: hidden for everybody, as a manager could by the old rule, the answer card has only the sentence', async () => {
    const { house } = await reportedFirst()
    const [pulse] = await pulsesOf(house)
    const hidden = hiding({
      kept: pulseCollections(house.store),
      secrets: hmacSecrets('a key for tests'),
      audience: house.app.pulse.audience,
    })
    await hidden.takeAway(TENANT, pulse?.id ?? '', pulse?.resting?.[0]?.quote ?? '')
    await answers(house)
    const seen = answerTo(house, 'jeugd-05')
    assert.ok(!seen.includes(HURTS) && RESTS.test(seen), seen)
  })
})

describe('a pulse before somebody can decide about reports (R20)', () => {
  const came = async (decider: boolean) => {
    const house = await openTown({ reportsCountAsDecided: false })
    if (decider) await withDecider(house)
    await answering(house)
    await house.until(PUBLISHED)
    return (await pulsesOf(house)).some(({ state }) => state === 'published')
  }

  it('does not come', async () => assert.equal(await came(false), false))
  it('comes with somebody who decides', async () => assert.equal(await came(true), true))
})

describe('a quote that is taken back while its block is being published (R24, A53)', () => {
  /** Its author takes it back when the block is written, or just before the quotes are looked at once more. */
  async function withdrawn(at: 'first' | 'never') {
    let isDone = at === 'never'
    const state: { house?: House } = {}
    const kept = memoryStore({ clock: { now: () => state.house?.now ?? FRIDAY }, random: systemRandom })
    const store = interrupted(kept, {
      async before(collection, verb, doc) {
        const isWritten = collection === 'pulses' && verb === 'put' && (doc as { state?: string }).state === 'published'
        if (isDone || !isWritten || !state.house) return
        isDone = true
        await state.house.say('jeugd-00', 'alleen voor mij')
      },
    })
    const house = await openTown({ store })
    state.house = house
    await answering(house)
    await house.until(PUBLISHED)
    return { house, quotes: (await pulsesOf(house)).flatMap(({ quotes }) => quotes.map(({ text }) => text)) }
  }

  it('is on no pulse, and nobody was ever told of it', async () => {
    const { house, quotes } = await withdrawn('first')
    assert.ok(!quotes.includes(HURTS) && quotes.includes(QUOTES[1] ?? ''), quotes.join())
    assert.ok(house.sentTo('petra').every((card) => !read(card).includes(HURTS)))
    assert.deepEqual(decisionsOf(house, 'jeugd-05'), [])
  })

  it('stands there when nobody takes it back: the control', async () => {
    assert.ok((await withdrawn('never')).quotes.includes(HURTS))
  })
})
