import { readRosterFile } from '../../services/adapters/file/roster-file.ts'
import { checkRoster, importRoster, type Problem } from '../../services/roster/roster.ts'
import { Remedy, type Verbs } from './verb.ts'

const SHOWN_PROBLEMS = 20

export const roster: Verbs = {
  'roster import': {
    usage: 'roster import --tenant ID FILE.csv',
    begins: true,
    async run(app, args) {
      const tenant = args.needed('tenant').toLowerCase()
      const [file] = args.words
      if (!file) throw new Remedy('Name the roster file: leermoment roster import --tenant ID FILE.csv')
      const checked = checkRoster(await readRosterFile(file))
      if (checked.kind === 'bad') throw new Remedy(complaints(checked.problems))
      const imported = await importRoster(app.roster, tenant, checked.rows, app.clock)
      await app.rosterChanged(tenant)
      await app.pulse.course.confirm(tenant)
      const { added, changed, left } = imported
      return {
        lines: [`${checked.rows.length} people: ${added} new, ${changed} changed, ${left} left`],
        json: imported,
      }
    },
  },

  'roster confirm': {
    usage: 'roster confirm --tenant ID',
    async run(app, args) {
      await app.pulse.course.confirm(args.needed('tenant').toLowerCase())
      return { lines: ['The roster is confirmed for the learning pulse.'], json: { confirmed: true } }
    },
  },
}

function complaints(problems: readonly Problem[]): string {
  const lines = problems
    .slice(0, SHOWN_PROBLEMS)
    .map(({ line, column, problem }) => `line ${line}, ${column}: ${problem}`)
  const more = problems.length > SHOWN_PROBLEMS ? [`and ${problems.length - SHOWN_PROBLEMS} more`] : []
  return [...lines, ...more, 'Nothing was imported. Mend these cells and import again.'].join('\n')
}
