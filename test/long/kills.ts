/**
 * Kills the service while a town lives: `node test/long/kills.ts [kills] [stores] [seed]`, so many on a SQLite file and so
 * many on a Cosmos-compatible server, and some more on a store that answers before it keeps. Prints what was acknowledged,
 * lost and doubled; ends with 1 when anything was, and when the last one shows nothing of the kind.
 */
import { type Tried, tryKills } from './kills/trial.ts'

const [most = '150', among = 'SQLite,Cosmos,control', seed = '1'] = process.argv.slice(2)
const CONTROL = 'test/long/kills/written-late.ts'
/** Fewer will do to be seen. */
const MOST_OF_CONTROL = 20
const SHOWN = 12
const DIARY_SHOWN = 12

const say = (line: string) => void process.stdout.write(`${line}\n`)

function told(
  name: string,
  isControl: boolean,
  { diary, edges, offScript, failures, lost, doubled, compared, written, seconds }: Tried,
): void {
  say(`\n${name}: ${compared} comparisons, in ${(seconds / 60).toFixed(1)} min`)
  say(`  written: ${[...written].map(([what, times]) => `${times} × ${what}`).join(', ')}`)
  for (const [what, list] of Object.entries({ lost, doubled })) {
    const lines = Map.groupBy(list, (one) => `${one.what}, ${one.where}: ${one.found} for ${one.wanted}`)
    for (const [line, same] of [...lines].slice(0, SHOWN)) say(`  ${what}, ${same.length} times: ${line}`)
  }
  for (const [person, marker] of [...lost, ...doubled].flatMap(({ person }) => (person ? [person.split(' ')] : [])))
    for (const line of isControl ? [] : (diary.get(person ?? '') ?? []).slice(-DIARY_SHOWN))
      say(`    ${marker} ${line}`)
  for (const [what, times] of [...offScript].slice(0, SHOWN)) say(`  not as the story goes, ${times} times: ${what}`)
  for (const [what, times] of failures) say(`  in the log, ${times} times: ${what}`)
  say(`  answered by a message again, as it was brought again: ${edges.repliesAgain}`)
  say(`  cards that arrived and could not be recorded: ${edges.unrecorded}`)
  say(`  lines of text for what nobody knew: ${edges.lines}, of which in the place of an offer: ${edges.lineAlone}`)
}

const COLUMNS = ['store', 'kills', 'things done', 'brought', 'acknowledged', 'lost', 'doubled', 'astray']

const row = (name: string, { kills, operations, activities, acknowledged, lost, doubled, offScript }: Tried) => [
  name,
  kills,
  operations,
  activities,
  acknowledged,
  lost.length,
  doubled.length,
  [...offScript.values()].reduce((sum, times) => sum + times, 0),
]

const rows: (string | number)[][] = [COLUMNS]
for (const name of among.split(',')) {
  const isControl = name === 'control'
  const kills = isControl ? Math.min(Number(most), MOST_OF_CONTROL) : Number(most)
  const tried = await tryKills({
    store: isControl ? 'SQLite' : name,
    kills,
    seed: Number(seed),
    ...(isControl && { program: CONTROL }),
  })
  told(name, isControl, tried)
  rows.push(row(name, tried))
  const { lost, doubled, offScript } = tried
  const isSound = lost.length + doubled.length + offScript.size === 0
  if (isControl ? lost.length + doubled.length === 0 : !isSound) process.exitCode = 1
}
say('')
for (const cells of rows) say(cells.map((cell) => String(cell).padStart(13)).join(''))
