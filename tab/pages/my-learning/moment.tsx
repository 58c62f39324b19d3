import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { startTransition, useState } from 'react'
import { reflectionWords as reflectionCardWords } from '../../../cards/reflection/question-words.ts'
import type { MomentShown } from '../../../services/reflection/schema.ts'
import { dayOf } from '../../kit/dates.ts'
import { Tag } from '../../kit/layout.tsx'
import { useSession, useWords } from '../../session.ts'
import { myLearningWords } from '../../words/my-learning.ts'
import { Editor } from './editor-later.ts'
import { useRemoval } from './removal.ts'

const useStyles = makeStyles({
  question: { color: tokens.colorNeutralForeground2, marginBottom: tokens.spacingVerticalXS },
  text: { whiteSpace: 'pre-line', margin: 0, maxWidth: '70ch' },
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    alignItems: 'center',
    fontSize: '12px',
    lineHeight: '18px',
    color: tokens.colorNeutralForeground2,
  },
  under: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    marginTop: tokens.spacingVerticalS,
  },
  buttons: {
    display: 'flex',
    gap: tokens.spacingHorizontalXS,
    marginLeft: '-8px',
    marginRight: '-8px',
    // Where buttons have an edge it comes under the text.
    '@media (forced-colors: active)': { margin: '0' },
  },
  button: {
    minWidth: 'auto',
    paddingLeft: '8px',
    paddingRight: '8px',
    color: tokens.colorBrandForegroundLink,
    // The theme of Teams for contrast is dark; that of the machine may be light.
    '@media (forced-colors: active)': { color: 'LinkText' },
  },
  removed: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM, flexWrap: 'wrap' },
})

interface Given {
  moment: MomentShown
  changed(moment: MomentShown): void
  gone(): void
}

/** One moment: who may read it, and what its author can do with it. */
export function Moment({ moment, changed, gone }: Given) {
  const styles = useStyles()
  const words = useWords(myLearningWords)
  const { drafts } = useSession()
  const [isOpen, setOpen] = useState(() => drafts.has(moment.id))
  const removal = useRemoval(moment.id, gone)

  if (removal.state === 'pending')
    return (
      <div className={styles.removed}>
        <Text>{words.removed}</Text>
        <Button ref={(button) => button?.focus()} onClick={removal.undo}>
          {words.undo}
        </Button>
      </div>
    )
  if (isOpen)
    return (
      <Editor
        moment={moment}
        back={() => setOpen(false)}
        done={(kept) => {
          setOpen(false)
          changed(kept)
        }}
      />
    )
  return (
    <article>
      <Words moment={moment} />
      <div className={styles.under}>
        <Facts moment={moment} />
        <Buttons moment={moment} change={() => startTransition(() => setOpen(true))} remove={removal.begin} />
      </div>
      {removal.state === 'failed' && <Text role="alert">{words.notRemoved}</Text>}
    </article>
  )
}

function Words({ moment: { text, question } }: { moment: MomentShown }) {
  const styles = useStyles()
  const { language } = useSession()
  return (
    <>
      {question && <div className={styles.question}>{question[language]}</div>}
      <p className={styles.text}>{text}</p>
    </>
  )
}

function Facts({ moment: { written, how, sharing } }: { moment: MomentShown }) {
  const styles = useStyles()
  const { language } = useSession()
  const reflection = reflectionCardWords(language)
  return (
    <div className={styles.facts}>
      <span>{[dayOf(language, written), ...(how ? [reflection.hows[how]] : [])].join(' · ')}</span>
      <Tag strong={sharing === 'colleagues'}>{reflection.sharings[sharing]}</Tag>
    </div>
  )
}

function Buttons({ moment, change, remove }: { moment: MomentShown; change(): void; remove(): void }) {
  const styles = useStyles()
  const words = useWords(myLearningWords)
  const { language } = useSession()
  const date = dayOf(language, moment.written)
  return (
    <div className={styles.buttons}>
      <Button appearance="transparent" className={styles.button} aria-label={words.changeOf(date)} onClick={change}>
        {words.change}
      </Button>
      <Button appearance="transparent" className={styles.button} aria-label={words.removeOf(date)} onClick={remove}>
        {words.remove}
      </Button>
    </div>
  )
}
