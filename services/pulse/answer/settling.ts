import { days, instant, later } from '../../core/time.ts'
import type { AnsweredPoint, Asked, Decision, News, Noted, Response } from './documents.ts'
import { OUTCOMES } from './response-schema.ts'

/** So long the block may say whether it recognises a decision; then all of it is told at once. */
const RATED_DAYS = 14
/**
 * Of so many decisions the words lie beside the decision too, and so many wait to be recognised: a point that goes to and
 * fro must not make a document that nothing can be added to.
 */
const LATEST = 20

/** A response after a decision was sent: what it was about is settled, and the person it named is to be asked. */
export function settledBy(response: Response, decision: Decision, now: Date): Response {
  const { id, by } = decision
  const points = response.points.map((one) => {
    const found = decision.points.find(({ point }) => point.kind === one.point.kind && point.words === one.point.words)
    return found ? settled(one, found.noted, { by, id }) : one
  })
  const news = points.flatMap(({ asked }, place): News[] => (asked?.of === id ? [{ ...asked, place }] : []))
  return {
    ...unwritten(response),
    points,
    sent: response.sent + 1,
    sentAs: [...(response.sentAs ?? []), { of: id, points: decision.points }].slice(-LATEST),
    undelivered: [...(response.undelivered ?? []), id],
    news: [...(response.news ?? []), ...news],
    ...(isRated(decision) && {
      recognised: [...(response.recognised ?? []), { of: id, tells: instant(later(now, days(RATED_DAYS))) }].slice(
        -LATEST,
      ),
    }),
  }
}

/** Nothing is being written of it any more. */
export const unwritten = ({ writing: _writing, ...response }: Response): Response => response

/** What came of a promise is no answer to what somebody said. */
export const isRated = ({ points }: Pick<Decision, 'points'>) =>
  points.some(({ noted }) => !OUTCOMES.some((one) => one === noted.decision))

function settled(one: AnsweredPoint, noted: Noted, { by, id }: Pick<Decision, 'by' | 'id'>): AnsweredPoint {
  const { asked: _asked, confirmed: _confirmed, ...rest } = one
  const { decision, owner } = noted
  const kind = askedFor(noted, by)
  const asked: Asked | undefined = owner !== undefined && kind ? { kind, to: owner, from: by, of: id } : undefined
  return {
    ...rest,
    state: decision,
    noted,
    ...(decision === 'uitstellen' && { postponed: true }),
    ...(asked && { asked }),
  }
}

/** A person who takes a point over has to want it. An owner that somebody else named is asked whether that is right. */
function askedFor({ decision, owner }: Noted, by: string): Asked['kind'] | undefined {
  if (decision === 'doorgeven') return 'pass'
  return (decision === 'doen' || decision === 'deels') && owner !== by ? 'owner' : undefined
}
