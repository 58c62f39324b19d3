import { Field, Input, makeStyles, Text, Textarea, tokens } from '@fluentui/react-components'
import { CheckmarkCircle20Regular, Info20Regular } from '@fluentui/react-icons'
import { readable } from '../../../cards/kit/readable.ts'
import type { Language } from '../../../services/core/ports.ts'
import { EXAMPLE_LIMIT, QUESTION_LIMIT, WHY_SENTENCE_LIMIT, Words } from '../../../services/prompts/schema.ts'
import { Panel } from '../../kit/layout.tsx'
import { useWords } from '../../session.ts'
import { tuningWords } from '../../words/tuning.ts'
import { FIRST, LANGUAGES } from './words-of.ts'

const useStyles = makeStyles({
  beside: {
    display: 'grid',
    gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
    gap: '24px',
    '@media (max-width: 1000px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  one: {
    display: 'grid',
    gap: tokens.spacingVerticalL,
    alignContent: 'start',
    border: 'none',
    margin: 0,
    padding: 0,
    minWidth: 0,
  },
  legend: { padding: 0, marginBottom: tokens.spacingVerticalS, fontWeight: tokens.fontWeightSemibold },
  reading: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'start', marginTop: tokens.spacingVerticalS },
  icon: { flexShrink: 0 },
})

type Part = 'question' | 'why' | 'example'
const LIMITS: Record<Part, number> = { question: QUESTION_LIMIT, why: WHY_SENTENCE_LIMIT, example: EXAMPLE_LIMIT }

interface Given {
  words: Words
  changed(words: Words): void
}

/** The words in both languages, side by side where there is room. */
export function Form({ words: typed, changed }: Given) {
  const styles = useStyles()
  const words = useWords(tuningWords)
  return (
    <Panel title={words.theQuestion}>
      <div className={styles.beside}>
        {LANGUAGES.map((language) => (
          <fieldset key={language} className={styles.one} lang={language}>
            <legend className={styles.legend}>{words.languages[language]}</legend>
            {(['question', 'why', 'example'] as const).map((part) => (
              <Line key={part} typed={typed} language={language} part={part} changed={changed} />
            ))}
          </fieldset>
        ))}
      </div>
    </Panel>
  )
}

interface LineGiven extends LineOf {
  changed(words: Words): void
}

interface LineOf {
  typed: Words
  language: Language
  part: Part
}

function Line({ typed, language, part, changed }: LineGiven) {
  const words = useWords(tuningWords)
  const first = part === 'example' ? FIRST[language] : ''
  const whole = typed[language][part]
  const set = (value: string) => changed({ ...typed, [language]: { ...typed[language], [part]: first + value } })
  const value = whole.slice(first.length)
  const mistake = value === '' ? undefined : mistakeIn({ typed, language, part }, words)
  const hint = words.used(whole.length, LIMITS[part])
  return (
    <div>
      <Field
        label={words[part]}
        hint={first ? `${words.exampleHint(first.trim())} · ${hint}` : hint}
        {...(mistake && { validationMessage: mistake })}
      >
        {part === 'example' ? (
          <Input value={value} onChange={(_, given) => set(given.value)} />
        ) : (
          <Textarea rows={2} resize="vertical" value={value} onChange={(_, given) => set(given.value)} />
        )}
      </Field>
      {part !== 'example' && value.trim() !== '' && <Reading text={value} language={language} />}
    </div>
  )
}

/** By the same rule as the service has. */
function mistakeIn(
  { typed, language, part }: LineOf,
  words: { wrong: Record<Part, string>; tooLong(limit: number): string },
) {
  const [issue] = Words.shape[language].shape[part].safeParse(typed[language][part]).error?.issues ?? []
  if (!issue) return undefined
  return issue.code === 'too_big' ? words.tooLong(LIMITS[part]) : words.wrong[part]
}

/** How it reads, in words: what to mend, or that there is nothing to mend. */
function Reading({ text, language }: { text: string; language: Language }) {
  const styles = useStyles()
  const words = useWords(tuningWords)
  const { longest, isTooLong, hard } = readable(text, language)
  const remarks = [
    ...(isTooLong ? [words.longSentence(longest)] : []),
    ...hard.map(({ word, easier }) => words.hard(word, easier)),
  ]
  const Icon = remarks.length > 0 ? Info20Regular : CheckmarkCircle20Regular
  return (
    <div className={styles.reading}>
      <Icon aria-hidden className={styles.icon} />
      <Text size={200}>{remarks.length > 0 ? remarks.join(' ') : words.readsWell(longest)}</Text>
    </div>
  )
}
