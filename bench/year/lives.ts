import type { Card } from '../../cards/kit/card.ts'
import { pressesOf } from '../../cards/kit/presses.ts'
import type { PersonId } from '../../services/core/ports.ts'
import { RESULTS } from '../../services/intentions/schema.ts'
import { type Dice, dice } from '../dice.ts'
import { SUBJECTS } from '../subjects.ts'
import type { YearTown } from './town.ts'

/** How often people do what they can do: of those who are asked, or in a week. */
const ANSWERS = 0.45
const ASKS = 0.03
const INTENDS = 0.15
const NAMES_A_BUDDY = 0.2
const CHECKS = 0.6
const HELPS = 0.6

const has = (card: Card, verb: string) => pressesOf(card).some((action) => action.verb === verb)

/** What people of this town do with what reaches them, and by themselves: the same for the same seed. */
export function lives(town: YearTown, seed: number) {
  const luck = dice(seed)
  const about = () => `${luck.pick(SUBJECTS)} en ${luck.pick(SUBJECTS)}`
  let seen = 0
  let turn = 0

  async function intends(person: PersonId, saved: Card | undefined) {
    turn += 1
    const form = await town.press(person, saved, 'intention.begin')
    const inputs = { text: `Eerst bellen over ${about()}, keer ${turn}` }
    const buddy = luck.chance(NAMES_A_BUDDY) ? colleagueOf(luck, town, person) : ''
    const next = await town.press(person, form, 'intention.keep', { ...inputs, buddy })
    await town.press(person, next, 'buddy.ask', { name: buddy, words: `Denk je met me mee over ${about()}?` })
  }

  async function answers(person: PersonId, card: Card) {
    if (!luck.chance(ANSWERS)) return
    turn += 1
    const sharing = luck.pick(['self', 'self', 'pulse', 'colleagues'])
    const text = `Ik leerde iets over ${about()}: vraag het eerst na, keer ${turn}.`
    const saved = await town.press(person, card, 'reflection.answer', { text, sharing })
    const kept = (await town.press(person, saved, 'reflection.consent')) ?? saved
    if (luck.chance(INTENDS)) await intends(person, kept)
  }

  async function helps(person: PersonId, card: Card) {
    if (!luck.chance(HELPS)) return void (await town.press(person, card, 'offer.decline'))
    const reply = await town.press(person, card, 'offer.accept')
    const sent = await town.press(person, reply, 'offer.reply', { text: 'Bel eerst met de balie, die weten het.' })
    await town.press(person, sent, 'offer.reply-checked')
  }

  async function react(person: PersonId, card: Card) {
    if (has(card, 'reflection.answer')) return answers(person, card)
    if (has(card, 'offer.accept')) return helps(person, card)
    if (has(card, 'buddy.yes'))
      return void (await town.press(person, card, luck.chance(HELPS) ? 'buddy.yes' : 'buddy.no'))
    if (has(card, 'ask.helped')) return void (await town.press(person, card, 'ask.helped', { keep: 'true' }))
    if (!has(card, 'intention.check') || !luck.chance(CHECKS)) return
    await town.press(person, card, 'intention.check', { result: luck.pick(RESULTS) })
  }

  return {
    /** What came since the last time is answered, or left. */
    async day() {
      const came = town.arrived.slice(seen)
      seen = town.arrived.length
      for (const { to, content } of came) if (typeof content !== 'string') await react(to, content)
    },

    /** Some have a question. */
    async week() {
      for (const { id } of town.people) {
        if (!luck.chance(ASKS)) continue
        const looking = await town.say(id, `wie weet iets van ${about()}?`)
        const check = await town.press(id, looking, 'ask.choose')
        await town.press(id, check, 'ask.send')
      }
    },
  }
}

const colleagueOf = (luck: Dice, { people }: YearTown, person: PersonId): string => {
  const found = luck.pick(people)
  return found.id === person || found.manages ? '' : found.name
}
