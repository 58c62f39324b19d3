import assert from 'node:assert/strict'
import type { Card } from '../../cards/kit/card.ts'
import type { Doc } from '../../services/core/ports.ts'
import { TENANT } from '../edge/channel.ts'
import { button, filledIn, read } from '../house.ts'
import { everyone, staff, twoServices } from './town.ts'

const TEXT = 'Eerst bellen, dan pas het dossier lezen.'
const QUESTION = /meest leerzame moment/
const [anna = '', bram = '', carla = ''] = staff

describe('two services on one Cosmos-compatible server', () => {
  let town: Awaited<ReturnType<typeof twoServices>>

  before(async () => {
    town = await twoServices()
    // A person who comes in by the one door is known at the other.
    for (const [n, person] of everyone.entries()) await town.send(n % 2, town.installs(person))
  })
  after(() => town?.close())

  /** The newest card in this person's chat on which this can be read, once it is there. */
  async function cardTo(person: string, words: RegExp): Promise<Card> {
    for (let tries = 0; tries < 300; tries++) {
      const found = cardsTo(person).findLast((card) => words.test(read(card)))
      if (found) return found
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    throw new Error(`nobody sent ${words}`)
  }
  const cardsTo = (person: string) =>
    town
      .sentTo(person)
      .flatMap(({ body }) => (body.attachments as { content: Card }[] | undefined)?.map(contentOf) ?? [])
  const contentOf = ({ content }: { content: Card }) => content

  const pressed = (person: string, card: Card, title: string, inputs: Record<string, string> = {}) => {
    const { verb, data } = button(card, title)
    return town.presses(person, verb, { ...data, ...filledIn(card), ...inputs })
  }

  it('case 18: an answer that is brought to both at once is kept once', async () => {
    await town.send(0, town.says(anna, 'vraag'))
    const question = await cardTo(anna, QUESTION)
    const answers = await town.sendBoth(pressed(anna, question, 'Bewaar', { text: TEXT, how: 'collega' }))
    for (const { body } of answers) assert.match(read(body.value), /Bewaard. Alleen jij kunt dit lezen/)
    const moments = await town.kept<Doc & { text: string; revision: number }>('moments', 'person')
    assert.deepEqual(
      moments.map(({ text, revision }) => [text, revision]),
      [[TEXT, 1]],
    )
  })

  it('case 18: a question that is brought to both at once is one question, and one colleague is asked once', async () => {
    const asked = town.says(anna, 'wie weet iets van parkeervergunningen?')
    await town.sendBoth(asked)
    const card = await cardTo(anna, /parkeervergunningen/)
    const [checked] = await town.sendBoth(pressed(anna, card, 'Kies voor mij'))
    await town.sendBoth(pressed(anna, checked?.body.value as Card, 'Verstuur'))
    assert.equal((await town.kept('asks', 'person')).length, 1)
    const [offer, ...more] = await town.kept<Doc & { person: string }>('offers', 'person')
    assert.deepEqual(more, [])
    await cardTo(offer?.person ?? '', /helpen\?/)
    await settled()
    const offers = staff.flatMap(cardsTo).filter((one) => /Kun jij .* helpen\?/.test(read(one)))
    assert.equal(offers.length, 1)
  })

  it('what a person chooses at the one holds at the other at once', async () => {
    for (let round = 0; round < 5; round++) {
      await town.send(round % 2, town.says(bram, 'engels'))
      const before = cardsTo(bram).length
      await town.send((round + 1) % 2, town.says(bram, 'help'))
      assert.match(read(cardsTo(bram).at(-1) ?? assert.fail()), /What can you do/)
      assert.ok(cardsTo(bram).length > before)
      await town.send(round % 2, town.says(bram, 'nederlands'))
    }
  })

  it('case 68: a question to everybody goes out once to each, no matter which of the two sends it', async () => {
    await town.leermoment('round', 'start', '--tenant', TENANT, '--prompt', 'leerzaam-moment', '--now')
    const others = everyone.filter((person) => person !== anna)
    for (const person of others) await cardTo(person, QUESTION)
    await settled()
    for (const person of others) {
      const questions = cardsTo(person).filter((card) => QUESTION.test(read(card)))
      assert.equal(questions.length, 1)
    }
  })

  it('and when one is killed the other goes on with what was kept', async () => {
    await town.services[0]?.kill()
    await town.send(1, town.says(carla, 'vraag'))
    await town.send(1, town.says(anna, 'mijn momenten'))
    assert.match(read(await cardTo(anna, /Mijn momenten/)), new RegExp(TEXT))
  })

  /** Several beats of both clockworks: what would go out twice has gone out by then. */
  const settled = () => new Promise((resolve) => setTimeout(resolve, 1500))
})
