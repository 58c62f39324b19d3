import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { useCallback, useState } from 'react'
import { commands, typed } from '../../../cards/kit/commands.ts'
import { privacyWords as privacyCardWords } from '../../../cards/privacy/words.ts'
import type { FileKind, FileShown, KeptShown } from '../../../services/privacy/schema.ts'
import { Panel } from '../../kit/layout.tsx'
import { useLoaded } from '../../kit/loaded.ts'
import { Failed, Fetched } from '../../kit/states.tsx'
import { useSession, useWords } from '../../session.ts'
import { myLearningWords } from '../../words/my-learning.ts'

const useStyles = makeStyles({
  list: { margin: `${tokens.spacingVerticalS} 0 ${tokens.spacingVerticalL}`, paddingLeft: '20px' },
  files: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, margin: `${tokens.spacingVerticalS} 0` },
  small: { color: tokens.colorNeutralForeground2 },
})

const FILES = ['json', 'md', 'csv'] as const
const KINDS = ['moments', 'asks', 'offers', 'knowledge', 'deliveries'] as const

/** What is kept of the reader of this page, to be taken along. */
export function OwnData() {
  const styles = useStyles()
  const words = useWords(myLearningWords)
  const { api, language } = useSession()
  const { kinds } = privacyCardWords(language)
  const loaded = useLoaded(useCallback(() => api.get<KeptShown>('/api/me/kept'), [api]))
  return (
    <Panel title={words.data}>
      <Fetched from={loaded}>
        {(counts) => (
          <>
            <Text>{words.kept}</Text>
            <ul className={styles.list}>
              {KINDS.map((kind) => (
                <li key={kind}>{kinds[kind](counts[kind])}</li>
              ))}
            </ul>
          </>
        )}
      </Fetched>
      <Files />
      <Text block className={styles.small}>
        {words.forget(typed(commands.forget, language))}
      </Text>
    </Panel>
  )
}

function Files() {
  const styles = useStyles()
  const words = useWords(myLearningWords)
  const { api } = useSession()
  const [failed, setFailed] = useState<FileKind>()
  const take = async (kind: FileKind) => {
    setFailed(undefined)
    try {
      saveAs(`${words.fileName}.${kind}`, await api.get<FileShown>(`/api/me/export/${kind}`))
    } catch {
      setFailed(kind)
    }
  }
  return (
    <>
      <Text weight="semibold">{words.take}</Text>
      <div className={styles.files}>
        {FILES.map((kind) => (
          <Button key={kind} size="small" onClick={() => void take(kind)}>
            {words.files[kind]}
          </Button>
        ))}
      </div>
      {failed && <Failed again={() => void take(failed)} />}
    </>
  )
}

/** Without an address that could be kept or sent on. */
function saveAs(name: string, { type, text }: FileShown): void {
  const address = URL.createObjectURL(new Blob([text], { type }))
  const link = Object.assign(document.createElement('a'), { href: address, download: name })
  link.click()
  URL.revokeObjectURL(address)
}
