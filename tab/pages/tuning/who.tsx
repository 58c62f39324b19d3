import { Button, Checkbox, Field, makeStyles, Radio, RadioGroup, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { PromptShown, PromptsShown, Target } from '../../../services/prompts/schema.ts'
import { Panel } from '../../kit/layout.tsx'
import { useWords } from '../../session.ts'
import { tuningWords } from '../../words/tuning.ts'
import type { Editing } from './editing.ts'

const useStyles = makeStyles({
  lines: { display: 'grid', gap: tokens.spacingVerticalM, justifyItems: 'start' },
  units: { display: 'grid', margin: 0, padding: 0, border: 'none' },
})

interface Given {
  prompt: PromptShown
  shown: PromptsShown
  editing: Editing
  /** Does it when a reason was written. */
  because(act: (why: string) => void): void
}

/** For whom the question is, and whether it is asked at all. */
export function Who(given: Given) {
  const styles = useStyles()
  const words = useWords(tuningWords)
  const { prompt, shown, editing, because } = given
  const { everyone, managers } = shown.people
  return (
    <Panel title={words.who}>
      <div className={styles.lines}>
        {prompt.audience === 'managers' && (
          <Text>{managers > 0 ? words.forManagers(managers) : words.fewManagers}</Text>
        )}
        {prompt.isOpening && <Text>{words.everyone(everyone)}</Text>}
        {prompt.audience === 'everyone' && !prompt.isOpening && <Aim {...given} />}
        {prompt.journalOnly && <Text>{words.onlyJournal}.</Text>}
        {prompt.isOpening ? (
          <Text>{words.opening}</Text>
        ) : (
          <Button
            disabledFocusable={editing.isBusy}
            onClick={() =>
              because((why) => void editing.turn(prompt.off ? words.turnedOn : words.turnedOff, !prompt.off, why))
            }
          >
            {prompt.off ? words.turnOn : words.turnOff}
          </Button>
        )}
      </div>
    </Panel>
  )
}

type Kind = 'everyone' | 'half' | 'quarter' | 'units'
const PART = { half: 2, quarter: 4 } as const

const kindOf = (target: Target | undefined): Kind => {
  if (!target) return 'everyone'
  return 'units' in target ? 'units' : target.every === 2 ? 'half' : 'quarter'
}

/** Everybody, a part that is drawn, or whole nodes of the organisation: never people one by one. */
function Aim({ prompt, shown: { people, units }, editing, because }: Given) {
  const styles = useStyles()
  const words = useWords(tuningWords)
  const { target } = prompt
  const [kind, setKind] = useState(kindOf(target))
  const [chosen, setChosen] = useState<readonly string[]>(target && 'units' in target ? target.units : [])
  const wanted: Target | undefined =
    kind === 'everyone' ? undefined : kind === 'units' ? { units: [...chosen].sort() } : { every: PART[kind] }
  const isSame = JSON.stringify(wanted) === JSON.stringify(target)
  const isEmpty = kind === 'units' && chosen.length === 0
  /** Below the municipality itself. One that may not be chosen any more is known by its path alone. */
  const unitLabel = (unit: string) => {
    const known = units.find((one) => one.unit === unit)
    return words.unit(known ? known.path.slice(1).join(' · ') : unit, known?.people)
  }
  return (
    <>
      <Field label={words.audience} hint={words.audienceText}>
        <RadioGroup value={kind} onChange={(_, { value }) => setKind(value as Kind)}>
          <Radio value="everyone" label={words.targets.everyone(people.everyone)} />
          <Radio value="half" label={words.targets.half} />
          <Radio value="quarter" label={words.targets.quarter} />
          {(units.length > 0 || kind === 'units') && <Radio value="units" label={words.targets.units} />}
        </RadioGroup>
      </Field>
      {kind === 'units' && (
        <fieldset className={styles.units} aria-label={words.targets.units}>
          {[...new Set([...units.map(({ unit }) => unit), ...chosen])].map((unit) => (
            <Checkbox
              key={unit}
              label={unitLabel(unit)}
              checked={chosen.includes(unit)}
              onChange={(_, { checked }) =>
                setChosen(checked ? [...chosen, unit] : chosen.filter((one) => one !== unit))
              }
            />
          ))}
        </fieldset>
      )}
      {units.length === 0 && <Text size={200}>{words.noUnits}</Text>}
      {!isSame && (
        <Button
          disabledFocusable={editing.isBusy || isEmpty}
          onClick={() => because((why) => void editing.aim(words.aimed, wanted, why))}
        >
          {words.aim}
        </Button>
      )}
    </>
  )
}
