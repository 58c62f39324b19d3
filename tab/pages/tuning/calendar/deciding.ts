import { useState } from 'react'
import type { CalendarShown } from '../../../../services/prompts/schema/calendar.ts'
import { useSession, useWords } from '../../../session.ts'
import { calendarWords } from '../../../words/calendar.ts'
import { type Problem, problemOf } from '../editing.ts'

const CALENDAR = '/api/hr/calendar'

/** What HR decides of the calendar, one step at a time. What was filled in stays when it was not done. */
export function useDeciding({ revision }: CalendarShown, set: (now: CalendarShown) => void) {
  const { api, say } = useSession()
  const words = useWords(calendarWords)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem>()

  /** Gives whether it was done. */
  async function decide(what: 'cadence' | 'close' | 'open' | 'pin' | 'unpin', body: object): Promise<boolean> {
    setBusy(true)
    setProblem(undefined)
    try {
      set(await api.post<CalendarShown>(`${CALENDAR}/${what}`, { revision, ...body }))
      say(words.done)
      return true
    } catch (error) {
      setProblem(problemOf(error))
      // Changed by somebody else: this is what it is now.
      if (problemOf(error) === 'meanwhile') await api.get<CalendarShown>(CALENDAR).then(set, () => setProblem('failed'))
      return false
    } finally {
      setBusy(false)
    }
  }

  return { isBusy, problem, decide }
}

export type Deciding = ReturnType<typeof useDeciding>
