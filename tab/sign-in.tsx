import { Button, Field, makeStyles, Select, Text, tokens } from '@fluentui/react-components'
import { type FormEvent, useCallback, useState } from 'react'
import type { Guest } from '../bot/http/playground.ts'
import { Refusal } from './api.ts'
import { Panel } from './kit/layout.tsx'
import { useLoaded } from './kit/loaded.ts'
import { Fetched } from './kit/states.tsx'
import { useWords } from './session.ts'
import { Shell } from './shell.tsx'
import { shellWords } from './words/shell.ts'

const GROUPS = ['staff', 'managers', 'hr', 'admin', 'council'] as const
type Group = (typeof GROUPS)[number]
/** Who was chosen, so that the page can be loaded again; never a token. */
const CHOSEN = 'leermoment.guest'

const useStyles = makeStyles({
  room: { maxWidth: '480px', margin: '0 auto', padding: '48px 16px' },
  whole: { minHeight: '100vh', backgroundColor: tokens.colorNeutralBackground2 },
  form: { display: 'grid', gap: tokens.spacingVerticalL, justifyItems: 'start' },
  wide: { width: '100%' },
})

async function asked<T>(path: string, init?: RequestInit): Promise<T> {
  const response = await fetch(path, { cache: 'no-store', ...init })
  if (!response.ok) throw new Refusal(response.status)
  return response.json()
}

const tokenOf = (person: string) => async () => {
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ person }),
  }
  return (await asked<{ token: string }>('/api/playground/sign-in', init)).token
}

/** No guests means that this is no Playground: then only Teams knows who somebody is. */
const guests = async () => {
  try {
    return (await asked<{ guests: Guest[] }>('/api/playground/guests')).guests
  } catch (error) {
    if (error instanceof Refusal && error.status === 404) return []
    throw error
  }
}

const groupOf = ({ manages, roles }: Guest): Group => {
  if (roles.includes('hr')) return 'hr'
  if (roles.includes('admin')) return 'admin'
  if (roles.includes('works-council')) return 'council'
  return manages ? 'managers' : 'staff'
}

/** In a browser by itself: in the Playground as whoever one wants to be, elsewhere the way to Teams. */
export function SignIn() {
  const styles = useStyles()
  const words = useWords(shellWords)
  const loaded = useLoaded(guests)
  const [person, setPerson] = useState(() => sessionStorage.getItem(CHOSEN) ?? '')
  const token = useCallback(() => tokenOf(person)(), [person])
  if (person) return <Shell token={token} page={undefined} />

  const choose = (chosen: string) => {
    sessionStorage.setItem(CHOSEN, chosen)
    setPerson(chosen)
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

function Chooser({ guests, choose }: { guests: Guest[]; choose(person: string): void }) {
  const styles = useStyles()
  const words = useWords(shellWords)
  const groups = Map.groupBy(guests, groupOf)
  const [chosen, setChosen] = useState(groups.get('staff')?.[0]?.id ?? guests[0]?.id ?? '')
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
