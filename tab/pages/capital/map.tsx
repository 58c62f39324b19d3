import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { CapitalShown } from '../../../services/knowledge/schema.ts'
import { Panel } from '../../kit/layout.tsx'
import { useNarrow } from '../../kit/narrow.ts'
import { useSession, useWords } from '../../session.ts'
import { capitalWords } from '../../words/capital.ts'
import { type Box, treemap } from './treemap.ts'

type Topic = CapitalShown['topics'][number]

/** More boxes than these are too small for a word. */
const MOST = { wide: 12, narrow: 7 }
/** Width for a height of 1, and the width in pixels that it has about. */
const SHAPES = { wide: { ratio: 1.6, pixels: 640 }, narrow: { ratio: 0.75, pixels: 310 } }

const EDGE = '@media (forced-colors: active)'

const useStyles = makeStyles({
  map: { position: 'relative', width: '100%' },
  wide: { aspectRatio: '1.6' },
  narrow: { aspectRatio: '0.75' },
  box: {
    position: 'absolute',
    boxSizing: 'border-box',
    padding: '2px',
  },
  inner: {
    boxSizing: 'border-box',
    height: '100%',
    padding: '8px',
    borderRadius: '4px',
    overflow: 'hidden',
    backgroundColor: `color-mix(in srgb, var(--accent) 18%, ${tokens.colorNeutralBackground1})`,
    [EDGE]: { border: '1px solid CanvasText', backgroundColor: 'Canvas' },
  },
  one: {
    border: '2px solid var(--ochre)',
    padding: '6px',
    backgroundColor: tokens.colorNeutralBackground1,
    backgroundImage: 'repeating-linear-gradient(135deg, var(--ochre) 0 1.5px, transparent 1.5px 9px)',
    [EDGE]: {
      border: '2px dashed CanvasText',
      backgroundImage: 'repeating-linear-gradient(135deg, CanvasText 0 1.5px, Canvas 1.5px 9px)',
      forcedColorAdjust: 'none',
    },
  },
  label: {
    display: 'inline-block',
    maxWidth: '100%',
    boxSizing: 'border-box',
    fontSize: '12px',
    lineHeight: '16px',
    hyphens: 'auto',
    overflowWrap: 'anywhere',
  },
  onHatch: {
    padding: '2px 6px',
    borderRadius: '2px',
    backgroundColor: tokens.colorNeutralBackground1,
    [EDGE]: { color: 'CanvasText', backgroundColor: 'Canvas' },
  },
  topic: { display: 'block', fontWeight: tokens.fontWeightSemibold },
  large: { fontSize: '14px', lineHeight: '20px' },
  legend: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '4px 16px',
    marginTop: '12px',
    fontSize: '12px',
    lineHeight: '16px',
    color: tokens.colorNeutralForeground2,
  },
  key: { display: 'inline-flex', alignItems: 'center', gap: '6px' },
  sample: { display: 'inline-block', width: '14px', height: '14px', padding: 0 },
})

/** Each topic as large as there is to read about it; hatched where one colleague knows it. */
export function CapitalMap({ topics }: { topics: readonly Topic[] }) {
  const styles = useStyles()
  const words = useWords(capitalWords)
  const { language } = useSession()
  const form = useNarrow() ? 'narrow' : 'wide'
  const known = topics.filter(({ answers }) => answers > 0).toSorted((one, other) => other.answers - one.answers)
  const shown = known.slice(0, MOST[form])
  if (shown.length < 2) return null
  const boxes = treemap(
    shown.map(({ answers }) => answers),
    SHAPES[form].ratio,
  )
  const single = shown.filter(({ helpers }) => helpers === 'one').map(({ topic }) => topic)
  const listed = (all: readonly string[]) =>
    [all.slice(0, -1).join(', '), ...all.slice(-1)].filter(Boolean).join(` ${words.and} `)
  const told = [
    words.story(listed(shown.slice(0, 3).map(({ topic }) => topic))),
    single.length > 0 ? words.storyOne(listed(single)) : words.storyNone,
    words.storyList,
  ]
  return (
    <Panel title={words.map}>
      <div role="img" aria-label={told.join(' ')}>
        <div inert className={mergeClasses(styles.map, styles[form])} lang={language}>
          {shown.map((one, place) => {
            const box = boxes[place]
            return box && <Part key={one.topic} topic={one} box={box} form={form} />
          })}
        </div>
      </div>
      <div className={styles.legend}>
        <span className={styles.key}>
          <span aria-hidden className={mergeClasses(styles.inner, styles.sample)} />
          {words.legend.more}
        </span>
        <span className={styles.key}>
          <span aria-hidden className={mergeClasses(styles.inner, styles.one, styles.sample)} />
          {words.legend.one}
        </span>
      </div>
    </Panel>
  )
}

function Part({ topic: { topic, helpers, answers }, box, form }: { topic: Topic; box: Box; form: 'wide' | 'narrow' }) {
  const styles = useStyles()
  const words = useWords(capitalWords)
  const { pixels, ratio } = SHAPES[form]
  const width = (box.width / 100) * pixels
  const height = ((box.height / 100) * pixels) / ratio
  const isOne = helpers === 'one'
  const hasRoom = width > 70 && height > 44
  return (
    <div
      className={styles.box}
      style={{ left: `${box.left}%`, top: `${box.top}%`, width: `${box.width}%`, height: `${box.height}%` }}
    >
      <div className={mergeClasses(styles.inner, isOne && styles.one)}>
        {hasRoom && (
          <span className={mergeClasses(styles.label, isOne && styles.onHatch)}>
            <span className={mergeClasses(styles.topic, width > 180 && height > 90 && styles.large)}>{topic}</span>
            {isOne ? words.legend.one : width > 130 ? words.toRead(answers) : answers}
          </span>
        )}
      </div>
    </div>
  )
}
