import { stencilled } from '../../cards/kit/stencil.ts'
import { questionCard, questionLine } from '../../cards/reflection/question.ts'
import { reflectionWords } from '../../cards/reflection/question-words.ts'
import { lastDayOf, type Weekday } from '../../services/core/time.ts'
import type { Feature } from '../turn.ts'
import { answering } from './answer/answering.ts'
import { changesOf } from './changes.ts'
import { heardAs } from './heard.ts'
import { journal } from './journal.ts'
import { meantBy } from './meant.ts'
import type { ReflectionNeeds } from './needs.ts'
import { pressedIn } from './pressed.ts'
import { questionRoutes } from './question.api.me.ts'
import { screens } from './screens/screens.ts'
import { ticking } from './ticking.ts'
import { type Parts, typedIn } from './typed.ts'

/** The working days of a person who has none of their own. */
const USUAL: readonly Weekday[] = [1, 2, 3, 4, 5]

/** The weekly question, its answer, and the journal they end up in. */
export function reflectionFeature(needs: ReflectionNeeds) {
  const { service } = needs
  const show = screens(needs)
  const answers = answering(needs, show)
  const own = journal(needs, show)
  const chosen = ticking(service)
  const meant = meantBy(needs, answers, own, chosen)
  const { wasQuestion, ...changes } = changesOf(needs, answers, own, show)
  const parts: Parts = { needs, show, answers, own, chosen, meant, wasQuestion }
  /** Half a town gets the same card. */
  const sentCard = stencilled(questionCard)

  const feature: Feature = {
    name: 'reflection',
    routes: { ...needs.routes, me: [...(needs.routes.me ?? []), ...questionRoutes(needs, answers, show)] },
    ...heardAs(needs, answers, own),
    ...changes,

    said: typedIn(parts),
    pressed: pressedIn(parts),

    async running({ tenant, person, language }) {
      const question = await needs.waitingQuestion(tenant, person)
      if (!question) return []
      const { question: words } = await needs.textOf(tenant, question.prompt, language)
      return [questionLine(language, words, lastDayOf(question.week))]
    },

    async render(delivery, { language, stands, workingDays = USUAL }) {
      const { tenant, person } = delivery
      const question = await needs.toSend(delivery)
      // Who let cards lie is asked less often. To others that looks as if they had asked for the question themselves.
      if (!question || stands.rests) return undefined
      const seen = await show.view({ tenant, person, language, stands, workingDays }, question)
      return seen && sentCard({ ...seen, ...(stands.seldom && { seldom: true }) })
    },

    reminder: (language) => reflectionWords(language).reminder,
    export: {
      moments: async (tenant, person) => (await service.journal(tenant, person)).map(({ moment }) => moment),
    },
    forget: (tenant, person) => service.forget(tenant, person),
  }
  const { answerTyped, keepTyped } = answers
  return {
    feature,
    keepTicks: chosen.keep,
    showQuestion: meant.current(show.question),
    meanings: { answer: answerTyped, moment: keepTyped },
  }
}
