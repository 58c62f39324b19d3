import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { useCallback } from 'react'
import type { CalendarShown } from '../../../../services/prompts/schema/calendar.ts'
import type { PromptShown } from '../../../../services/prompts/schema.ts'
import { Columns } from '../../../kit/layout.tsx'
import { useLoaded } from '../../../kit/loaded.ts'
import { Fetched } from '../../../kit/states.tsx'
import { useSession, useWords } from '../../../session.ts'
import { calendarWords } from '../../../words/calendar.ts'
import { useDeciding } from './deciding.ts'
import { Periods } from './periods.tsx'
import { Rhythm } from './rhythm.tsx'
import { Weeks } from './weeks.tsx'

const useStyles = makeStyles({ error: { color: tokens.colorPaletteRedForeground1 } })

/** What goes out when: week by week, and beside it what decides it. */
export function Calendar({ prompts }: { prompts: readonly PromptShown[] }) {
  const { api } = useSession()
  const loaded = useLoaded(useCallback(() => api.get<CalendarShown>('/api/hr/calendar'), [api]))
  return (
    <Fetched from={loaded}>
      {(shown) => <Shown shown={shown} prompts={prompts} set={(now) => loaded.kind === 'done' && loaded.set(now)} />}
    </Fetched>
  )
}

interface Given {
  shown: CalendarShown
  prompts: readonly PromptShown[]
  set(now: CalendarShown): void
}

function Shown({ shown, prompts, set }: Given) {
  const styles = useStyles()
  const words = useWords(calendarWords)
  const deciding = useDeciding(shown, set)
  const aside = (
    <>
      <Rhythm shown={shown} deciding={deciding} />
      <Periods shown={shown} deciding={deciding} />
    </>
  )
  return (
    <Columns aside={aside}>
      {deciding.problem && (
        <Text role="alert" className={styles.error}>
          {words[deciding.problem]}
        </Text>
      )}
      <Weeks shown={shown} prompts={prompts} deciding={deciding} />
    </Columns>
  )
}
