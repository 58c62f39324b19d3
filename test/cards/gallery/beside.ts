import { smallCard } from '../../../cards/draft/notice.ts'
import { aboutCard } from '../../../cards/guide/about-bot.ts'
import type { Card } from '../../../cards/kit/card.ts'
import { laterCard, skippedCard } from '../../../cards/reflection/question.ts'
import { savedCard } from '../../../cards/reflection/saved.ts'
import { withPointer, withStop } from '../../../cards/typed/pointer.ts'
import type { Wing } from './shown.ts'

const THURSDAY = '2026-11-26T09:00:00.000Z'
const ADVISER = 'Noor Vermeulen, 0318 12 34 56'
const TOPICS = ['what', 'confidential', 'readers', 'running'] as const

/** What may be said beside any answer: who can help, and the way out. */
export const besideWing: Wing = (show, language, { moment, helper }) => {
  const readers = [helper.name, 'Marieke Jansen', 'Mehmet Kaya']
  const shown: [state: string, card: Card][] = [
    ...TOPICS.map((topic): [string, Card] => [
      topic,
      aboutCard({ language, topic, k: 11, readers, adviser: ADVISER, responsible: {} }),
    ]),
    ...(['thanks', 'fine', 'chat'] as const).map((tone): [string, Card] => [tone, smallCard(language, tone)]),
    ['later', laterCard(language, { again: THURSDAY, left: moment })],
    ['skipped', skippedCard(language, moment)],
    ['with rows', savedCard({ language, moment: { id: 'm1', sharing: 'self' }, late: false })],
  ]
  return shown.flatMap(([state, card]) => [
    show(withPointer, state, card, language, ADVISER),
    show(withPointer, `${state}, nobody named`, card, language, undefined),
    show(withStop, state, card, language),
    show(withStop, `${state}, and who can help`, withPointer(card, language, ADVISER), language),
    show(withStop, `${state}, and who can help, nobody named`, withPointer(card, language, undefined), language),
  ])
}
