import { together } from '../../services/core/first-double.ts'
import { doctor } from './doctor.ts'
import { dossier } from './dossier.ts'
import { evaluation } from './eval/eval.ts'
import { knowledge } from './knowledge/knowledge.ts'
import { person } from './person.ts'
import { pulse } from './pulse/pulse.ts'
import { simulate } from './pulse/simulate.ts'
import { roster } from './roster/roster.ts'
import { round } from './round/round.ts'
import { sending } from './round/sending.ts'
import { backup } from './store/backup.ts'
import { key } from './store/key.ts'
import { store } from './store/store.ts'
import type { Verbs } from './verb.ts'

/** All that an operator can do from the command line, in the order in which `help` tells it. */
export const verbs: Verbs = together('verb', [
  doctor,
  roster,
  round,
  sending,
  pulse,
  person,
  knowledge,
  store,
  backup,
  key,
  dossier,
  evaluation,
  simulate,
])

/** What is promised and not built yet. Take a verb from this list when it comes. */
const PROMISED = [
  'knowledge export',
  'knowledge import',
  'woo export',
  'retention show',
  'retention set',
  'hold set',
  'hold lift',
  'hold list',
  'audit',
  'network status',
  'network trust',
  'network leave',
]

export const promised = PROMISED.filter((name) => !verbs[name])
