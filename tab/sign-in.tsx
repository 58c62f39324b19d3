import { Button, Field, makeStyles, Select, Text, tokens } from '@fluentui/react-components'
import { type FormEvent, useState } from 'react'
import type { Guest } from '../bot/http/playground.ts'
import { chooseGuest, guests } from './guests.ts'
import { Panel } from './kit/layout.tsx'
import { useLoaded } from './kit/loaded.ts'
import { Fetched } from './kit/states.tsx'
import { useWords } from './session.ts'
import { shellWords } from './words/shell.ts'

const GROUPS = ['staff', 'managers', 'hr', 'admin', 'council'] as const
type Group = (typeof GROUPS)[number]

const useStyles = makeStyles({
  room: { maxWidth: '480px', margin: '0 auto', padding: '48px 16px' },
  whole: { minHeight: '100vh', backgroundColor: tokens.colorNeutralBackground2 },
  form: { display: 'grid', gap: tokens.spacingVerticalL, justifyItems: 'start' },
  wide: { width: '100%' },
})

const groupOf = ({ manages, roles }: Guest): Group => {
  if (roles.includes('hr')) return 'hr'
  if (roles.includes('admin')) return 'admin'
  if (roles.includes('works-council')) return 'council'
  return manages ? 'managers' : 'staff'
}

/** In a browser by itself: in the Playground as the person one chooses, elsewhere the way to Teams. */
export default function SignIn({ chosen }: { chosen(person: string): void }) {
  const styles = useStyles()
  const words = useWords(shellWords)
  const loaded = useLoaded(guests)
  const choose = (person: string) => {
    chooseGuest(person)
    chosen(person)
  }
  return (
    <div className={styles.whole}>
      <main className={styles.room}>
        <Fetched from={loaded}>
          {(all) =>
            all.length > 0 ? (
              <Chooser guests={all} choose={choose} />
            ) : (
              <Panel title={words.notHere}>{words.notHereText}</Panel>
            )
          }
        </Fetched>
      </main>
    </div>
  )
}

function Chooser({ guests: all, choose }: { guests: Guest[]; choose(person: string): void }) {
  const styles = useStyles()
  const words = useWords(shellWords)
  const groups = Map.groupBy(all, groupOf)
  const [chosen, setChosen] = useState(groups.get('staff')?.[0]?.id ?? all[0]?.id ?? '')
  const begin = (event: FormEvent) => {
    event.preventDefault()
    choose(chosen)
  }
  return (
    <Panel title={words.who}>
      <form onSubmit={begin} className={styles.form}>
        <Text>{words.whoText}</Text>
        <Field label={words.person} className={styles.wide}>
          <Select value={chosen} onChange={(_, { value }) => setChosen(value)}>
            {GROUPS.map((group) => (
              <optgroup key={group} label={words.groups[group]}>
                {(groups.get(group) ?? []).map(({ id, name, team }) => (
                  <option key={id} value={id}>
                    {name} · {team}
                  </option>
                ))}
              </optgroup>
            ))}
          </Select>
        </Field>
        <Button type="submit" appearance="primary">
          {words.begin}
        </Button>
      </form>
    </Panel>
  )
}
