import { exact } from '../../../services/core/told.ts'
import { WeekName } from '../../../services/delivery/schema.ts'
import { Agreement, Why } from '../../../services/pulse/schema.ts'
import { type Args, Remedy, told, type Verbs } from '../verb.ts'

const USAGE = 'pulse publish --tenant ID --window W'
const TEAM_USAGE = 'pulse team --tenant ID "Gemeente/Team Jeugd" "NAME"|nobody'
const COUNT_USAGE = 'pulse count --tenant ID 2027-H1'
const AGREE_USAGE = 'policy agree --tenant ID 2026-11-12 REFERENCE'
const WHY = 'why='
/** In the place of a name. */
const NOBODY = 'nobody'
const RULES = 'the rules hold them'
/** What an operator may look for. */
const UNSAID = 'Which blocks have one is for their own managers: it would tell where few people answered.'

function windowOf(args: Args): string {
  const week = WeekName.safeParse(args.needed('window'))
  if (!week.success) throw new Remedy(`"${args.needed('window')}" is no window. Name the week in which it opened.`)
  return week.data
}

/** What a rule is called on the command line, where that is not its name in the store. The name in the store is read too. */
const CALLED: Record<string, string> = { decides: 'reports.decides' }
const called = (rule: string) => CALLED[rule] ?? rule
const ruleCalled = (name: string) => Object.keys(CALLED).find((rule) => CALLED[rule] === name) ?? name

const shownPolicy = (policy: object) =>
  Object.fromEntries(Object.entries(policy).map(([rule, value]) => [called(rule), value]))

/** Words such as `k=12`, and why; what they may be is for the policy itself to say. */
function wishes(words: readonly string[]): { wanted: Record<string, unknown>; why?: string } {
  const isWhy = (word: string) => word.startsWith(WHY)
  const pairs = words.filter((word) => !isWhy(word)).map((word) => word.split('='))
  if (pairs.length === 0 || pairs.some(([key, value]) => !key || !value))
    throw new Remedy('Name what changes, for example: leermoment policy set --tenant ID k=12 quotesPaused=true')
  const given = words.find(isWhy)
  const why = given && Why.safeParse(given.slice(WHY.length)).data
  if (given && !why) throw new Remedy('Say why in one to 300 characters.')
  return {
    wanted: Object.fromEntries(pairs.map(([key = '', value = '']) => [ruleCalled(key), meant(value)])),
    ...(why && { why }),
  }
}

const meant = (value: string) =>
  /^\d+$/.test(value) ? Number(value) : /^(true|false)$/.test(value) ? value === 'true' : value

export const pulse: Verbs = {
  'pulse publish': {
    usage: USAGE,
    does: 'Publishes a window that has ended, without waiting for its hour',
    async run(app, args) {
      const week = windowOf(args)
      const pulses = await app.pulse.course.publishNow(args.needed('tenant').toLowerCase(), week)
      if (!pulses)
        throw new Remedy(`Window ${week} has not ended, or never opened. Windows open by \`roster confirm\`.`)
      return {
        lines: [
          `window ${week} is told: each of ${pulses.length} blocks reads its pulse, or that there is none.`,
          UNSAID,
        ],
        json: { window: week, blocks: exact(pulses.length) },
      }
    },
  },

  'pulse count': {
    usage: COUNT_USAGE,
    does: 'Says for each layer of managers how many pulses got a decision in a half year that is over',
    async run(app, args) {
      const [half = ''] = args.words
      if (!/^\d{4}-H[12]$/.test(half)) throw new Remedy(`Name a half year: leermoment ${COUNT_USAGE}`)
      const found = await app.pulse.perLayer(args.needed('tenant').toLowerCase(), half)
      if (!found)
        throw new Remedy(`${half} goes on still, or an answer may still come in time: nothing is told before.`)
      const lines = found.layers.map(
        (one) => `layer ${one.layer}: ${one.decided} of ${one.pulses} pulses got a decision`,
      )
      return {
        lines: lines.length > 0 ? lines : ['No layer has eleven managers with a pulse.'],
        json: told(found, 'at least eleven managers'),
      }
    },
  },

  'pulse team': {
    usage: TEAM_USAGE,
    does: 'Lets a team read its pulse together, NAME notes the decision; nobody gives it back to the manager',
    async run(app, args) {
      const [unit, name] = args.words
      if (!unit || !name) throw new Remedy(`Name the team and who notes: leermoment ${TEAM_USAGE}`)
      const done = await app.pulse.deputies.noter(
        args.needed('tenant').toLowerCase(),
        unit,
        name === NOBODY ? '' : name,
      )
      if (!done && name === NOBODY) throw new Remedy(`Nobody notes for "${unit}". Name the unit as the roster does.`)
      if (!done)
        throw new Remedy(`Nobody of that name, or more than one, stands in "${unit}". Name it as the roster does.`)
      const how = name === NOBODY ? 'has a manager again' : `reads its pulse together; ${name} notes`
      return {
        lines: [`from the next window on, ${unit} ${how}`],
        json: { unit, notes: name === NOBODY ? null : name },
      }
    },
  },

  'policy show': {
    usage: 'policy show --tenant ID',
    does: 'Shows the rules of the pulse, and who changed them and why',
    async run(app, args) {
      const tenant = args.needed('tenant').toLowerCase()
      const policy = await app.pulse.policies.of(tenant)
      const log = await app.pulse.policies.log(tenant)
      if (!policy) throw new Remedy('The policy that is kept may not hold: nothing is published. Set it again.')
      const shown = shownPolicy(policy)
      return {
        lines: [JSON.stringify(shown), ...log.map((one) => JSON.stringify(one))],
        json: told({ policy: shown, log }, RULES),
      }
    },
  },

  'policy set': {
    usage: 'policy set --tenant ID NAME=VALUE... [why="..."]',
    does: 'Changes rules of the pulse, never below the floor',
    async run(app, args) {
      const { wanted, why } = wishes(args.words)
      const chosen = await app.pulse.policies.choose(args.needed('tenant').toLowerCase(), wanted, 'operator', why)
      if (chosen.kind === 'refused') throw new Remedy(`Nothing was changed: ${chosen.problem.replace(/^\w+/, called)}`)
      const shown = shownPolicy(chosen.policy)
      return { lines: [JSON.stringify(shown)], json: told(shown, RULES) }
    },
  },

  'policy agree': {
    usage: AGREE_USAGE,
    does: 'Notes that the works council agreed to the rules as they are',
    async run(app, args) {
      const [on, ...reference] = args.words
      const { data, error } = Agreement.safeParse({ on, reference: reference.join(' ') })
      const [issue] = error?.issues ?? []
      if (!data) throw new Remedy(`${issue?.path.join('..')} ${issue?.message}. Usage: leermoment ${AGREE_USAGE}`)
      const agreeing = await app.pulse.policies.agree(args.needed('tenant').toLowerCase(), data)
      if (agreeing === 'not-yet') throw new Remedy(`${data.on} is still to come: note it when they agreed.`)
      if (agreeing === 'other-rules')
        throw new Remedy('The policy that is kept may not hold: nobody can have agreed to it. Set it again.')
      return { lines: [`the works council agreed on ${data.on}: ${data.reference}`], json: data }
    },
  },
}
