import { Button, Field, Input, makeStyles, Text, tokens } from '@fluentui/react-components'
import { type FormEvent, useState } from 'react'
import { Agreement, type Policy } from '../../../services/pulse/schema.ts'
import { useSession, useWords } from '../../session.ts'
import { steeringWords } from '../../words/steering.ts'

const useStyles = makeStyles({
  form: { display: 'grid', gap: tokens.spacingVerticalM, justifyItems: 'start' },
  title: { margin: 0, fontSize: '14px', fontWeight: tokens.fontWeightSemibold },
  wide: { width: '100%' },
})

/** The works council notes that it agreed: on which day, and where that can be read. */
export function Agree({ policy, done }: { policy: Policy; done(): void }) {
  const styles = useStyles()
  const words = useWords(steeringWords)
  const { api, say } = useSession()
  const [on, setOn] = useState('')
  const [reference, setReference] = useState('')
  const [problem, setProblem] = useState<string>()
  const send = async (event: FormEvent) => {
    event.preventDefault()
    const { data } = Agreement.safeParse({ on, reference })
    if (!data) return setProblem(words.agreeMissing)
    setProblem(undefined)
    await api.post('/api/council/agreement', { ...data, seen: policy }).then(
      () => {
        say(words.agreeDone)
        done()
      },
      (error) => {
        setProblem(words.agreeProblems[Object(error).code] ?? words.failed)
        // A person who read other rules than those that hold now reads these first.
        if (Object(error).code === 'changed-meanwhile') done()
      },
    )
  }
  return (
    <form className={styles.form} onSubmit={(event) => void send(event)}>
      <h3 className={styles.title}>{words.agree}</h3>
      <Text>{words.agreeText}</Text>
      <Field label={words.agreeOn}>
        <Input type="date" value={on} onChange={(_, { value }) => setOn(value)} />
      </Field>
      <Field className={styles.wide} label={words.agreeReference} {...(problem && { validationMessage: problem })}>
        <Input
          placeholder={words.agreeExample}
          value={reference}
          maxLength={120}
          onChange={(_, { value }) => setReference(value)}
        />
      </Field>
      <Button type="submit">{words.agreeYes}</Button>
    </form>
  )
}
