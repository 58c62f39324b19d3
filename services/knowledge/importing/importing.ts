import type { Person } from '../../core/people.ts'
import type { Instant, Store } from '../../core/ports.ts'
import { staying } from '../../core/staying.ts'
import { everything } from '../../core/store/read-all.ts'
import { instant } from '../../core/time.ts'
import { languageOf } from '../../search/analysis/words.ts'
import { type KnowledgeItem, knowledgeItems, shellOf } from '../item.ts'
import type { Knowledge } from '../knowledge.ts'
import { knowledgeBefore, type LastImport } from './before.ts'
import { columnNamed } from './columns.ts'
import { type Contents, type Entry, FormInDoubt } from './entry.ts'
import type { Look, Prepared } from './finding.ts'
import { keepers, type Refused, whoIsMeant } from './keepers.ts'
import { keeperNamed, type LookingPorts, looking, MOST_ENTRIES } from './looking.ts'
import type { PlainText } from './rows.ts'
import { entriesInTable } from './rows.ts'
import { entriesInText, type Given } from './sections.ts'

export interface ImportingPorts extends Omit<LookingPorts, 'get'> {
  store: Store
  items: Pick<Knowledge, 'by' | 'edit' | 'sealAnew'>
  everyone(tenant: string): Promise<readonly Person[]>
  plain: PlainText
}

/** A file, as far as its form was read. */
export interface ReadFile {
  source: string
  contents: Contents
  /** What it says of itself as a whole, by name. */
  front?: ReadonlyMap<string, string>
}

export interface Choices {
  /** The name of who keeps what names nobody. */
  keeper?: string | undefined
  /** The lines that somebody looked at and that are meant so. */
  allowed?: readonly number[]
  /** Take away what this source has and the file has not. */
  replace?: boolean
  /** How many that are, as it was printed. */
  gone?: number | undefined
}

export type Looked = Refused | { kind: 'looked'; look: Look }
export type Imported =
  | Refused
  /** Somebody has to say first that so many may go, or to mend the lines that are refused. */
  | { kind: 'doubted'; look: Look; because: 'gone' | 'refused' }
  | { kind: 'imported'; look: Look; removed: number }
export type Undone =
  | { kind: 'nothing' }
  | { kind: 'undone'; at: Instant; source: string; taken: number; restored: number }

/** Called now and then while it is under way. */
export type Progress = (done: number, total?: number) => void

/** When so few would go, nobody has to say so first: at most this many, or this part of all. */
const FEW = 4
const SMALL_PART = 0.05

