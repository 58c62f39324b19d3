import { readTableFile } from '../../../services/adapters/file/table-file.ts'
import { type ReadRoster, remarkLine } from '../../../services/roster/check.ts'
import type { Told } from '../../../services/roster/guard.ts'
import { weighHeadings } from '../../../services/roster/headings.ts'
import type { App } from '../../app.ts'
import { type Args, Remedy, type Result, told, type Verbs } from '../verb.ts'
import { doubtLines, jsonOf, lookedAt, summary, treeLines, whatIsSaid } from './roster-view.ts'

export const roster: Verbs = {
  'roster import': {
    usage: 'roster import --tenant ID FILE.csv [--dry-run] [--strict] [--leavers N] [--changes N]',
    does: 'Makes the roster what this file says; --dry-run only says what it would do',
    begins: true,
    looksOnly: ({ dryRun }) => dryRun,
    async run(app, args) {
      const tenant = args.needed('tenant').toLowerCase()
      const [file, ...more] = args.words
      if (more.length > 0)
        throw new Remedy(withNothing('More than one file is named. Name one; quote a path with a space.'))
      if (!file) throw new Remedy('Name the roster file: leermoment roster import --tenant ID FILE.csv')
      const said = toldIn(args)
      const read = await app.rosterImports.check(await readTableFile(file, weighHeadings))
      if (read.kind === 'refused') throw new Remedy(withNothing(read.reason))
      if (args.strict && read.problems.length > 0) throw new Remedy(withNothing(strictly(read)))
      return args.dryRun ? looked(app, tenant, read) : imported(app, tenant, read, said)
    },
  },

  'roster undo': {
    usage: 'roster undo --tenant ID',
    does: 'Takes the last import back, for 30 days',
    async run(app, args) {
      const tenant = args.needed('tenant').toLowerCase()
      const undone = await app.rosterImports.undo(tenant)
      if (undone.kind === 'nothing') throw new Remedy('There is no import of the last 30 days to take back.')
      if (undone.kind === 'refused') throw new Remedy(`${undone.reason} Nothing was taken back.`)
      await app.rosterChanged(tenant)
      await app.pulse.course.withdrawConfirmation(tenant)
      const { at, plan, back, restored, taken } = undone
      return {
        lines: [
          `The import of ${at} is taken back: ${back.length} came back, ${restored.length} put back as before, ${taken.length} taken off`,
          ...lookedAt('came back', back),
          ...lookedAt('taken off', taken),
          ...treeLines(plan.after),
          ASK_TO_CONFIRM,
        ],
        json: told(
          { at, back: back.length, restored: restored.length, taken: taken.length, people: plan.after.length },
          'the roster holds them, and no person chose what it says',
        ),
      }
    },
  },

  'roster confirm': {
    usage: 'roster confirm --tenant ID',
    does: 'Says that the roster is right, so that a learning pulse may open',
    async run(app, args) {
      await app.pulse.course.confirm(args.needed('tenant').toLowerCase())
      return { lines: ['The roster is confirmed for the learning pulse.'], json: { confirmed: true } }
    },
  },

  'roster sync': {
    usage: 'roster sync --tenant ID',
    does: 'Not there yet: reads the roster from Entra',
    async runAlone() {
      throw new Remedy(
        '`roster sync` is not there yet. Make a file with the script in docs/rooster.md, and import it: roster import.',
      )
    },
  },
}

const ASK_TO_CONFIRM = 'Not confirmed for the learning pulse. Look at the tree. If it is right, say `roster confirm`.'

async function looked(app: App, tenant: string, read: ReadRoster): Promise<Result> {
  const plan = await app.rosterImports.look(tenant, read)
  if (plan.kind === 'refused') throw new Remedy(withNothing(plan.reason))
  return {
    lines: [
      `Nothing is written. An import would make it ${summary(plan)}`,
      ...whatIsSaid(read, plan),
      ...lookedAt('new', plan.added),
      ...lookedAt('moved', plan.moved),
      ...lookedAt('gone', plan.left),
      ...treeLines(plan.after),
      ...(plan.doubts.length > 0 ? ['This import would be refused:', ...doubtLines(plan.doubts)] : []),
    ],
    json: told({ dryRun: true, ...jsonOf(read, plan) }, 'the roster holds them, and no person chose what it says'),
  }
}

async function imported(app: App, tenant: string, read: ReadRoster, said: Told): Promise<Result> {
  const outcome = await app.rosterImports.import(tenant, read, said)
  if (outcome.kind === 'refused') throw new Remedy(withNothing(outcome.reason))
  if (outcome.kind === 'doubted')
    throw new Remedy(withNothing([...doubtLines(outcome.doubts), ...whatIsSaid(read, outcome.plan)].join('\n')))
  const { plan, confirms } = outcome
  await app.rosterChanged(tenant)
  if (confirms) await app.pulse.course.confirm(tenant)
  else await app.pulse.course.withdrawConfirmation(tenant)
  return {
    lines: [summary(plan), ...whatIsSaid(read, plan), ...treeLines(plan.after), ...(confirms ? [] : [ASK_TO_CONFIRM])],
    json: told(
      { ...jsonOf(read, plan), confirmed: confirms },
      'the roster holds them, and no person chose what it says',
    ),
  }
}

function toldIn({ leavers, changes }: Pick<Args, 'leavers' | 'changes'>): Told {
  const number = (option: string, value: string | undefined) => {
    if (value === undefined) return undefined
    if (!/^\d+$/.test(value)) throw new Remedy(`--${option} wants the number that was printed, such as --${option} 12.`)
    return Number(value)
  }
  return { leavers: number('leavers', leavers), changes: number('changes', changes) }
}

const strictly = ({ problems }: ReadRoster) =>
  [
    ...problems.slice(0, 20).map(remarkLine),
    ...(problems.length > 20 ? [`and ${problems.length - 20} more`] : []),
  ].join('\n')

const withNothing = (reason: string) =>
  /Nothing was imported\.?$/.test(reason)
    ? reason
    : `${reason}${reason.includes('\n') ? '\n' : ' '}Nothing was imported.`
