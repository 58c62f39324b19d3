import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { useCallback, useState } from 'react'
import { knowledgeWords as knowledgeCardWords } from '../../../cards/knowledge/words.ts'
import type { ItemShown, OpenedShown } from '../../../services/knowledge/schema.ts'
import { Refusal } from '../../api.ts'
import { useLoaded } from '../../kit/loaded.ts'
import { Fetched } from '../../kit/states.tsx'
import { useSession, useWords } from '../../session.ts'
import { knowledgeWords } from '../../words/knowledge.ts'
import { Item } from './item.tsx'

const useStyles = makeStyles({
  list: { display: 'grid', gap: tokens.spacingVerticalXL, listStyleType: 'none', margin: 0, padding: 0 },
  around: {
    display: 'grid',
    gap: tokens.spacingVerticalM,
    marginTop: tokens.spacingVerticalM,
    paddingLeft: tokens.spacingHorizontalL,
    borderLeft: `2px solid ${tokens.colorNeutralStroke2}`,
  },
  head: { margin: 0, fontSize: '14px', lineHeight: '20px', fontWeight: tokens.fontWeightSemibold },
  button: { minWidth: 'auto', marginTop: tokens.spacingVerticalXS },
})

/** Items in the order that they were given; or what to do when there is none. */
export function Found({ items, nothing }: { items: ItemShown[]; nothing: string }) {
  const styles = useStyles()
  if (items.length === 0) return <Text>{nothing}</Text>
  return (
    <ul className={styles.list}>
      {items.map((item) => (
        <li key={item.id}>
          <Openable item={item} />
        </li>
      ))}
    </ul>
  )
}

function Openable({ item }: { item: ItemShown }) {
  const styles = useStyles()
  const words = useWords(knowledgeWords)
  const [isOpen, setOpen] = useState(false)
  return (
    <article>
      <Item item={item} short={!isOpen} />
      {isOpen && <Around id={item.id} />}
      <Button
        className={styles.button}
        size="small"
        aria-expanded={isOpen}
        aria-label={isOpen ? words.close : item.source ? words.openFrom(item.source) : words.openOf(item.by)}
        onClick={() => setOpen(!isOpen)}
      >
        {isOpen ? words.close : words.open}
      </Button>
    </article>
  )
}

/** The one that a link leads to, whole. What is shared no more is there no more. */
export function One({ id }: { id: string }) {
  const words = useWords(knowledgeWords)
  const { api } = useSession()
  const opened = useLoaded(useCallback(() => api.get<OpenedShown>(`/api/me/knowledge/items/${id}`), [api, id]))
  if (opened.kind === 'failed' && opened.error instanceof Refusal) return <Text>{words.notShared}</Text>
  return (
    <Fetched from={opened}>
      {({ item }) => (
        <article>
          <Item item={item} />
          <Around id={id} />
        </article>
      )}
    </Fetched>
  )
}

/** What an item goes on from, and what goes on from it. */
function Around({ id }: { id: string }) {
  const styles = useStyles()
  const { api, language } = useSession()
  const knowledge = knowledgeCardWords(language)
  const opened = useLoaded(useCallback(() => api.get<OpenedShown>(`/api/me/knowledge/items/${id}`), [api, id]))
  return (
    <Fetched from={opened}>
      {({ before, after }) =>
        (before || after.length > 0) && (
          <div className={styles.around}>
            {before && (
              <>
                <h3 className={styles.head}>{knowledge.before}</h3>
                <Item item={before} />
              </>
            )}
            {after.length > 0 && <h3 className={styles.head}>{knowledge.after}</h3>}
            {after.map((one) => (
              <Item key={one.id} item={one} />
            ))}
          </div>
        )
      }
    </Fetched>
  )
}
