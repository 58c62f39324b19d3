import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { useCallback, useState } from 'react'
import { monthIn } from '../../../cards/kit/dates.ts'
import type { JournalSearch, JournalShown, MomentShown } from '../../../services/reflection/schema.ts'
import type { Api } from '../../api.ts'
import { Panel } from '../../kit/layout.tsx'
import { useLoaded } from '../../kit/loaded.ts'
import { useSession, useWords } from '../../session.ts'
import { myLearningWords } from '../../words/my-learning.ts'
import { countIn, type Dot, RINGS, type Ring, type Year, yearIn } from './year.ts'

/** More pages than anybody fills in a year are not asked for. */
const MOST_PAGES = 10
const SIZE = 280
const MIDDLE = SIZE / 2
const RADIUS: Record<Ring, number> = { work: 120, others: 96, training: 72 }
/** In parts of a whole turn: the ring is open at the top, like the picture of Leermoment. */
const OPEN = 0.03

const useStyles = makeStyles({
  picture: { display: 'block', width: '100%', maxWidth: '300px', margin: '0 auto' },
  track: { fill: 'none', stroke: tokens.colorNeutralStroke2, strokeWidth: 2 },
  work: { fill: 'var(--accent)' },
  others: { fill: 'var(--aubergine)' },
  training: { fill: 'var(--ochre)' },
  unknown: { fill: 'none', stroke: tokens.colorNeutralForeground3, strokeWidth: 2 },
  figure: { fill: tokens.colorNeutralForeground1, fontSize: '34px', fontWeight: 600, textAnchor: 'middle' },
  small: { fill: tokens.colorNeutralForeground2, fontSize: '12px', textAnchor: 'middle' },
  legend: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'center',
    gap: '4px 16px',
    margin: '8px 0',
    padding: 0,
    listStyleType: 'none',
    fontSize: '12px',
    lineHeight: '16px',
  },
  key: { display: 'inline-flex', alignItems: 'center', gap: '6px' },
  table: { width: '100%', borderCollapse: 'collapse', fontSize: '12px', lineHeight: '16px' },
  cell: { padding: '6px 4px', textAlign: 'left', borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  press: { display: 'flex', justifyContent: 'flex-end', marginBottom: '8px' },
  note: { display: 'block', color: tokens.colorNeutralForeground2 },
})

async function wholeYear(api: Api): Promise<Year | undefined> {
  const all: MomentShown[] = []
  let page = await api.get<JournalShown>('/api/me/moments')
  for (let asked = 1; ; asked++) {
    all.push(...page.moments)
    const [newest] = all
    const last = all.at(-1)
    const isOver = last && newest && last.written.slice(0, 4) < newest.written.slice(0, 4)
    if (!page.older || isOver || asked === MOST_PAGES) return yearIn(all)
    const place: JournalSearch = { words: '', before: page.older }
    page = await api.post<JournalShown>('/api/me/moments/search', place)
  }
}

/** One's own year, drawn here and nowhere else: in the work, with others, and in training. */
export default function YearRing() {
  const words = useWords(myLearningWords).ring
  const { api } = useSession()
  const loaded = useLoaded(useCallback(async () => ({ year: await wholeYear(api) }), [api]))
  const [isTable, setTable] = useState(false)
  const styles = useStyles()
  if (loaded.kind !== 'done' || !loaded.value.year) return null
  const { year } = loaded.value
  return (
    <Panel title={words.title(year.year)}>
      <div className={styles.press}>
        <Button size="small" onClick={() => setTable(!isTable)}>
          {isTable ? words.asPicture : words.asTable}
        </Button>
      </div>
      {isTable ? <Table year={year} /> : <Picture year={year} />}
      <Text size={200} className={styles.note}>
        {words.note}
      </Text>
    </Panel>
  )
}

const point = (at: number, radius: number) => {
  const angle = 2 * Math.PI * (OPEN / 2 + at * (1 - OPEN))
  return { x: MIDDLE + radius * Math.sin(angle), y: MIDDLE - radius * Math.cos(angle) }
}

function Picture({ year }: { year: Year }) {
  const styles = useStyles()
  const words = useWords(myLearningWords).ring
  const counts = RINGS.map((ring) => countIn(year, ring))
  const [work = 0, others = 0, training = 0] = counts
  return (
    <>
      <svg
        viewBox={`0 0 ${SIZE} ${SIZE}`}
        role="img"
        aria-label={words.story(year.year, year.dots.length, { work, others, training })}
        className={styles.picture}
      >
        {RINGS.map((ring) => {
          const [from, to] = [point(0, RADIUS[ring]), point(1, RADIUS[ring])]
          const path = `M${from.x} ${from.y} A${RADIUS[ring]} ${RADIUS[ring]} 0 1 1 ${to.x} ${to.y}`
          return <path key={ring} d={path} className={styles.track} />
        })}
        {year.dots.map((dot) => (
          <Mark key={dot.id} dot={dot} />
        ))}
        <text x={MIDDLE} y={MIDDLE + 6} className={styles.figure}>
          {year.dots.length}
        </text>
        <text x={MIDDLE} y={MIDDLE + 26} className={styles.small}>
          {words.moments(year.dots.length)}
        </text>
      </svg>
      <ul className={styles.legend}>
        {RINGS.map((ring, place) => (
          <li key={ring} className={styles.key}>
            <svg viewBox="-7 -7 14 14" width="14" height="14" aria-hidden>
              <Shape ring={ring} x={0} y={0} />
            </svg>
            {words.rings[ring]} {counts[place]}
          </li>
        ))}
      </ul>
    </>
  )
}

/** A moment of which nobody said how it was learned is hollow. */
const Mark = ({ dot: { at, ring } }: { dot: Dot }) => <Shape ring={ring} {...point(at, RADIUS[ring ?? 'work'])} />

/** A circle, a square, a diamond: never colour alone. */
function Shape({ ring, x, y }: { ring: Ring | undefined; x: number; y: number }) {
  const styles = useStyles()
  if (ring === 'others') return <rect x={x - 5} y={y - 5} width={10} height={10} className={styles.others} />
  if (ring === 'training') return <path d={`M${x} ${y - 7} l7 7 l-7 7 l-7 -7 z`} className={styles.training} />
  return <circle cx={x} cy={y} r={ring ? 6 : 5} className={ring ? styles.work : styles.unknown} />
}

/** The same, month by month: one with nothing in it is left out. */
function Table({ year }: { year: Year }) {
  const styles = useStyles()
  const words = useWords(myLearningWords).ring
  const { language } = useSession()
  const months = [...new Set(year.dots.map(({ month }) => month))].sort((one, other) => one - other)
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col" className={styles.cell}>
            {words.month}
          </th>
          {RINGS.map((ring) => (
            <th key={ring} scope="col" className={styles.cell}>
              {words.rings[ring]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {months.map((month) => (
          <tr key={month}>
            <th scope="row" className={styles.cell}>
              {monthIn(language, new Date(Date.UTC(year.year, month, 15)).toISOString())}
            </th>
            {RINGS.map((ring) => (
              <td key={ring} className={styles.cell}>
                {countIn(year, ring, month)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
