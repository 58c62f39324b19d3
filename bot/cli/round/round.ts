import { setTimeout as wait } from 'node:timers/promises'
import { exact } from '../../../services/core/told.ts'
import { WeekName } from '../../../services/delivery/schema.ts'
import { published } from '../../../services/prompts/library.ts'
import type { App } from '../../app.ts'
import { type Args, Remedy, type Verbs } from '../verb.ts'
import { roundLines } from './round-view.ts'
import { watched } from './watched.ts'

/** The round that is meant: a week such as 2026-W48, this one when none is named. */
function weekOf(app: App, args: Args): string {
  const [named = app.rounds.week()] = args.words
  const week = WeekName.safeParse(named)
  if (!week.success) throw new Remedy(`"${named}" is no round. Name a week, for example ${app.rounds.week()}.`)
  return week.data
}

const noRound = (week: string) => new Remedy(`There is no round ${week}. It is planned when a roster is there.`)

async function steered(app: App, args: Args, steer: App['steering']['cancel']) {
  const week = weekOf(app, args)
  if (!(await steer(args.needed('tenant').toLowerCase(), week))) throw noRound(week)
  return week
}

export const round: Verbs = {
  'round start': {
    usage: 'round start --tenant ID --prompt ID [--now]',
    does: 'Plans this week’s question for everybody who may get it; --now does not wait for their own hour',
    async run(app, args) {
      const tenant = args.needed('tenant').toLowerCase()
      const wanted = args.needed('prompt').toLowerCase()
      const known = await app.prompts.inUse(tenant)
      const prompt = known.find(({ id }) => id === wanted)
      if (!prompt)
        throw new Remedy(`There is no question "${wanted}". Known are: ${known.map(({ id }) => id).join(', ')}`)
      const week = app.rounds.week()
      const { planned, already } = await app.rounds.start(
        tenant,
        { id: prompt.id, version: published(prompt).version },
        args.now,
      )
      // Who had it already, and who is planned now, is told as one number.
      const people = exact(planned + already)
      if (people === 0)
        throw new Remedy(
          `Nothing is planned: ${tenant} has no roster here. Check --tenant, or import its roster first.`,
        )
      return {
        lines: [`round ${week}: planned for ${people}. Who had this week's question does not get it again.`],
        json: { round: week, planned: people },
      }
    },
  },

  'round status': {
    usage: 'round status --tenant ID [ROUND] [--watch]',
    does: 'Says how far a round is: planned, refused by Teams, failed; without ROUND this week’s',
    async run(app, args) {
      const [tenant, week] = [args.needed('tenant').toLowerCase(), weekOf(app, args)]
      const look = () => app.steering.progress(tenant, week)
      const progress = await (args.watch ? watched({ look, wait, out: process.stderr }) : look())
      if (!progress) throw noRound(week)
      return { lines: roundLines(progress), json: { round: week, ...progress } }
    },
  },

  'round cancel': {
    usage: 'round cancel --tenant ID [ROUND]',
    does: 'Keeps what was not sent yet from being sent',
    async run(app, args) {
      const week = await steered(app, args, app.steering.cancel)
      return {
        lines: [`round ${week}: what was not sent yet is not sent. \`round resume\` takes this back.`],
        json: { round: week, cancelled: true },
      }
    },
  },

  'round resume': {
    usage: 'round resume --tenant ID [ROUND]',
    does: 'Sends after all what was cancelled',
    async run(app, args) {
      const week = await steered(app, args, app.steering.resume)
      return {
        lines: [`round ${week}: what was cancelled is sent after all.`],
        json: { round: week, cancelled: false },
      }
    },
  },
}
