import { Button, makeStyles, SearchBox, Text, tokens } from '@fluentui/react-components'
import { useCallback, useState } from 'react'
import { commands, typed as typedAs } from '../../../cards/kit/commands.ts'
import type { JournalSearch, JournalShown, MomentShown } from '../../../services/reflection/schema.ts'
import { Panel } from '../../kit/layout.tsx'
import { useLoaded } from '../../kit/loaded.ts'
import { useSettled } from '../../kit/settled.ts'
import { Fetched } from '../../kit/states.tsx'
import { useSession, useWords } from '../../session.ts'
import { myLearningWords } from '../../words/my-learning.ts'
import { Editor } from './editor-later.ts'
import { Moment } from './moment.tsx'

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  entry: {
    paddingTop: tokens.spacingVerticalL,
    marginTop: tokens.spacingVerticalL,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  search: { width: '100%', maxWidth: '100%' },
  more: { marginTop: tokens.spacingVerticalXL },
})

/** The journal: newest first, to be searched, changed and taken away. */
export function Moments({ isWriting, endWriting }: { isWriting: boolean; endWriting(): void }) {
  const styles = useStyles()
  const words = useWords(myLearningWords)
  const { api, language } = useSession()
  const [typed, setTyped] = useState('')
  const wanted = useSettled(typed.trim())
  const search = useCallback((place: JournalSearch) => api.post<JournalShown>('/api/me/moments/search', place), [api])
  const first = useCallback(
    () => (wanted ? search({ words: wanted }) : api.get<JournalShown>('/api/me/moments')),
    [api, search, wanted],
  )
  const loaded = useLoaded(first)

  const added = (moment: MomentShown) => {
    if (loaded.kind === 'done') loaded.set({ ...loaded.value, moments: [moment, ...loaded.value.moments] })
    endWriting()
  }

  return (
    <Panel title={words.moments}>
      <SearchBox
        className={styles.search}
        aria-label={words.search}
        placeholder={words.search}
        value={typed}
        onChange={(_, { value }) => setTyped(value)}
      />
      {isWriting && (
        <div className={styles.entry}>
          <Editor done={added} back={endWriting} />
        </div>
      )}
      <Fetched from={loaded}>
        {(page) => (
          <List
            page={page}
            nothing={wanted ? words.nothing : words.empty(typedAs(commands.question, language))}
            changed={(value) => loaded.kind === 'done' && loaded.set(value)}
            older={(before) => search({ words: wanted, before })}
          />
        )}
      </Fetched>
    </Panel>
  )
}

interface ListGiven {
  page: JournalShown
  nothing: string
  changed(page: JournalShown): void
  older(before: number): Promise<JournalShown>
}

function List({ page, nothing, changed, older }: ListGiven) {
  const styles = useStyles()
  const words = useWords(myLearningWords)
  const { moments, older: next } = page
  const put = (moment: MomentShown) =>
    changed({ ...page, moments: moments.map((one) => (one.id === moment.id ? moment : one)) })
  const drop = (id: string) => changed({ ...page, moments: moments.filter((one) => one.id !== id) })
  const more = async (before: number) => {
    const found = await older(before)
    changed({ ...found, moments: [...moments, ...found.moments] })
  }

  if (moments.length === 0)
    return (
      <div className={styles.entry}>
        <Text>{nothing}</Text>
      </div>
    )
  return (
    <>
      <ul className={styles.list}>
        {moments.map((moment) => (
          <li key={moment.id} className={styles.entry}>
            <Moment moment={moment} changed={put} gone={() => drop(moment.id)} />
          </li>
        ))}
      </ul>
      {next && (
        <Button className={styles.more} onClick={() => void more(next)}>
          {words.older}
        </Button>
      )}
    </>
  )
}
