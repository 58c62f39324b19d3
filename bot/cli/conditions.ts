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
  sending: 'let messages go out: `sending resume`',
}

/** What is not looked at here, and where it is to be seen. */
const LOOK_THERE =
  'Whether everybody has the app is to be seen in the Teams admin centre. Leermoment does not count who took it away.'

/** What a tenant still lacks before it goes live. */
export const goLiveLines = (tenant: string, conditions: readonly Condition[]): string[] => {
  const missing = conditions.filter(({ met }) => !met)
  if (missing.length === 0) return [`go-live of ${tenant}: all is ready`, LOOK_THERE]
  return [...missing.map(({ name }) => `go-live of ${tenant}: ${REMEDIES[name]}`), LOOK_THERE]
}
