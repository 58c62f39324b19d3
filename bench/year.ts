import { writeFile } from 'node:fs/promises'
import { days, later } from '../services/core/time.ts'
import { mean } from './numbers.ts'
import type { Outcome } from './report.ts'
import { inWords, isSmall, sized } from './size.ts'
import { lives } from './year/lives.ts'
import { doubles, kindOf, lookedAt, mostNudges } from './year/measures.ts'
import { plotOf } from './year/plot.ts'
import { TENANT, type YearTown, yearTown } from './year/town.ts'

const PEOPLE = sized(1_000, 60)
const WEEKS = 52
/** Four weeks each: as long as a window. */
const MONTHS = WEEKS / 4
const SEED = 2027
const LIMITS = { nudges: 2, orphans: 0, doubles: 0, growth: 1.1, week: 45 }
const PLOT = new URL('../docs/year-documents.svg', import.meta.url)

/**
 * A year of a municipality through the whole app: question, asks, offers, intentions, buddies, follow-ups and pulses. Nobody is
 * disturbed more than twice a week, nothing is told twice or left lying, and the store grows no faster at the end than at first.
 */
export async function year(): Promise<Outcome> {
  const town = await yearTown(PEOPLE)
  const { documents, orphans } = await lived(town)
  const perPerson = documents.map((count) => count / PEOPLE)
  const added = perPerson.map((value, place) => value - (perPerson[place - 1] ?? 0)).slice(1)
  const half = Math.floor(added.length / 2)
  if (!isSmall)
    await writeFile(PLOT, plotOf(perPerson, `Documents for each of ${inWords(PEOPLE)} people, by month of a year`))
  return {
    figures: [
      {
        name: 'most nudges for anybody in any week',
        value: mostNudges(town.arrived),
        unit: 'times',
        limit: LIMITS.nudges,
      },
      { name: 'what goes on without anybody or a day', value: orphans, unit: 'times', limit: LIMITS.orphans },
      { name: 'messages that came twice', value: doubles(town.arrived), unit: 'times', limit: LIMITS.doubles },
      {
        name: 'growth of the store, last half against first',
        value: mean(added.slice(-half)) / mean(added.slice(0, half)),
        unit: 'x',
        limit: LIMITS.growth,
      },
      { name: 'week of a person', value: town.units() / PEOPLE / WEEKS, unit: 'RU', limit: LIMITS.week },
      { name: 'messages', value: town.arrived.length, unit: 'times' },
    ],
    detail: { people: PEOPLE, perPerson, kinds: kindsOf(town) },
  }
}

async function lived(town: YearTown) {
  const { day, week } = lives(town, SEED)
  const documents: number[] = []
  let orphans = 0
  for (let month = 0; month < MONTHS; month++) {
    for (let place = 0; place < 4; place++) {
      await town.app.pulse.course.confirm(TENANT)
      const begins = town.now()
      await week()
      for (let today = 1; today <= 7; today++) {
        await town.until(later(begins, days(today)))
        await day()
      }
    }
    const seen = await lookedAt(town)
    documents.push(seen.documents)
    orphans += seen.orphans
  }
  return { documents, orphans }
}

const kindsOf = ({ arrived }: YearTown) =>
  Object.fromEntries([...Map.groupBy(arrived, kindOf)].map(([kind, all]) => [kind, all.length]))
