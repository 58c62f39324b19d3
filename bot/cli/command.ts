import { parseArgs } from 'node:util'
import { ID } from '../../services/core/ids.ts'
import { group, help } from './help.ts'
import { type Args, Remedy, type Verb } from './verb.ts'
import { promised, verbs } from './verbs.ts'

/** What was typed: a verb with what it needs, or a question what there is. */
export type Command = { kind: 'help'; lines: string[] } | { kind: 'verb'; verb: Verb; args: Args; json: boolean }

/** What is in a usage: `--tenant ID` takes a value, `--now` takes none, and what is in [ ] may be left out. */
const OPTION = /(\[?)--([a-z-]+)( [A-Z]+)?/g

/** They go into keys of the store. */
const IDS = ['tenant', 'person']

interface Option {
  name: string
  takesValue: boolean
  required: boolean
}

const optionsOf = ({ usage }: Verb): Option[] =>
  [...usage.matchAll(OPTION)].map(([, optional, name = '', value]) => ({
    name,
    takesValue: value !== undefined,
    required: !optional,
  }))

/** @throws {Remedy} when it cannot be done as it was typed, with the usage of the verb that was meant */
export function command(typed: readonly string[]): Command {
  const { values, positionals } = parsed(typed)
  const [first = '', second = '', ...rest] = positionals
  if (first === 'help') return { kind: 'help', lines: help(positionals.slice(1)) }
  if (values.help || first === '') return { kind: 'help', lines: help(positionals) }
  const [verb, words] = verbs[first] ? [verbs[first], positionals.slice(1)] : [verbs[`${first} ${second}`], rest]
  if (!verb) {
    if (second === '' && group(first)) return { kind: 'help', lines: help([first]) }
    throw new Remedy(unknown(first, second))
  }
  const { help: _, json, ...given } = values
  check(verb, given)
  const texts: Record<string, string> = {}
  for (const [name, value] of Object.entries(given)) if (typeof value === 'string') texts[name] = value
  const args: Args = {
    words,
    tenant: texts.tenant,
    now: given.now === true,
    typos: given.typos === true,
    watch: given.watch === true,
    dryRun: given['dry-run'] === true,
    strict: given.strict === true,
    leavers: texts.leavers,
    changes: texts.changes,
    keeper: texts.keeper,
    source: texts.source,
    allow: texts.allow,
    replace: given.replace === true,
    gone: texts.gone,
    needed(option) {
      const value = texts[option]
      if (value === undefined) throw new Error(`--${option} is not in the usage of this verb.`)
      return value
    },
  }
  return { kind: 'verb', verb, args, json: json === true }
}

/** Reads every option that any verb knows; whether this verb knows it is for {@link check}. */
function parsed(typed: readonly string[]) {
  const known = Object.values(verbs).flatMap(optionsOf)
  const options: Record<string, { type: 'string' | 'boolean'; short?: string }> = {
    help: { type: 'boolean', short: 'h' },
    json: { type: 'boolean' },
  }
  for (const { name, takesValue } of known) options[name] = { type: takesValue ? 'string' : 'boolean' }
  return parseArgs({ args: [...typed], options, allowPositionals: true, strict: false })
}

function check(verb: Verb, given: Record<string, unknown>): void {
  const known = optionsOf(verb)
  const refuse = (problem: string) => new Remedy(`${problem} Usage: leermoment ${verb.usage}\n${verb.does}`)
  for (const [name, value] of Object.entries(given)) {
    const option = known.find((one) => one.name === name)
    if (!option) throw refuse(`--${name} is no option of this verb.`)
    if (option.takesValue && (typeof value !== 'string' || !value)) throw refuse(`--${name} needs a value.`)
    if (IDS.includes(name) && !ID.test(String(value))) throw refuse(`--${name} holds a space or a sign that no id has.`)
    if (!option.takesValue && value !== true) throw refuse(`--${name} takes no value.`)
  }
  const missing = known.filter(({ name, required }) => required && given[name] === undefined)
  if (missing.length === 0) return
  const names = missing.map(({ name }) => `--${name}`).join(' and ')
  throw refuse(`${names} ${missing.length > 1 ? 'are' : 'is'} missing.`)
}

function unknown(first: string, second: string): string {
  const name = [first, `${first} ${second}`].find((one) => promised.includes(one))
  if (name) return `"${name}" is not there yet. It comes later.`
  const isNear = group(first) ? help([first]) : ['`leermoment help` says what there is.']
  return [`There is no verb "${`${first} ${second}`.trim()}".`, ...isNear].join('\n')
}
