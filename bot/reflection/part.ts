import type { CareService } from '../../services/care/care.ts'
import { shareSentence } from '../../services/core/text/same-sentence.ts'
import { days, instant, later } from '../../services/core/time.ts'
import type { Rounds } from '../../services/delivery/rounds/rounds.ts'
import type { Drafts } from '../../services/draft/drafts.ts'
import type { Shelf } from '../../services/prompts/documents.ts'
import type { PulseService } from '../../services/pulse/pulse.ts'
import { type Reflection, reflection } from '../../services/reflection/reflection.ts'
import type { Ground } from '../ground.ts'
import type { KnowledgePart } from '../knowledge/part.ts'
import type { LeavingPart } from '../leaving/part.ts'
import { reader } from '../texts.ts'
import { momentRoutes } from './api.me.ts'
import { reflectionFeature } from './feature.ts'
import type { ReflectionNeeds as FeatureNeeds } from './needs.ts'
import { type Questions, questions } from './weekly-question.ts'

/** So many items that are most like a text are looked at for the same sentence. */
const NEAREST = 10
/** Among so many there is something that a colleague shared. */
const REWARDS = 5
/** A window, one that tells no list, two in which a quote may wait, and the eight weeks that it is shown; and some more. */
const QUOTED_MS = days(7 * 32)

export interface ReflectionNeeds extends Pick<FeatureNeeds, 'adviserOf' | 'before' | 'ask' | 'update'> {
  drafts: Drafts
  shelf: Shelf
  rounds: Rounds
  knowing: KnowledgePart
  leaving: LeavingPart
  leerpuls: PulseService
  caring: Pick<CareService, 'fateOf'>
}

/** The weekly question, and what people answer. */
export function reflectionPart(
  ground: Ground,
  { drafts, shelf, rounds, knowing, leaving, leerpuls, caring, adviserOf, before, ask, update }: ReflectionNeeds,
) {
  const { clock, choices, stands } = ground
  const questionIn = async (tenant: string, prompt: { id: string; version: number }) => {
    const { nl, en } = await shelf.wordingOf(tenant, prompt)
    return { nl: nl.question, en: en.question }
  }
  const asked = questions({
    rounds,
    isJournalOnly: shelf.isJournalOnly,
    isAnswered: async (tenant, person, id) => (await service.of({ tenant, person }, id)) !== undefined,
  })
  const service = reflectionOf(ground, { drafts, knowing, leaving, leerpuls }, asked.of)
  return {
    service,
    ...reflectionFeature({
      routes: {
        me: momentRoutes({ reflection: service, languageOf: stands.languageOf, questionIn }),
      },
      languageOf: stands.languageOf,
      questionIn,
      update,
      service,
      clock,
      questionOf: asked.of,
      pull: asked.pull,
      adviserOf,
      signsIn: async (text) => (await reader())(text),
      before,
      ask,
      currentQuestion: asked.current,
      questionSentIn: asked.sentIn,
      toSend: asked.toSend,
      waitingQuestion: asked.waiting,
      textOf: async (tenant, prompt, language) => (await shelf.wordingOf(tenant, prompt))[language],
      comeBack: choices.everyWeek,
      later: rounds.later,
      skip: rounds.skip,
      againAt: rounds.againAt,
      async reward({ tenant, person, language }, text) {
        const likest = (most: number) => knowing.items.searchOthers(tenant, person, text, language, most, 'atHand')
        const [first] = await likest(1)
        // A document is of no colleague who learned something: then, and only then, more are read.
        const found = first?.kind === 'document' ? await likest(REWARDS) : [first]
        const item = found.find((one) => one !== undefined && one.kind !== 'document')
        const by = item && !item.maybe && (await stands.nameOf(tenant, item.author))
        return item && by ? { text: item.text, by } : undefined
      },
      async fateOfQuote(tenant, person) {
        const quotes = await leerpuls.hidden.ownQuotes(tenant, person)
        const fates = await Promise.all(quotes.map((quote) => caring.fateOf(tenant, 'quote', quote)))
        return fates.find((fate) => fate !== undefined)
      },
    }),
  }
}

/** What people answer, with what it needs of the pulse, of knowledge and of the roster. */
function reflectionOf(
  ground: Ground,
  { drafts, knowing, leaving, leerpuls }: Pick<ReflectionNeeds, 'drafts' | 'knowing' | 'leaving' | 'leerpuls'>,
  questionOf: Questions['of'],
): Reflection {
  const { store, clock, secrets, choices, stands } = ground
  return reflection({
    store,
    clock,
    secrets,
    questionOf,
    standing: stands.counting,
    isReader: leerpuls.isReader,
    readershipOf: async (tenant, person) =>
      (await leerpuls.readershipOf(tenant, person)) ?? { readers: await stands.readersOf(tenant, person) },
    recognisable: async (tenant, text) => (await leaving.check(tenant, text)).signs,
    async standsAsQuote({ tenant, person, moment }, text) {
      const { quotedUntil = '' } = await choices.of(tenant, person)
      if (quotedUntil < instant(clock.now())) return false
      const quotes = await leerpuls.trail.of(tenant, person)
      return quotes.some(
        (one) => one.kind !== 'ended' && !('moment' in one && one.moment === moment) && shareSentence(one.text, text),
      )
    },
    hasQuote: ({ tenant, person }) => choices.quoted(tenant, person, later(clock.now(), QUOTED_MS)),
    async standsUnderName(tenant, text, language, isSure) {
      const found = await knowing.items.search(tenant, text, language, NEAREST, isSure ? undefined : 'atHand')
      return found.some(({ item }) => item.kind !== 'document' && shareSentence(item.text, text))
    },
    unsaved: drafts,
    share: knowing.shareMoment,
    unshare: knowing.unshareMoment,
    withdraw: ({ tenant, person, id }) => leerpuls.ownContributions.withdraw(tenant, person, id),
  })
}
