import { Text } from '@fluentui/react-components'
import { useCallback } from 'react'
import { responseWords as responseCardWords } from '../../../cards/pulse/response-words.ts'
import { pulseWords as pulseCardWords } from '../../../cards/pulse/words.ts'
import type { ResponseShown } from '../../../services/pulse/reading/shown-schema.ts'
import { Panel } from '../../kit/layout.tsx'
import { type Loaded, useLoaded } from '../../kit/loaded.ts'
import { Failed, Waiting } from '../../kit/states.tsx'
import { useSession, useWords } from '../../session.ts'
import { pulseWords } from '../../words/pulse.ts'
import { Note } from './note.tsx'
import { Preview } from './preview.tsx'
import type { Pulse } from './said.tsx'

/** What waits for the reader of a pulse. */
export function useResponse(pulse: string): Loaded<ResponseShown> {
  const { api } = useSession()
  return useLoaded(useCallback(() => api.get<ResponseShown>(`/api/manager/pulses/${pulse}/response`), [api, pulse]))
}

/** Whether there is something to do: that comes first then. */
export const isDuty = (loaded: Loaded<ResponseShown>): boolean =>
  loaded.kind === 'done' && (loaded.value.kind === 'asks' || loaded.value.kind === 'preview')

/** What its reader owes the block: one point at a time, then all of it as it will be read, then sent. */
export function Response({ pulse, loaded }: { pulse: Pulse; loaded: Loaded<ResponseShown> }) {
  const words = useWords(pulseWords)
  const { api, language } = useSession()
  const about = pulseCardWords(language)
  const response = responseCardWords(language)
  const path = `/api/manager/pulses/${pulse.id}/response`
  if (loaded.kind === 'loading') return <Waiting />
  // Nothing is owed for a pulse without a point.
  if (loaded.kind === 'failed') return isNothing(loaded.error) ? null : <Failed again={loaded.again} />
  const { value: shown, set } = loaded
  const step = async (to: '' | '/again' | '/send', body: object) => set(await api.post<ResponseShown>(path + to, body))

  if (shown.kind === 'asks')
    return <Note key={shown.place} pulse={pulse.id} block={pulse.block} asks={shown} note={(body) => step('', body)} />
  if (shown.kind === 'preview')
    return (
      <Preview
        pulse={pulse}
        preview={shown}
        send={() => step('/send', { seen: shown.seen })}
        change={() => step('/again', {})}
      />
    )
  if (shown.kind === 'reads-along' || shown.kind === 'elsewhere')
    return (
      <Panel title={words.turn}>
        <Text block weight="semibold">
          {shown.kind === 'elsewhere' ? response.elsewhere(shown.name) : response.along(shown.name)}
        </Text>
        <Text block>{shown.kind === 'elsewhere' ? response.elsewhereText : response.alongText}</Text>
      </Panel>
    )
  return (
    <Panel title={words.turn}>
      <Text role="status">{shown.kind === 'sent' ? `${response.sent}. ${response.sentText}` : about.done}</Text>
    </Panel>
  )
}

const isNothing = (error: unknown) => Object(error).status === 404
