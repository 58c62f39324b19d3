import {
  bankCard,
  buildCard,
  foundCard,
  type ItemView,
  itemCard,
  myKnowledgeCard,
  takenBackCard,
} from '../../../cards/knowledge/item.ts'
import type { Wing } from './shown.ts'

const OCTOBER = '2026-10-13T09:00:00.000Z'

export const knowledgeWing: Wing = (show, language, { helper, asker, question, reply, searched, tooLong, word }) => {
  const item = (place: number): ItemView => ({
    id: `answer-${place}`,
    by: place % 2 ? helper.name : asker.name,
    text: reply,
    at: OCTOBER,
    helped: place,
    ...(place > 1 && { checked: OCTOBER }),
    pieces: [
      { text: reply.slice(0, 20), hit: false },
      { text: reply.slice(20, 30), hit: true },
      { text: reply.slice(30), hit: false },
    ],
    question,
    isDue: place === 2,
  })
  const items = [1, 2, 3, 4].map(item)
  return [
    show(bankCard, 'empty', language, [], []),
    show(
      bankCard,
      'full',
      language,
      Array.from({ length: 8 }, (_, place) => `${word}${place}`),
      items.slice(0, 2),
    ),
    show(foundCard, 'nothing', language, searched, []),
    show(foundCard, 'full', language, searched, items.slice(0, 3)),
    show(itemCard, 'of another', { language, item: item(1), isMine: false, after: [] }),
    show(itemCard, 'built upon', { language, item: item(1), isMine: false, before: item(3), after: items }),
    show(itemCard, 'applied', { language, item: { ...item(1), appliedBy: 'many' }, isMine: false, after: [] }),
    show(itemCard, 'begun', { language, item: item(1), isMine: false, after: [], begun: reply }),
    show(itemCard, 'mine', { language, item: item(1), isMine: true, after: [] }),
    show(itemCard, 'mine and old', { language, item: item(2), isMine: true, after: [] }),
    show(buildCard, 'empty', language, item(1)),
    show(buildCard, 'too long', language, item(1), { text: tooLong, limit: 1000 }),
    show(myKnowledgeCard, 'empty', language, []),
    show(
      myKnowledgeCard,
      'full',
      language,
      [...items, ...items].map((one, place) => ({ ...one, id: `item-${place}` })),
    ),
    show(takenBackCard, 'told', language),
  ]
}
