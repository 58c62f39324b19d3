import type { RoundStatus } from '../../services/delivery/status.ts'
import { library, published } from '../../services/prompts/library.ts'
import type { App } from '../app.ts'
import { type Args, Remedy, type Verbs } from './verb.ts'

const WEEK = /^\d{4}-w\d\d$/i

/** The round that is meant: a week such as 2026-W48, this one when none is named. */
function weekOf(app: App, args: Args): string {
  const [named] = args.words
  if (named && !WEEK.test(named))
    throw new Remedy(`"${named}" is no round. Name a week, for example ${app.rounds.week()}.`)
  return named?.toUpperCase() ?? app.rounds.week()
}

const noRound = (week: string) => new Remedy(`There is no round ${week}. It is planned when a roster is there.`)

async function steered(app: App, args: Args, steer: App['rounds']['cancel']) {
  const week = weekOf(app, args)
  const moved = await steer(args.needed('tenant').toLowerCase(), week)
  if (moved === undefined) throw noRound(week)
  return { week, moved }
}

const reasons = (of: Record<string, number>) =>
  Object.entries(of)
    .map(([code, count]) => `${count} ${code}`)
    .join(', ') || '0'

/** A bar of twenty blocks: how much of what will be sent is on its way. */
function bar({ sent, settled, unknown, attempting, planned }: RoundStatus): string {
  const gone = sent + settled + unknown + attempting
  const share = gone + planned === 0 ? 1 : gone / (gone + planned)
  return `[${'#'.repeat(Math.floor(share * 20)).padEnd(20, '.')}] ${Math.floor(share * 100)} %`
}

const linesOf = (week: string, rate: number, status: RoundStatus) => [
  `round ${week} ${status.cancelled ? 'cancelled' : bar(status)}`,
  `planned ${status.planned}${status.next ? `, next at ${status.next}` : ''}${ending(status, rate)}`,
  `sent ${status.sent}, under way ${status.attempting}, unknown ${status.unknown}, settled by a line ${status.settled}`,
  `waiting ${reasons(status.waiting)} · not sent ${reasons(status.withdrawn)} · refused ${reasons(status.rejected)}`,
]

/** In whole minutes, once they are due: they are not sent faster than the rate. */
const ending = ({ planned }: RoundStatus, rate: number) =>
  planned === 0 ? '' : `, ${Math.max(1, Math.ceil(planned / rate / 60))} min at ${rate}/s`

export const round: Verbs = {
  'round start': {
    usage: 'round start --tenant ID --prompt ID [--now]',
    async run(app, args) {
      const tenant = args.needed('tenant').toLowerCase()
      const wanted = args.needed('prompt').toLowerCase()
      const prompt = library.find(({ id }) => id === wanted)
      if (!prompt)
        throw new Remedy(`There is no question "${wanted}". Known are: ${library.map(({ id }) => id).join(', ')}`)
      const week = app.rounds.week()
      const { planned, already } = await app.rounds.start(
        tenant,
        { id: prompt.id, version: published(prompt).version },
        args.now,
      )
      return {
        lines: [`round ${week}: ${planned} planned, ${already} had this week's question or cannot get one`],
        json: { round: week, planned, already },
      }
    },
  },

  'round status': {
    usage: 'round status --tenant ID [ROUND]',
    async run(app, args) {
      const [tenant, week] = [args.needed('tenant').toLowerCase(), weekOf(app, args)]
      const status = await app.rounds.status(tenant, week)
      if (!status) throw noRound(week)
      const { halted = false } = await app.rules.of(tenant)
      const lines = linesOf(week, args.rps, status)
      return {
        lines: halted ? [...lines, 'All sending of this tenant is stopped: `sending resume` lets it go.'] : lines,
        json: { round: week, halted, ...status },
      }
    },
  },

  'round cancel': {
    usage: 'round cancel --tenant ID [ROUND]',
    async run(app, args) {
      const { week, moved } = await steered(app, args, app.rounds.cancel)
      return {
        lines: [`round ${week}: ${moved} are not sent. \`round resume\` takes this back.`],
        json: { round: week, cancelled: moved },
      }
    },
  },

  'round resume': {
    usage: 'round resume --tenant ID [ROUND]',
    async run(app, args) {
      const { week, moved } = await steered(app, args, app.rounds.resume)
      return { lines: [`round ${week}: ${moved} are sent after all.`], json: { round: week, resumed: moved } }
    },
  },
}
