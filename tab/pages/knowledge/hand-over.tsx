import { Button, Field, Input, makeStyles, Text, tokens } from '@fluentui/react-components'
import { type FormEvent, useState } from 'react'
import type { HandedShown, KeeperGiven } from '../../../services/knowledge/schema/importing.ts'
import { useSession, useWords } from '../../session.ts'
import { knowledgeImportWords } from '../../words/knowledge-import.ts'

const useStyles = makeStyles({
  all: { display: 'grid', gap: tokens.spacingVerticalM },
  button: { justifySelf: 'start' },
})

interface Given {
  base: string
  unkept: number
  done(): void
}

/** Documents of which the keeper left: a colleague is named who keeps them from now on. */
export function HandOver({ base, unkept, done }: Given) {
  const styles = useStyles()
  const words = useWords(knowledgeImportWords)
  const { api, say } = useSession()
  const [keeper, setKeeper] = useState('')
  const [problem, setProblem] = useState('')
  async function give(event: FormEvent) {
    event.preventDefault()
    if (!keeper.trim()) return
    setProblem('')
    try {
      const handed = await api.post<HandedShown>(`${base}/keeper`, { keeper } satisfies KeeperGiven)
      if (handed.problem) return setProblem(words.problems[handed.problem.code](handed.problem.about ?? '', undefined))
      say(words.handed)
      done()
    } catch {
      setProblem(words.failed)
    }
  }
  return (
    <form className={styles.all} onSubmit={(event) => void give(event)}>
      <Text>{words.unkept(unkept)}</Text>
      <Field label={words.newKeeper} {...(problem && { validationMessage: problem })}>
        <Input value={keeper} onChange={(_, { value }) => setKeeper(value)} />
      </Field>
      <Button type="submit" className={styles.button}>
        {words.handOver}
      </Button>
    </form>
  )
}
