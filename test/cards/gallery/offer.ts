import {
  declinedCard,
  forwardCard,
  forwardedCard,
  keptCard,
  noLongerNeededCard,
  noOfferCard,
  offerCard,
  offerStateCard,
  thanksCard,
} from '../../../cards/ask/offer.ts'
import { replyCard, replyCheckCard } from '../../../cards/ask/reply.ts'
import { REPLY_LIMIT } from '../../../services/ask/schema.ts'
import type { Wing } from './shown.ts'

const OCTOBER = '2026-10-13T09:00:00.000Z'

const offered: Wing = (show, language, { asker, helper, question, word, reply, tooLong }) => {
  const ask = { id: 'ask-1', question }
  const offer = { language, ask, asker, limit: 1 }
  const { team, jobTitle } = helper
  return [
    show(offerCard, 'shared', { ...offer, reason: { kind: 'shared', count: 3, word, last: OCTOBER } }),
    show(offerCard, 'shared once', { ...offer, limit: 3, reason: { kind: 'shared', count: 1, word, last: OCTOBER } }),
    show(offerCard, 'works', { ...offer, reason: { kind: 'works', team } }),
    show(offerCard, 'job', { ...offer, reason: { kind: 'works', team, jobTitle } }),
    show(offerCard, 'named', { ...offer, reason: { kind: 'named', by: helper.id }, namedBy: helper.name }),
    show(offerCard, 'named by who left', { ...offer, reason: { kind: 'named', by: 'gone' } }),
    show(offerCard, 'declared', { ...offer, reason: { kind: 'declared', topic: word } }),
    show(offerCard, 'a role', {
      ...offer,
      ask: { ...ask, purpose: question },
      reason: { kind: 'works', team } as const,
      asker: { name: `een collega van ${asker.team}`, first: 'je collega', team: '' },
    }),
    show(replyCheckCard, 'a number left out', {
      language,
      ask,
      asker,
      text: reply,
      seen: '0'.repeat(12),
      leftOut: ['phone', 'email'],
      pointing: [{ kind: 'address', words: 'Kerkstraat 12' }],
    }),
    show(replyCheckCard, 'an address', {
      language,
      ask,
      asker,
      text: reply,
      seen: '0'.repeat(12),
      leftOut: [],
      pointing: [{ kind: 'address', words: 'Kerkstraat 12' }],
    }),
    show(replyCard, 'empty', { language, ask, asker }),
    show(replyCard, 'with a remark', {
      language,
      ask: { ...ask, purpose: question, remark: reply },
      asker,
      text: reply,
    }),
    show(replyCard, 'written', { language, ask, asker, text: reply }),
    show(replyCard, 'too long', { language, ask, asker, text: tooLong, problem: { limit: REPLY_LIMIT } }),
  ]
}

const after: Wing = (show, language, { asker, helper, question, reply }) => [
  ...(['taken', 'over', 'answered'] as const).map((state) => show(offerStateCard, state, language, state, asker.first)),
  show(declinedCard, 'done', language, 'ask-1'),
  show(forwardCard, 'empty', language, 'ask-1', false),
  show(forwardCard, 'nobody', language, 'ask-1', true, { problem: 'nobody', names: [] }, helper.name.slice(0, 100)),
  show(forwardCard, 'not now', language, 'ask-1', true, { problem: 'not-now', names: [] }, helper.name.slice(0, 100)),
  show(
    forwardCard,
    'which',
    language,
    'ask-1',
    true,
    { problem: 'several', names: [helper.name, helper.name] },
    helper.first,
  ),
  show(forwardedCard, 'done', language, helper.name),
  show(thanksCard, 'thanked', language, { id: 'ask-1', question }, reply, asker, false),
  show(thanksCard, 'keep', language, { id: 'ask-1', question }, reply, asker, true),
  show(keptCard, 'kept', language, true),
  show(keptCard, 'not kept', language, false),
  show(noLongerNeededCard, 'told', language, asker.first),
  show(noOfferCard, 'told', language),
]

export const offerWing: Wing = (...given) => [...offered(...given), ...after(...given)]
