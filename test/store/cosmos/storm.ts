import { seeded } from '../../../bench/seeded.ts'
import { type Collection, Conflict, Unavailable } from '../../../services/core/ports.ts'
import { change } from '../../../services/core/store/change.ts'
import { type Count, keyOf } from './world.ts'

/** One process: what it writes with, and its name. */
export interface Side {
  name: string
  counts: Pick<Collection<Count>, 'get' | 'put' | 'remove'>
}

/** What one writer was told of one thing it did. */
export interface Told {
  act: 'add' | 'make' | 'contest' | 'remove'
  id: string
  by: string
  outcome: 'done' | 'refused' | 'perhaps'
}

const WORKERS = 4
const STEPS = 30
const SHARED = 3

/** Every side does the same things at the same time, by the same seed; says what each was told. */
export async function storm(sides: readonly Side[], seed: number): Promise<Told[]> {
  const told: Told[] = []
  const workers = sides.flatMap((side) => Array.from({ length: WORKERS }, (_, worker) => ({ side, worker })))
  await Promise.all(workers.map(({ side, worker }) => work(side, worker, seeded(seed * 100 + worker), told)))
  return told
}

async function work({ name, counts }: Side, worker: number, random: () => number, told: Told[]): Promise<void> {
  const by = `${name}${worker}`
  const made: string[] = []
  const tell = async (act: Told['act'], id: string, doing: Promise<unknown>) =>
    void told.push({ act, id, by, outcome: await outcomeOf(doing) })
  const add = (id: string) => tell('add', id, addOne(counts as Collection<Count>, id))
  const make = (act: 'make' | 'contest', id: string) => tell(act, id, counts.put({ ...keyOf(id), count: 1, by }))
  for (let step = 0; step < STEPS; step++) {
    const dice = random()
    if (dice < 0.4) await add(`shared${Math.floor(random() * SHARED)}`)
    else if (dice < 0.55) await add(`own-${by}`)
    else if (dice < 0.7) await make('contest', `contest-${worker}-${step}`)
    else if (dice < 0.85 || made.length === 0) await make('make', made[made.push(`made-${by}-${step}`) - 1] ?? '')
    else {
      const id = made.pop() ?? ''
      await tell('remove', id, counts.remove(keyOf(id)))
    }
  }
}

const addOne = (counts: Collection<Count>, id: string) =>
  change(counts, keyOf(id), (current) => ({ ...keyOf(id), ...current, count: (current?.count ?? 0) + 1 }))

/** Anything but a coded error ends the storm. */
async function outcomeOf(doing: Promise<unknown>): Promise<Told['outcome']> {
  try {
    await doing
    return 'done'
  } catch (error) {
    if (error instanceof Conflict) return 'refused'
    if (error instanceof Unavailable) return 'perhaps'
    throw error
  }
}

/** What lies there and cannot be, after what everybody was told; empty when nothing was lost and nothing doubled. */
export async function wrongs(told: readonly Told[], counts: Pick<Collection<Count>, 'get'>): Promise<string[]> {
  const found: string[] = []
  for (const [id, all] of Map.groupBy(told, (one) => one.id)) {
    const doc = await counts.get(keyOf(id))
    const wrong = all[0]?.act === 'add' ? miscounted(all, doc) : misplaced(all, doc)
    if (wrong) found.push(`${id} ${wrong}`)
  }
  return found
}

const having = (told: readonly Told[], outcome: Told['outcome']) => told.filter((one) => one.outcome === outcome)

function miscounted(told: readonly Told[], doc: Count | undefined): string | undefined {
  const [least, most] = [having(told, 'done').length, told.length - having(told, 'refused').length]
  const count = doc?.count ?? 0
  return count < least || count > most ? `counts ${count}, and was added ${least} to ${most} times` : undefined
}

function misplaced(all: readonly Told[], doc: Count | undefined): string | undefined {
  const makers = all.filter(({ act }) => act !== 'remove')
  const done = having(makers, 'done')
  const perhaps = having(makers, 'perhaps')
  const gone = all.find(({ act }) => act === 'remove')?.outcome
  if (done.length > 1) return 'was made by two'
  if (done.length + perhaps.length === 0) return 'was refused to all'
  if (!doc) return done.length > 0 && !gone ? 'is lost' : undefined
  if (gone === 'done') return 'is there again'
  return (done.length > 0 ? done : perhaps).some(({ by }) => by === doc.by) ? undefined : 'is of somebody else'
}
