import {
  askBuddyCard,
  buddyAskedCard,
  buddyNoCard,
  buddyOfferCard,
  buddyToldCard,
  buddyYesCard,
} from '../../../cards/intentions/buddy.ts'
import { followUpCard } from '../../../cards/intentions/follow-up.ts'
import {
  begunCard,
  checkKeptCard,
  enoughCard,
  intentionCard,
  intentionChangedCard,
  intentionRemovedCard,
  ownIntentionsCard,
} from '../../../cards/intentions/intention.ts'
import type { Intention } from '../../../services/intentions/documents.ts'
import { INTENTION_LIMIT, RESULTS } from '../../../services/intentions/schema.ts'
import type { Wing } from './shown.ts'

const AT = '2026-11-30T08:00:00.000Z'
const DAYS = [
  [2, '2026-12-14T08:00:00.000Z'],
  [6, '2027-01-11T08:00:00.000Z'],
  [12, '2027-02-22T08:00:00.000Z'],
] as const

/** From what somebody will do to how it went. */
export const intentionWing: Wing = (show, language, { moment, helper, asker }) => {
  const text = moment.slice(0, INTENTION_LIMIT)
  const one: Intention = {
    tenant: 'tenant-a',
    person: 'sanne',
    id: 'intention-1',
    text,
    at: AT,
    state: 'two-weeks',
    checks: [],
  }
  const other = { ...one, id: 'intention-2' }
  const asked = [{ intention: one, after: 2, isDue: true }] as const
  const standing = { intention: one, after: 2, next: DAYS[0][1], isDue: false } as const
  const form = { language, limit: INTENTION_LIMIT, days: DAYS }
  return [
    show(intentionCard, 'from a moment', { ...form, moment: 'moment-1' }),
    show(intentionCard, 'by itself', form),
    show(intentionCard, 'too long', { ...form, text: moment.repeat(3), problem: 'tooLong' }),
    show(intentionCard, 'changed', { ...form, intention: one.id, text }),
    show(begunCard, 'begun', { language, intention: one.id, days: DAYS }),
    show(begunCard, 'with who can help', { language, intention: one.id, days: DAYS, pointer: { named: helper.name } }),
    show(intentionChangedCard, 'changed', language),
    show(intentionRemovedCard, 'removed', language),
    show(checkKeptCard, 'kept', language),
    show(enoughCard, 'two already', { language, limit: INTENTION_LIMIT, text, open: [one, other] }),
    show(ownIntentionsCard, 'none', { language, open: [], ended: [] }),
    show(ownIntentionsCard, 'two, and earlier ones', {
      language,
      open: [standing, { ...standing, intention: other, isDue: true }],
      ended: [...RESULTS.slice(0, 2).map((result) => ({ text, result })), { text, result: undefined }],
    }),
    show(followUpCard, 'one', { language, asked }),
    show(followUpCard, 'one that is looked at', {
      language,
      asked: [{ intention: one, after: 2, isDue: false }],
      canChange: true,
    }),
    show(followUpCard, 'two', { language, asked: [...asked, { intention: other, after: 12, isDue: true }] }),
    show(intentionCard, 'from what a colleague shared', { ...form, item: 'answer-1' }),
    ...(['nobody', 'not-to-ask', 'enough', 'empty', 'too-long'] as const).map((problem) =>
      show(askBuddyCard, problem, { language, intention: one.id, name: helper.name, words: text, problem }),
    ),
    show(askBuddyCard, 'several', {
      language,
      intention: one.id,
      name: 'Jan',
      problem: { names: [helper.name, asker.name] },
    }),
    show(askBuddyCard, 'to one', { language, intention: one.id, name: helper.name, to: helper.name }),
    show(askBuddyCard, 'seen once more', {
      language,
      intention: one.id,
      name: helper.name,
      to: helper.name,
      words: text,
      checked: { signs: [], text, leftOut: ['phone'], pointing: [{ kind: 'name', words: asker.name }] },
    }),
    show(buddyAskedCard, 'asked', language),
    show(buddyOfferCard, 'asked', language, { id: 'buddy-1', words: text }, asker),
    show(buddyYesCard, 'yes', language, asker.name),
    show(buddyNoCard, 'no', language),
    show(buddyToldCard, 'yes', language, helper.name),
    show(followUpCard, 'how somebody works now', {
      language,
      answered: {
        intention: other,
        after: 6,
        isDue: true,
        result: 'toegepast',
        practice: { text, keeper: helper.name },
      },
      asked,
    }),
    ...RESULTS.map((result) =>
      show(followUpCard, `answered ${result}, and one more`, {
        language,
        answered: { intention: other, after: 6, isDue: true, result },
        asked,
      }),
    ),
  ]
}
