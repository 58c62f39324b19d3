import type { Condition } from '../../services/go-live/go-live.ts'
import type { ConditionName } from '../../services/go-live/schema.ts'

/** What makes it true, as an operator does it. */
const REMEDIES: Record<ConditionName, string> = {
  roster: 'import the roster: `roster import`',
  confirmed: 'say that the roster is right: `roster confirm`',
  managers: 'name the managers in the roster: without them nobody reads a pulse',
  hr: 'give somebody the role hr in the roster: they answer proposals',
  council: 'give somebody the role works-council in the roster: they read the rules and can pause',
  agreed: 'note the consent of the works council to the rules as they are: `policy agree`',
  decides: 'name who decides on reports, and somebody with that role: `policy set reports.decides=works-council`',
  reach: 'roll the app out to everybody in the Teams admin centre: fewer than half can be reached',
  sending: 'let messages go out: `sending resume`',
}

/** What a tenant still lacks before it goes live. */
export const goLiveLines = (tenant: string, conditions: readonly Condition[]): string[] => {
  const missing = conditions.filter(({ met }) => !met)
  if (missing.length === 0) return [`go-live of ${tenant}: all is ready`]
  return missing.map(({ name }) => `go-live of ${tenant}: ${REMEDIES[name]}`)
}
