import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { useCallback } from 'react'
import { knowledgeWords as knowledgeCardWords } from '../../../cards/knowledge/words.ts'
import type { ItemShown } from '../../../services/knowledge/schema.ts'
import { Panel } from '../../kit/layout.tsx'
import { useLoaded } from '../../kit/loaded.ts'
import { Fetched } from '../../kit/states.tsx'
import { Sure } from '../../kit/sure.tsx'
import { useSession, useWords } from '../../session.ts'
import { knowledgeWords } from '../../words/knowledge.ts'
import { Item } from './item.tsx'

const useStyles = makeStyles({
  list: { display: 'grid', gap: tokens.spacingVerticalXL, listStyleType: 'none', margin: 0, padding: 0 },
  buttons: { marginTop: tokens.spacingVerticalS },
})

/** What the reader of this page shared: to take back at any time. */
export function Mine({ changed }: { changed(): void }) {
  const styles = useStyles()
  const words = useWords(knowledgeWords)
  const { api, language, say } = useSession()
  const knowledge = knowledgeCardWords(language)
  const loaded = useLoaded(useCallback(() => api.get<{ items: ItemShown[] }>('/api/me/knowledge/mine'), [api]))
  const gone = (id: string) => {
    if (loaded.kind === 'done') loaded.set({ items: loaded.value.items.filter((one) => one.id !== id) })
    say(words.takenBack)
    changed()
  }
  return (
    <Panel title={knowledge.mine}>
      <Fetched from={loaded}>
        {({ items }) =>
          items.length === 0 ? (
            <Text>{knowledge.mineEmpty}</Text>
          ) : (
            <ul className={styles.list}>
              {items.map((item) => (
                <li key={item.id}>
                  <Own item={item} gone={() => gone(item.id)} />
                </li>
              ))}
            </ul>
          )
        }
      </Fetched>
    </Panel>
  )
}

function Own({ item, gone }: { item: ItemShown; gone(): void }) {
  const styles = useStyles()
  const words = useWords(knowledgeWords)
  const { api, language } = useSession()
  const knowledge = knowledgeCardWords(language)
  const takeBack = () => api.post(`/api/me/knowledge/items/${item.id}/take-back`, {}).then(gone)
  return (
    <article>
      <Item item={item} short />
      <div className={styles.buttons}>
        <Sure size="small" what={words.sure} yes={words.yes} act={takeBack}>
          {knowledge.takeBack}
        </Sure>
      </div>
    </article>
  )
}
