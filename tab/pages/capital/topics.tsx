import { Button, Link, makeStyles, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { CapitalShown } from '../../../services/knowledge/schema.ts'
import { Tag } from '../../kit/layout.tsx'
import { useSession, useWords } from '../../session.ts'
import { capitalWords } from '../../words/capital.ts'
import { shellWords } from '../../words/shell.ts'
import { KNOWLEDGE, lookFor } from '../knowledge/looked-for.ts'

type Topic = CapitalShown['topics'][number]

const SOME = 20
const NARROW = '@media (max-width: 760px)'

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  one: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 220px)',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXXL}`,
    alignItems: 'start',
    padding: `${tokens.spacingVerticalM} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    ':first-child': { borderTop: 'none', paddingTop: 0 },
    [NARROW]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  topic: {
    display: 'inline-block',
    minHeight: '24px',
    lineHeight: '24px',
    // The colours of people who set their own, also where those have a light background.
    '@media (forced-colors: active)': { color: 'LinkText' },
  },
  tag: { marginTop: tokens.spacingVerticalXS },
  bar: {
    height: '8px',
    minWidth: '2px',
    marginTop: tokens.spacingVerticalXS,
    borderRadius: '4px',
    backgroundColor: tokens.colorBrandBackground2Pressed,
    border: `1px solid ${tokens.colorBrandStroke1}`,
    boxSizing: 'border-box',
  },
  more: { marginTop: tokens.spacingVerticalM },
})

/** Each topic with how many want to help, and how much there is to read: the number says what the bar beside it shows. */
export function Topics({ topics }: { topics: readonly Topic[] }) {
  const styles = useStyles()
  const { more } = useWords(shellWords)
  const [shown, show] = useState(SOME)
  const most = Math.max(1, ...topics.map(({ answers }) => answers))
  return (
    <>
      <ul className={styles.list}>
        {topics.slice(0, shown).map((one) => (
          <li key={one.topic} className={styles.one}>
            <Row topic={one} most={most} />
          </li>
        ))}
      </ul>
      {topics.length > shown && (
        <Button className={styles.more} onClick={() => show(topics.length)}>
          {more(topics.length - shown)}
        </Button>
      )}
    </>
  )
}

function Row({ topic: { topic, helpers, answers }, most }: { topic: Topic; most: number }) {
  const styles = useStyles()
  const words = useWords(capitalWords)
  const { drafts } = useSession()
  return (
    <>
      <div>
        {answers > 0 ? (
          <Link
            href={KNOWLEDGE}
            className={styles.topic}
            title={words.look(topic)}
            onClick={() => lookFor(drafts, topic)}
          >
            {topic}
          </Link>
        ) : (
          <Text>{topic}</Text>
        )}
        <div className={styles.tag}>
          <Tag strong={helpers === 'one'}>{words.helpers[helpers]}</Tag>
        </div>
      </div>
      <div>
        <Text size={200}>{words.answers(answers)}</Text>
        {answers > 0 && <div aria-hidden className={styles.bar} style={{ width: `${(100 * answers) / most}%` }} />}
      </div>
    </>
  )
}
