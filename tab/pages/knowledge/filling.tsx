import { Button, Field, Input, makeStyles, Text, tokens } from '@fluentui/react-components'
import { type ChangeEvent, useCallback, useId, useState } from 'react'
import {
  FILE_LIMIT,
  type FileGiven,
  type LastShown,
  type LookShown,
} from '../../../services/knowledge/schema/importing.ts'
import { dayOf } from '../../kit/dates.ts'
import { Panel } from '../../kit/layout.tsx'
import { useLoaded } from '../../kit/loaded.ts'
import { Fetched } from '../../kit/states.tsx'
import { Sure } from '../../kit/sure.tsx'
import { useSession, useWords } from '../../session.ts'
import { knowledgeImportWords } from '../../words/knowledge-import.ts'
import { HandOver } from './hand-over.tsx'
import { LookTable } from './look-table.tsx'

const useStyles = makeStyles({
  all: { display: 'grid', gap: tokens.spacingVerticalL },
  file: { maxWidth: '100%', marginTop: tokens.spacingVerticalXS, font: 'inherit', color: 'inherit' },
  hint: { color: tokens.colorNeutralForeground2 },
  error: { color: tokens.colorPaletteRedForeground1 },
  button: { justifySelf: 'start' },
})

type State =
  | { kind: 'empty' | 'reading' | 'too-large' | 'failed' }
  | { kind: 'done'; source: string }
  | { kind: 'looked'; look: LookShown }

/** Puts a list that was there already in the knowledge bank: choose, look, press, and take back. */
export default function Filling({ changed }: { changed(): void }) {
  const styles = useStyles()
  const words = useWords(knowledgeImportWords)
  const { api, who, language, say } = useSession()
  const base = who?.roles.includes('hr') ? '/api/hr/knowledge-import' : '/api/admin/knowledge-import'
  const last = useLoaded(useCallback(() => api.get<LastShown>(base), [api, base]))
  const [file, setFile] = useState<Pick<FileGiven, 'name' | 'file'>>()
  const [keeper, setKeeper] = useState('')
  const [allowed, setAllowed] = useState<number[]>([])
  const [state, setState] = useState<State>({ kind: 'empty' })
  const [id, hint] = [useId(), useId()]

  const look = (given: Pick<FileGiven, 'name' | 'file'>, kept = keeper) => {
    setState({ kind: 'reading' })
    return api
      .post<LookShown>(`${base}/look`, { ...given, keeper: kept } satisfies FileGiven)
      .then((found) => setState({ kind: 'looked', look: found }))
      .catch(() => setState({ kind: 'failed' }))
  }

  async function choose({ target }: ChangeEvent<HTMLInputElement>) {
    const [chosen] = target.files ?? []
    setAllowed([])
    if (!chosen) return
    if (chosen.size > FILE_LIMIT) return setState({ kind: 'too-large' })
    const given = { name: chosen.name, file: await inBase64(chosen) }
    setFile(given)
    await look(given)
  }

  async function put(source: string) {
    if (!file) return
    setState({ kind: 'reading' })
    try {
      const done = await api.post<LookShown>(base, { ...file, keeper, allowed } satisfies FileGiven)
      if (done.problem) return setState({ kind: 'looked', look: done })
      setState({ kind: 'done', source })
      say(words.done(source))
      refreshed()
    } catch {
      setState({ kind: 'failed' })
    }
  }

  const refreshed = () => {
    if (last.kind === 'done') last.again()
    changed()
  }

  const undo = async () => {
    await api.post(`${base}/undo`, {})
    setState({ kind: 'empty' })
    say(words.undone)
    refreshed()
  }

  const found = state.kind === 'looked' ? state.look : undefined
  return (
    <Panel title={words.title}>
      <div className={styles.all}>
        <Text>{words.lead}</Text>
        <div>
          <Text as="strong" weight="semibold">
            <label htmlFor={id}>{words.file}</label>
          </Text>
          <div id={hint} className={styles.hint}>
            {words.kinds}
          </div>
          <input
            id={id}
            className={styles.file}
            type="file"
            accept=".csv,.tsv,.txt,.md,.markdown,.docx"
            aria-describedby={hint}
            onChange={(event) => void choose(event)}
          />
        </div>
        <Field label={words.keeper} hint={words.keeperHint}>
          <Input
            value={keeper}
            onChange={(_, { value }) => setKeeper(value)}
            onBlur={() => file && state.kind === 'looked' && void look(file)}
          />
        </Field>
        {state.kind === 'reading' && <Text role="status">{words.reading}</Text>}
        {state.kind === 'too-large' && <Problem>{words.tooLarge}</Problem>}
        {state.kind === 'failed' && <Problem>{words.failed}</Problem>}
        {found?.problem && (
          <Problem>{words.problems[found.problem.code](found.problem.about ?? '', found.problem.line)}</Problem>
        )}
        {found && !found.problem && (
          <>
            <LookTable look={found} allowed={allowed} allow={setAllowed} />
            {found.added + found.changed + allowed.length > 0 ? (
              <Button appearance="primary" className={styles.button} onClick={() => void put(found.source)}>
                {words.put}
              </Button>
            ) : (
              <Text>{words.nothingToPut}</Text>
            )}
          </>
        )}
        {state.kind === 'done' && <Text role="status">{words.done(state.source)}</Text>}
        <Fetched from={last}>
          {({ last: taken, unkept }) => (
            <>
              {taken && (
                <div className={styles.all}>
                  <Text>{words.last(taken.source, dayOf(language, taken.at))}</Text>
                  <Sure what={words.undoWhat} yes={words.undoYes} act={undo}>
                    {words.undo}
                  </Sure>
                </div>
              )}
              {unkept > 0 && <HandOver base={base} unkept={unkept} done={refreshed} />}
            </>
          )}
        </Fetched>
      </div>
    </Panel>
  )
}

function Problem({ children }: { children: string }) {
  const styles = useStyles()
  return (
    <Text role="alert" className={styles.error}>
      {children}
    </Text>
  )
}

/** The bytes of a file as text that may be in JSON. */
const inBase64 = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(file)
  })
