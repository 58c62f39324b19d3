import { askCommands } from '../ask/commands.ts'
import { barriersCommands } from '../barriers/commands.ts'
import { careCommands } from '../care/commands.ts'
import { draftCommands } from '../draft/commands.ts'
import { guideCommands } from '../guide/commands.ts'
import { intentionsCommands } from '../intentions/commands.ts'
import { knowledgeCommands } from '../knowledge/commands.ts'
import { privacyCommands } from '../privacy/commands.ts'
import { promptsCommands } from '../prompts/commands.ts'
import { pulseCommands } from '../pulse/commands.ts'
import { reflectionCommands } from '../reflection/commands.ts'
import { runningCommands } from '../running/commands.ts'
import { settingsCommands } from '../settings/commands.ts'
import { typedCommands } from '../typed/commands.ts'
import { joined } from './command.ts'

export { type Command, on, typed } from './command.ts'

/** Everything that can be typed: each feature has its own words beside its cards. */
export const commands = joined([
  askCommands,
  barriersCommands,
  careCommands,
  draftCommands,
  guideCommands,
  intentionsCommands,
  knowledgeCommands,
  privacyCommands,
  promptsCommands,
  pulseCommands,
  reflectionCommands,
  runningCommands,
  settingsCommands,
  typedCommands,
])
