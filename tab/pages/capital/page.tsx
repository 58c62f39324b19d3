import { Field, Select, Text } from '@fluentui/react-components'
import { useCallback, useState } from 'react'
import type { CapitalShown } from '../../../services/knowledge/schema.ts'
import { Columns, Head, Panel } from '../../kit/layout.tsx'
import { Lines } from '../../kit/lines.tsx'
import { useLoaded } from '../../kit/loaded.ts'
import { Fetched } from '../../kit/states.tsx'
import { useSession, useWords } from '../../session.ts'
import { capitalWords } from '../../words/capital.ts'
import { CapitalMap } from './map.tsx'
import { Topics } from './topics.tsx'

const VIEWS = ['all', 'one', 'none'] as const
type View = (typeof VIEWS)[number]
/** As many as can be taken in at one look; the choice above shows all of them. */
const MISSED = 5

/** What the organisation knows and does not know yet, by topic and never by person. */
export default function Capital() {
  const words = useWords(capitalWords)
  const { api } = useSession()
  const loaded = useLoaded(useCallback(() => api.get<CapitalShown>('/api/me/capital'), [api]))
  const [view, setView] = useState<View>('all')
  return (
    <Fetched from={loaded}>
      {({ topics, asked }) => {
        const shown = topics.filter((one) => isIn(view, one))
        return (
          <>
            <Head title={words.title} under={words.under}>
              {topics.length > 0 && <Choice view={view} choose={setView} />}
            </Head>
            <Columns aside={<Beside asked={asked} topics={topics} />}>
              {view === 'all' && <CapitalMap topics={topics} />}
              <Panel title={words.topics}>
                {shown.length > 0 ? (
                  <Topics key={view} topics={shown} />
                ) : (
                  <Text>{topics.length > 0 ? words.nothing : words.empty}</Text>
                )}
              </Panel>
            </Columns>
          </>
        )
      }}
    </Fetched>
  )
}

const isIn = (view: View, { helpers, answers }: CapitalShown['topics'][number]) =>
  view === 'all' || (view === 'one' ? helpers === 'one' : answers === 0)

function Choice({ view, choose }: { view: View; choose(view: View): void }) {
  const words = useWords(capitalWords)
  return (
    <Field label={words.show}>
      <Select value={view} onChange={(_, { value }) => choose(VIEWS.find((one) => one === value) ?? 'all')}>
        {VIEWS.map((one) => (
          <option key={one} value={one}>
            {words.views[one]}
          </option>
        ))}
      </Select>
    </Field>
  )
}

function Beside({ asked, topics }: CapitalShown) {
  const words = useWords(capitalWords)
  const single = topics.filter(({ helpers }) => helpers === 'one').map(({ topic }) => topic)
  return (
    <>
      {topics.length > 0 && (
        <Panel title={words.monday}>
          <Text>{single.length > 0 ? words.mondayText : words.mondayNone}</Text>
          <Lines lines={single.slice(0, MISSED)} />
        </Panel>
      )}
      <Panel title={words.asked}>
        <Text>{asked.length > 0 ? words.askedText : words.askedNone}</Text>
        {asked.length > 0 && <Lines lines={asked} />}
      </Panel>
      <Panel title={words.help}>
        <Text>{words.helpText}</Text>
      </Panel>
      <Panel title={words.how}>
        <Lines lines={words.howText} />
      </Panel>
    </>
  )
}
