import { makeStyles, tokens } from '@fluentui/react-components'
import type { Step } from './story.ts'

const useStyles = makeStyles({
  svg: { display: 'block', width: '100%', maxWidth: '240px', margin: '0 auto', overflow: 'visible' },
  rest: { fill: 'none', stroke: tokens.colorNeutralStroke2, strokeWidth: 4 },
  way: { fill: 'none', stroke: 'var(--accent)', strokeWidth: 4 },
  done: { fill: 'var(--accent)', '@media (forced-colors: active)': { fill: 'CanvasText' } },
  yet: { fill: tokens.colorNeutralBackground1, stroke: tokens.colorNeutralForeground2, strokeWidth: 2 },
})

const RADIUS = 88
/** Open at the top, as the sign of the product is. */
const [FROM, TO] = [20, 340]

const on = (angle: number): readonly [x: number, y: number] => {
  const turned = ((angle - 90) * Math.PI) / 180
  return [100 + RADIUS * Math.cos(turned), 100 + RADIUS * Math.sin(turned)]
}
const arc = (to: number) =>
  `M ${on(FROM).join(' ')} A ${RADIUS} ${RADIUS} 0 ${to - FROM > 180 ? 1 : 0} 1 ${on(to).join(' ')}`

/** The way round: full is done, hollow is yet to come. Its name tells the whole of it. */
export function Loop({ steps, name }: { steps: readonly Step[]; name: string }) {
  const styles = useStyles()
  const angle = (place: number) => FROM + ((TO - FROM) * place) / Math.max(1, steps.length - 1)
  const done = steps.findLastIndex(({ isDone }) => isDone)
  return (
    <svg role="img" aria-label={name} viewBox="0 0 200 200" className={styles.svg}>
      <path d={arc(TO)} className={styles.rest} />
      {done > 0 && <path d={arc(angle(done))} className={styles.way} />}
      {steps.map(({ at, what, isDone }, place) => {
        const [cx, cy] = on(angle(place))
        return <circle key={`${at} ${what}`} cx={cx} cy={cy} r={7} className={isDone ? styles.done : styles.yet} />
      })}
    </svg>
  )
}
