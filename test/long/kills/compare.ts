import type { Doc } from '../../../services/core/ports.ts'
import type { Ledger, Written } from './ledger.ts'
import type { Kept } from './stores.ts'

/** One thing that was not as often where it was to be. */
export interface Difference {
  what: string
  where: string
  wanted: number
  found: number
  /** Whose, for who has to look further. */
  person?: string
}

export interface Verdict {
  compared: number
  lost: Difference[]
  doubled: Difference[]
}

/** Collects what was looked at, and tells apart what is too little and too much. */
export function verdict() {
  const all: Difference[] = []
  return {
    expect: (what: string, where: string, wanted: number, found: number, person?: string) =>
      void all.push({ what, where, wanted, found, ...(person && { person }) }),
    atMost: (what: string, where: string, most: number, found: number) =>
      void all.push({ what, where, wanted: Math.min(most, found), found }),
    so: (): Verdict => ({
      compared: all.length,
      lost: all.filter(({ wanted, found }) => found < wanted),
      doubled: all.filter(({ wanted, found }) => found > wanted),
    }),
  }
}

export type Judge = ReturnType<typeof verdict>

/** How often this occurs in the texts of a document. */
function texts(of: unknown, marker: string): number {
  if (typeof of === 'string') return of.split(marker).length - 1
  if (typeof of !== 'object' || of === null) return 0
  return Object.values(of).reduce((sum: number, one) => sum + texts(one, marker), 0)
}

/** Counted by document, where one may repeat the words by itself. */
const BY_DOCUMENT = new Set(['reports'])

/** In each collection, how many texts have each marker: found in one pass. */
function counted(kept: Kept, markers: ReadonlySet<string>): Map<string, Map<string, number>> {
  const found = new Map<string, Map<string, number>>()
  const MARKER = /zq[a-z]{6}/g
  for (const [name, docs] of kept)
    for (const doc of docs) {
      const here = new Set(JSON.stringify(doc).match(MARKER))
      for (const marker of here) {
        if (!markers.has(marker)) continue
        const of = found.get(marker) ?? new Map<string, number>()
        of.set(name, (of.get(name) ?? 0) + (BY_DOCUMENT.has(name) ? 1 : texts(doc, marker)))
        found.set(marker, of)
      }
    }
  return found
}

/** Where a quote is on its way to a pulse, or in it: for weeks, and no longer. Never in both, and never twice. */
const OF_A_QUOTE = new Set(['waitingQuotes', 'pulses'])

/** Everything that was written lies in the store as often as it is to, and where it is to. */
export function compareStore(judge: Judge, { written, settings, jobs, reports }: Ledger, kept: Kept): void {
  const sure = written.filter(({ unsure }) => !unsure)
  const found = counted(kept, new Set(sure.map(({ marker }) => marker)))
  for (const words of sure) {
    const here = found.get(words.marker) ?? new Map<string, number>()
    const quoted = [...here].filter(([name]) => OF_A_QUOTE.has(name)).reduce((sum, [, times]) => sum + times, 0)
    if (quoted > 0) judge.atMost(words.what, 'store: a quote', 1, quoted)
    for (const name of new Set([...here.keys(), ...Object.keys(words.kept)]))
      if (!OF_A_QUOTE.has(name))
        judge.expect(
          words.what,
          `store: ${name}`,
          words.kept[name] ?? 0,
          here.get(name) ?? 0,
          `${words.person} ${words.marker}`,
        )
  }
  for (const [person, to] of settings) {
    const [own, ...more] = (kept.get('settings') ?? []).filter((one) => one.person === person)
    sameSettings(judge, 'store: settings', to, own)
    judge.atMost('settings', 'store: settings', 0, more.length)
  }
  for (const [person, job] of jobs) {
    const own = (kept.get('people') ?? []).filter(({ id }) => id === person) as (Doc & { jobTitle?: string })[]
    judge.expect('a person of the roster', 'store: people', 1, own.length)
    judge.expect('a job title of the roster', 'store: people', 1, own.filter(({ jobTitle }) => jobTitle === job).length)
  }
  const marks = (kept.get('reports') ?? []).flatMap((one) => (one as Doc & { by: string[] }).by)
  const wanted = [...reports.values()].reduce((sum, one) => sum + one, 0)
  judge.expect('reports', 'store: reports', wanted, marks.length)
}

function sameSettings(judge: Judge, where: string, wanted: Record<string, unknown>, found: unknown): void {
  const own = (found ?? {}) as Record<string, unknown>
  for (const [name, value] of Object.entries(wanted))
    if (value !== undefined) judge.expect(`the setting ${name}`, where, 1, own[name] === value ? 1 : 0)
}

type Own = Record<string, unknown>

/** The same of what the product itself gives to each person. */
export function compareExports(judge: Judge, ledger: Ledger, kept: Kept, exports: ReadonlyMap<string, Own>): void {
  const everybody = [...exports.keys()]
  const wanted = wantedIn(ledger.written, kept)
  for (const person of everybody) {
    const own = exports.get(person) ?? {}
    const found = new Map<string, number>()
    for (const [part, held] of Object.entries(own))
      for (const marker of new Set(JSON.stringify(held ?? null).match(/zq[a-z]{6}/g)))
        found.set(`${marker} ${part}`, texts(held, marker))
    const here = wanted.get(person) ?? new Map<string, number>()
    for (const { marker, what, unsure } of ledger.written) {
      if (unsure) continue
      for (const part of Object.keys(own)) {
        const [want, got] = [here.get(`${marker} ${part}`) ?? 0, found.get(`${marker} ${part}`) ?? 0]
        if (part !== 'roster' && want + got > 0) judge.expect(what, `export: ${part}`, want, got)
      }
    }
    const to = ledger.settings.get(person)
    if (to) sameSettings(judge, 'export: settings', to, own.settings)
    const reports = (own.reports as unknown[] | undefined)?.length ?? 0
    judge.expect('reports', 'export: reports', ledger.reports.get(person) ?? 0, reports)
  }
}

/** By person: how often each marker is to be in each part. Who was asked a question has it too. */
function wantedIn(written: readonly Written[], kept: Kept): Map<string, Map<string, number>> {
  const wanted = new Map<string, Map<string, number>>()
  const add = (person: string, key: string, times: number) => {
    const own = wanted.get(person) ?? new Map<string, number>()
    own.set(key, (own.get(key) ?? 0) + times)
    wanted.set(person, own)
  }
  for (const { marker, exported } of written)
    for (const { person, part, times } of exported) add(person, `${marker} ${part}`, times)
  for (const one of kept.get('asks') ?? []) {
    const { question, offers } = one as Doc & { question: string; offers: { person: string }[] }
    const [marker] = /zq[a-z]{6}/.exec(question) ?? []
    if (marker) for (const { person } of offers) add(person, `${marker} offers`, 1)
  }
  return wanted
}
