import type { Language } from '../../services/core/ports.ts'
import type { Task } from '../../services/pulse/answer/documents.ts'
import type { WaitingPulse } from '../../services/pulse/reading/waiting.ts'
import type { RunningLine } from '../../services/running/running.ts'
import { commonWords } from '../kit/common-words.ts'
import { runningWords } from '../running/words.ts'

/**
 * Something of a pulse that runs. `by` is the name of who asks, or of who said yes to what they have; the words are those of
 * a decision, and never a quote (R37).
 */
export function pulseLine(language: Language, waiting: WaitingPulse, by: string | undefined): RunningLine {
  const { pulse: words } = runningWords(language)
  const { pulse, until } = waiting
  const at = { about: pulse.name, until }
  const about = { pulse: pulse.id }
  switch (waiting.kind) {
    case 'owes':
      return {
        turn: 'yours',
        what: waiting.outcome ? words.outcome : words.owes,
        ...at,
        opens: { verb: 'pulse.respond', data: about },
        page: 'leerpuls',
      }
    case 'pass':
    case 'owner':
      return {
        turn: 'yours',
        what: words[waiting.kind](by ?? commonWords(language).anonymous),
        ...at,
        opens: taskOf(waiting.task),
      }
    case 'awaits':
      return {
        turn: 'others',
        ...(by && { holder: by }),
        what: by ? words.held : words.awaits,
        ...at,
        opens: { verb: 'pulse.decisions', data: {} },
        page: 'besluiten',
      }
    case 'comes-back': {
      const isNamed = by !== undefined && !waiting.mine
      return {
        turn: waiting.mine ? 'yours' : 'others',
        ...(isNamed && { holder: by }),
        what: waiting.mine ? words.mine : isNamed ? words.owned : words.promised,
        about: waiting.noted.reason,
        until,
        opens: waiting.task ? taskOf(waiting.task) : { verb: 'pulse.decisions', data: {} },
        page: 'besluiten',
      }
    }
  }
}

/** What somebody was asked by name, and nothing of the other points. */
const taskOf = ({ decision, place }: Pick<Task, 'decision' | 'place'>) => ({
  verb: 'pulse.task',
  data: { decision, place: String(place) },
})

/** Somebody was asked to stand in for a manager, by name, and has not answered. */
export function deputyLine(language: Language, role: string, by: string): RunningLine {
  const { pulse: words } = runningWords(language)
  return {
    turn: 'yours',
    what: words.deputy(by),
    about: words.deputyAbout,
    opens: { verb: 'pulse.deputy', data: { role } },
  }
}
