import { Button, makeStyles, SearchBox, Text, tokens } from '@fluentui/react-components'
import { useCallback, useState } from 'react'
import { knowledgeWords as knowledgeCardWords } from '../../../cards/knowledge/words.ts'
import type { BankSearch, BankShown, FoundShown } from '../../../services/knowledge/schema.ts'
import { Columns, Head, Panel } from '../../kit/layout.tsx'
import { useLoaded } from '../../kit/loaded.ts'
import { useSettled } from '../../kit/settled.ts'
import { Fetched } from '../../kit/states.tsx'
import { useSession, useWords } from '../../session.ts'
import { knowledgeWords } from '../../words/knowledge.ts'
import { Filling } from './filling-later.tsx'
import { Found, One } from './found.tsx'
import { useAskedFor, useLookedFor } from './looked-for.ts'
import { Mine } from './mine.tsx'

const SOME = 10
/** More is no search any more. */
const MOST = 50

const useStyles = makeStyles({
  topics: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  search: { width: '100%', maxWidth: '100%', marginBottom: tokens.spacingVerticalL },
  more: { marginTop: tokens.spacingVerticalXL },
})

/** What colleagues shared by name: to search, to read whole, and to look after what is one's own. */
export default function KnowledgeBank() {
  const styles = useStyles()
  const words = useWords(knowledgeWords)
  const { api, language, drafts, isShared } = useSession()
  const knowledge = knowledgeCardWords(language)
  const [typed, setTyped] = useState(useLookedFor(drafts))
  const asked = useAskedFor(drafts)
  const [round, setRound] = useState(0)
  const overview = useLoaded(useCallback(() => api.get<BankShown>('/api/me/knowledge'), [api]))
  const changed = () => {
    setRound(round + 1)
    if (overview.kind === 'done') overview.again()
  }
  const aside = (
    <>
      <Panel title={words.topics}>
        <Fetched from={overview}>
          {({ topics }) =>
            topics.length === 0 ? (
              <Text>{words.noTopics}</Text>
            ) : (
              <div className={styles.topics}>
                {topics.map((topic) => (
                  <Button key={topic} size="small" onClick={() => setTyped(topic)}>
                    {topic}
                  </Button>
                ))}
              </div>
            )
          }
        </Fetched>
      </Panel>
      {!isShared && <Mine changed={changed} />}
    </>
  )
  const looked = useSettled(typed.trim())
  return (
    <>
      <Head title={knowledge.title} under={words.lead} />
      <Columns aside={aside}>
        {asked && (
          <Panel title={words.linked}>
            <One id={asked} />
          </Panel>
        )}
        <Panel title={looked ? words.results(looked) : knowledge.newest}>
          <SearchBox
            className={styles.search}
            aria-label={knowledge.query}
            placeholder={knowledge.query}
            value={typed}
            onChange={(_, { value }) => setTyped(value)}
          />
          {looked ? (
            <Results key={`${looked} ${round}`} looked={looked} />
          ) : (
            <Fetched from={overview}>{({ newest }) => <Found items={newest} nothing={words.empty} />}</Fetched>
          )}
        </Panel>
        <Filling changed={changed} />
      </Columns>
    </>
  )
}

function Results({ looked }: { looked: string }) {
  const styles = useStyles()
  const words = useWords(knowledgeWords)
  const { api } = useSession()
  const [limit, setLimit] = useState(SOME)
  const found = useLoaded(
    useCallback(() => {
      const search: BankSearch = { words: looked, limit }
      return api.post<FoundShown>('/api/me/knowledge/search', search)
    }, [api, looked, limit]),
  )
  return (
    <Fetched from={found}>
      {({ items, more }) => (
        <>
          <Found items={items} nothing={words.nothing} />
          {more && limit < MOST && (
            <Button className={styles.more} onClick={() => setLimit(Math.min(MOST, limit + SOME))}>
              {words.more}
            </Button>
          )}
        </>
      )}
    </Fetched>
  )
}
