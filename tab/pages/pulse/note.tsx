import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import { Checkmark12Filled } from '@fluentui/react-icons'
import { dateIn } from '../../../cards/kit/dates.ts'
import { pointIn } from '../../../cards/pulse/decision.ts'
import { responseWords as responseCardWords } from '../../../cards/pulse/response-words.ts'
import { Panel } from '../../kit/layout.tsx'
import { Failed } from '../../kit/states.tsx'
import { useSession, useWords } from '../../session.ts'
import { pulseWords } from '../../words/pulse.ts'
import { type Form, useFields } from './fields.ts'
import { asTyped, SoRead } from './so-read.tsx'
import { labelsOf, StepField } from './step-field.tsx'
import { type Asks, isReplyTo, type Step } from './steps.ts'

const useStyles = makeStyles({
  form: { display: 'grid', gap: tokens.spacingVerticalL },
  small: { color: tokens.colorNeutralForeground2 },
  error: { color: tokens.colorPaletteRedForeground1 },
  button: { justifySelf: 'start' },
  steps: { listStyleType: 'none', margin: 0, padding: 0 },
  step: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr) auto',
    columnGap: '12px',
    alignItems: 'start',
    padding: '12px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  mark: {
    display: 'grid',
    placeContent: 'center',
    boxSizing: 'border-box',
    width: '16px',
    height: '16px',
    marginTop: '2px',
    borderRadius: '8px',
    border: `2px solid ${tokens.colorNeutralStroke1}`,
  },
  now: { border: `2px solid ${tokens.colorBrandStroke1}` },
  done: {
    border: 'none',
    color: tokens.colorNeutralBackground1,
    backgroundColor: 'var(--accent)',
    '@media (forced-colors: active)': { color: 'Canvas', backgroundColor: 'CanvasText', forcedColorAdjust: 'none' },
  },
  value: { display: 'block', whiteSpace: 'pre-line', overflowWrap: 'anywhere' },
})

interface Given {
  pulse: string
  block: string
  asks: Asks
  note(body: object): Promise<void>
}

/** Said to all quotes together, or decided about one point: one field at a time, and beside it how it will be read. */
export function Note({ pulse, block, asks, note }: Given) {
  const styles = useStyles()
  const words = useWords(pulseWords)
  const { language } = useSession()
  const response = responseCardWords(language)
  const { point, number, of, due, promised } = asks
  const isReply = isReplyTo(asks)
  const form = useFields(asks, note)
  const { given, steps, problem } = form
  return (
    <>
      <Panel title={words.turn}>
        <form className={styles.form} onSubmit={form.submit} ref={form.place}>
          <div>
            <Text block size={200} className={styles.small}>
              {isReply ? words.theirWords(dateIn(language, due)) : words.place(number, of, dateIn(language, due))}
            </Text>
            <Text block weight="semibold">
              {pointIn(language, point, 'points')}
            </Text>
          </div>
          {isReply && <Text>{response.reply.together}</Text>}
          <Text>{response.everybody(block)}</Text>
          {promised && (
            <Text>
              {response.says[promised.decision]} {promised.reason}
            </Text>
          )}
          {problem && (
            <Text role="alert" className={styles.error}>
              {isReply && (problem === 'no-reason' || problem === 'thanks-alone')
                ? response.reply.error
                : response.problems[problem as keyof typeof response.problems]}
            </Text>
          )}
          <ol className={styles.steps}>
            {steps.map((step, place) => (
              <OneStep key={step} step={step} state={stateOf(place, form.at)} form={form} asks={asks} pulse={pulse} />
            ))}
          </ol>
          {form.isFailed && <Failed again={form.send} />}
          <Button type="submit" appearance="primary" className={styles.button} data-next>
            {response.next}
          </Button>
        </form>
      </Panel>
      <SoRead given={given} steps={steps} at={form.at} />
    </>
  )
}

const stateOf = (place: number, at: number) => (place < at ? 'done' : place === at ? 'now' : 'coming')

interface StepGiven {
  step: Step
  state: 'done' | 'now' | 'coming'
  form: Form
  asks: Asks
  pulse: string
}

function OneStep({ step, state, form, asks, pulse }: StepGiven) {
  const styles = useStyles()
  const words = useWords(pulseWords)
  const { language } = useSession()
  const { label } = labelsOf(language, asks)[step]
  const value = form.given[step]
  const response = responseCardWords(language)
  const shown =
    step === 'decision' ? response.decisions[value as keyof typeof response.decisions] : asTyped(language, value)
  return (
    <li className={styles.step} {...(state === 'now' && { 'data-now': true })}>
      <span aria-hidden className={mergeClasses(styles.mark, state !== 'coming' && styles[state])}>
        {state === 'done' && <Checkmark12Filled />}
      </span>
      {state === 'now' ? (
        <StepField step={step} form={form} asks={asks} pulse={pulse} />
      ) : (
        <div>
          <Text block size={200} className={styles.small}>
            {label}
          </Text>
          {state === 'done' && <span className={styles.value}>{shown}</span>}
        </div>
      )}
      {state === 'done' && (
        <Button
          appearance="transparent"
          size="small"
          aria-label={words.changeStep(label)}
          onClick={() => form.open(form.steps.indexOf(step))}
        >
          {response.change}
        </Button>
      )}
    </li>
  )
}
