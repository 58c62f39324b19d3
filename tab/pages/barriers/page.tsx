import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { useCallback, useState } from 'react'
import { barrierWords } from '../../../cards/barriers/words.ts'
import type { BarrierShown, BarriersShown } from '../../../services/barriers/schema.ts'
import { Head, Panel } from '../../kit/layout.tsx'
import { useLoaded } from '../../kit/loaded.ts'
import { Fetched } from '../../kit/states.tsx'
import { useSession, useWords } from '../../session.ts'
import { barrierPageWords } from '../../words/barriers.ts'
import { Barriers } from './barriers.tsx'
import { Raise } from './raise.tsx'
import { Share } from './share.tsx'

const PATH = '/api/me/barriers'

const useStyles = makeStyles({
  page: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '16px' },
  sides: {
    display: 'grid',
    gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
    gap: '16px',
    alignItems: 'start',
    '@media (max-width: 760px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  order: { display: 'block', color: tokens.colorNeutralForeground2, marginBottom: '8px' },
})

/** What stands in the way of work: what is worked on, what was taken away, and what stays and why. */
export default function BarrierList() {
  const styles = useStyles()
  const { api, language } = useSession()
  const loaded = useLoaded(useCallback(() => api.get<BarriersShown>(PATH), [api]))
  const [isRaising, setRaising] = useState(false)
  const [told, setTold] = useState('')
  const words = useWords(barrierPageWords)
  const card = barrierWords(language)
  const again = (said: string) => {
    setRaising(false)
    setTold(said)
    if (loaded.kind !== 'loading') loaded.again()
  }

  async function join({ id }: BarrierShown) {
    const done = await api.post(`${PATH}/${encodeURIComponent(id)}/join`, {}).then(
      () => words.joined,
      () => words.failed,
    )
    again(done)
  }

  const gone = loaded.kind === 'done' ? loaded.value.goneThisYear : 0
  return (
    <>
      <Head title={gone > 0 ? words.news(gone) : words.title} under={words.under}>
        {!isRaising && (
          <Button appearance="primary" onClick={() => setRaising(true)}>
            {card.add}
          </Button>
        )}
      </Head>
      <div className={styles.page}>
        <div role="status">{told && <Text>{told}</Text>}</div>
        {isRaising && <Raise done={() => again(words.done)} joins={join} cancel={() => setRaising(false)} />}
        <Fetched from={loaded}>{(list) => <Shown list={list} joins={join} />}</Fetched>
      </div>
    </>
  )
}

function Shown({ list, joins }: { list: BarriersShown; joins(one: BarrierShown): Promise<void> }) {
  const styles = useStyles()
  const words = useWords(barrierPageWords)
  const { open, gone, stays, goneThisYear } = list
  if (open.length + gone.length + stays.length === 0)
    return (
      <Panel title={words.empty}>
        <Text>{words.emptyText}</Text>
      </Panel>
    )
  return (
    <>
      <Share gone={goneThisYear} stays={stays.length} open={open.length} />
      {open.length > 0 && (
        <Panel title={words.inProgress}>
          <Text size={200} className={styles.order}>
            {words.order}
          </Text>
          <Barriers all={open} joins={joins} />
        </Panel>
      )}
      <div className={styles.sides}>
        <Panel title={words.takenAway}>
          {gone.length > 0 ? <Barriers all={gone} /> : <Text className={styles.quiet}>{words.goneNone}</Text>}
        </Panel>
        <Panel title={words.staying}>
          {stays.length > 0 ? <Barriers all={stays} /> : <Text className={styles.quiet}>{words.staysNone}</Text>}
        </Panel>
      </div>
    </>
  )
}