/** Puts in the knowledge bank what a municipality had already, and takes that back. */
export function knowledgeImports(ports: ImportingPorts) {
  const { store, clock, items, everyone, plain, pause } = ports
  const all = knowledgeItems(store)
  const before = knowledgeBefore({ store, clock })

  const given = (front: ReadFile['front']): Given => {
    const known: Given = {}
    for (const [name, value] of front ?? []) {
      const column = columnNamed(name)
      if (column === 'keeper' || column === 'checked' || column === 'topic') known[column] = value
    }
    return known
  }

  const entriesIn = ({ contents, front }: ReadFile): AsyncIterable<Entry> =>
    contents.kind === 'table'
      ? entriesInTable(contents.table, plain)
      : entriesInText(contents.blocks, given(front), plain)

  /** What an import would do. Nothing is written. */
  async function look(tenant: string, file: ReadFile, choices: Choices = {}, progress?: Progress): Promise<Looked> {
    const people = await everyone(tenant)
    const { source, contents } = file
    const keeper = choices.keeper === undefined ? undefined : keeperNamed(people, choices.keeper)
    if (keeper && keeper.kind !== 'one') return whoIsMeant(choices.keeper ?? '', keeper.kind)
    const { look, see, ids } = looking(
      { ...ports, get: (of, id) => all.get({ tenant: of, id }) },
      {
        tenant,
        source,
        keeper: keeper?.person.id,
        allowed: new Set(choices.allowed),
        isText: contents.kind === 'text',
      },
      people,
    )
    try {
      let seen = 0
      for await (const entry of entriesIn(file)) {
        if (++seen > MOST_ENTRIES)
          throw new FormInDoubt(`There are more than ${MOST_ENTRIES} questions. Cut the file into parts.`, {
            code: 'too-many',
          })
        await see(entry)
        progress?.(seen)
        await pause()
      }
      if (seen === 0)
        throw new FormInDoubt('There is no question with an answer in this file, and no heading with text under it.', {
          code: 'nothing',
        })
    } catch (error) {
      if (error instanceof FormInDoubt) return { kind: 'refused', reason: error.message, problem: error.problem }
      throw error
    }
    const standing = choices.replace ? await everything(all, { tenant }, 'source', source) : []
    return {
      kind: 'looked',
      look: {
        source,
        counts: contents.kind === 'text' ? contents.counts : 'lines',
        found: look.found,
        writes: look.writes,
        gone: standing.filter(({ id }) => !ids.has(id)),
        of: standing.length,
      },
    }
  }

  async function write(tenant: string, one: Prepared): Promise<void> {
    const { id, source, keeper: author, question, answer: text, topic, checked, imported } = one
    const now = instant(clock.now())
    await items.edit({ tenant, id }, (known): KnowledgeItem => {
      const kept = known ? staying(known, 'etag', 'helped', 'appliedBy') : { helped: 0 }
      const language = languageOf(`${question} ${text}`, 'nl')
      const item = {
        tenant,
        id,
        kind: 'document' as const,
        author,
        language,
        question,
        text,
        source,
        at: now,
        changed: now,
      }
      return { ...kept, ...item, imported, ...(topic && { topic }), ...(checked && { checked }) }
    })
  }

  const takeAway = (tenant: string, id: string, undone: boolean) =>
    items.edit({ tenant, id }, (known) =>
      known && !known.withdrawn
        ? { ...shellOf(known), changed: instant(clock.now()), ...(undone && { undone }) }
        : undefined,
    )

  async function carryOut(tenant: string, { source, writes, gone }: Look, progress?: Progress): Promise<void> {
    if (writes.length + gone.length === 0) return
    const name = await before.begin(tenant, source)
    const total = writes.length + gone.length
    let done = 0
    for (const one of writes) {
      await before.keep(tenant, name, one.id, one.was?.withdrawn ? undefined : one.was)
      await write(tenant, one)
      progress?.(++done, total)
      await pause()
    }
    for (const item of gone) {
      await before.keep(tenant, name, item.id, item)
      await takeAway(tenant, item.id, true)
      progress?.(++done, total)
      await pause()
    }
    if (gone.length > 0) await items.sealAnew(tenant)
    await before.done(tenant, name)
  }

  /** Puts one back as it was. What its keeper took away since stays away; what helped since has helped. */
  async function putBack(tenant: string, id: string, was: Omit<KnowledgeItem, 'etag'> | undefined) {
    if (!was) return takeAway(tenant, id, true)
    await items.edit({ tenant, id }, (known) => {
      if (known?.withdrawn && !known.undone) return undefined
      const helped = Math.max(known?.helped ?? 0, was.helped)
      return { ...was, helped, changed: instant(clock.now()), ...(known?.etag && { etag: known.etag }) }
    })
  }

  return {
    look,

    async import(tenant: string, file: ReadFile, choices: Choices = {}, progress?: Progress): Promise<Imported> {
      const looked = await look(tenant, file, choices, progress)
      if (looked.kind === 'refused') return looked
      const { gone, of, found } = looked.look
      // A line that cannot be read may be any of those that seem to be gone.
      if (choices.replace && found.some(({ state }) => state === 'refused'))
        return { kind: 'doubted', look: looked.look, because: 'refused' }
      const isFew = gone.length <= FEW || gone.length <= of * SMALL_PART
      if (!isFew && choices.gone !== gone.length) return { kind: 'doubted', look: looked.look, because: 'gone' }
      await carryOut(tenant, looked.look, progress)
      return { kind: 'imported', look: looked.look, removed: gone.length }
    },

    /** All of the last import, for thirty days. */
    async undo(tenant: string, progress?: Progress): Promise<Undone> {
      const last = await before.last(tenant)
      if (!last) return { kind: 'nothing' }
      let [taken, restored] = [0, 0]
      for await (const { of, was } of before.of(tenant, last.name)) {
        await putBack(tenant, of, was)
        if (was) restored++
        else taken++
        progress?.(taken + restored)
        await pause()
      }
      await items.sealAnew(tenant)
      await before.end(tenant, last.name)
      return { kind: 'undone', at: last.at, source: last.source, taken, restored }
    },

    /** The last import, as long as it can be taken back. */
    last: (tenant: string): Promise<LastImport | undefined> => before.last(tenant),
    drop: before.drop,
    export: before.export,
    ...keepers({ items, all, before, everyone, clock, pause }),
  }
}

export type KnowledgeImports = ReturnType<typeof knowledgeImports>
