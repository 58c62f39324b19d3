import { goneCard } from '../../cards/draft/notice.ts'
import {
  askBuddyCard,
  askedBuddyLine,
  buddyAskedCard,
  buddyLine,
  buddyNoCard,
  buddyOfferCard,
  buddyToldCard,
  buddyYesCard,
} from '../../cards/intentions/buddy.ts'
import { buddyWords } from '../../cards/intentions/buddy-words.ts'
import { commands, on } from '../../cards/kit/commands.ts'
import type { Language, PersonId } from '../../services/core/ports.ts'
import { shownName } from '../../services/core/text/names.ts'
import { type Asking, BUDDY, type Buddies, type Buddy } from '../../services/intentions/buddies.ts'
import type { Intentions } from '../../services/intentions/intentions.ts'
import { AskBuddyInput, BuddyInput } from '../../services/intentions/schema.ts'
import { type Feature, notYours, phrases, press, type Reply, sends, type Turn } from '../turn.ts'

export interface BuddyNeeds {
  service: Buddies
  intentions: Pick<Intentions, 'open'>
  colleague(reader: { tenant: string; language: Language }, person: PersonId): Promise<{ name: string; team: string }>
}

type Given = { name: string; words: string }

/** A colleague who thinks along: asked by a card that shows what was typed to them, free to say no, and told nothing of the result. */
export function buddyFeature({ service, intentions, colleague }: BuddyNeeds) {
  function told({ language }: Turn, intention: string, { name, words }: Given, outcome: Asking): Reply {
    if (outcome.kind === 'asked') return { card: buddyAskedCard(language) }
    if (outcome.kind === 'gone') return { card: goneCard(language) }
    const view = { language, intention, name, words }
    if (outcome.kind === 'several') return { card: askBuddyCard({ ...view, problem: { names: outcome.names } }) }
    if (outcome.kind === 'nobody' || outcome.kind === 'not-to-ask' || outcome.kind === 'enough')
      return { card: askBuddyCard({ ...view, problem: outcome.kind }) }
    const to = shownName(outcome.person)
    if (outcome.kind === 'check')
      return { card: askBuddyCard({ ...view, to, words: outcome.checked.text, checked: outcome.checked }) }
    return { card: askBuddyCard({ ...view, to, problem: outcome.kind }) }
  }

  async function ask(turn: Turn, intention: string, given: Given, isSeen = false): Promise<Reply> {
    const of = { tenant: turn.tenant, person: turn.person, turn: turn.id }
    return told(turn, intention, given, await service.ask(of, intention, { ...given, isSeen }))
  }

  /** A name was typed with an intention: what is sent to that colleague is asked next. */
  async function begun(turn: Turn, intention: string, name: string): Promise<Reply> {
    const found = await service.called(turn, name)
    if (found.kind === 'one')
      return { card: askBuddyCard({ language: turn.language, intention, name, to: shownName(found.person) }) }
    return told(turn, intention, { name, words: '' }, found)
  }

  const offered = async (reader: { tenant: string; language: Language }, buddy: Buddy) =>
    buddyOfferCard(reader.language, buddy, await colleague(reader, buddy.asker))

  async function answered(turn: Turn, id: string, state: 'yes' | 'no'): Promise<Reply> {
    const buddy = await service.answer(turn, id, state)
    if (!buddy) return open(turn, id)
    const { language } = turn
    return {
      card: state === 'no' ? buddyNoCard(language) : buddyYesCard(language, (await colleague(turn, buddy.asker)).name),
    }
  }

  async function open(turn: Turn, id: string): Promise<Reply> {
    const buddy = await service.get(turn, id)
    if (!buddy) return notYours(turn)
    if (buddy.state === 'asked') return { card: await offered(turn, buddy) }
    if (buddy.state === 'no') return { card: buddyNoCard(turn.language) }
    return { card: buddyYesCard(turn.language, (await colleague(turn, buddy.asker)).name) }
  }

  const newest = (state: 'yes' | 'no') => async (turn: Turn) => {
    const asked = (await service.all(turn)).filter((one) => one.state === 'asked').at(-1)
    return asked && answered(turn, asked.id, state)
  }

  const feature: Feature = {
    name: BUDDY,
    share: 'offer',
    said: phrases(
      on(
        commands.askBuddy,
        sends(async (turn, rest) => {
          const [name = '', ...words] = rest.split(':')
          const intention = (await intentions.open(turn)).at(-1)
          return intention && ask(turn, intention.id, { name, words: words.join(':') })
        }),
      ),
      on(commands.thinkAlong, newest('yes')),
      on(commands.thinkNotAlong, newest('no')),
    ),
    pressed: {
      'buddy.ask': press(
        AskBuddyInput,
        (turn, { intention, seen, ...given }) => ask(turn, intention, given, seen === 'true'),
        ({ words }) => words,
      ),
      'buddy.open': press(BuddyInput, (turn, { buddy }) => open(turn, buddy)),
      'buddy.yes': press(BuddyInput, (turn, { buddy }) => answered(turn, buddy, 'yes')),
      'buddy.no': press(BuddyInput, (turn, { buddy }) => answered(turn, buddy, 'no')),
    },

    async running(reader) {
      const mine = (await intentions.open(reader)).map(async (intention) => {
        const buddy = await service.ofIntention(reader, intention)
        if (!buddy || buddy.state === 'no') return []
        const holder = buddy.state === 'yes' ? (await colleague(reader, buddy.person)).name : undefined
        return [askedBuddyLine(reader.language, intention, { holder, until: service.until(buddy) })]
      })
      const asked = (await service.all(reader)).filter(service.runs).map(async (buddy) => {
        const { name } = await colleague(reader, buddy.asker)
        return [buddyLine(reader.language, buddy, { until: service.until(buddy), asker: name })]
      })
      return (await Promise.all([...mine, ...asked])).flat()
    },

    async render({ tenant, person, about }, { language }) {
      const reader = { tenant, person, language }
      if (about.asked) {
        const buddy = await service.get(reader, about.asked)
        return buddy?.state === 'asked' ? offered(reader, buddy) : undefined
      }
      const intention = (await intentions.open(reader)).find(({ buddy }) => buddy?.id === about.yes)
      const buddy = intention && (await service.ofIntention(reader, intention))
      return buddy && buddyToldCard(language, (await colleague(reader, buddy.person)).name)
    },

    reminder: (language) => buddyWords(language).reminder,
    export: {
      thoughtAlong: service.export,
    },
    forget: service.forget,
  }
  return { feature, begun }
}
