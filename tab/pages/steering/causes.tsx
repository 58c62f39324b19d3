import { Text } from '@fluentui/react-components'
import type { Exact } from '../../../services/core/told.ts'
import { Lines } from '../../kit/lines.tsx'
import { useWords } from '../../session.ts'
import { steeringWords } from '../../words/steering.ts'

interface Given {
  title: string
  reasons: Record<string, Exact>
}

/** Why something did not go out, and what can be done. Nothing when nothing is to be told. */
export function Causes({ title, reasons }: Given) {
  const words = useWords(steeringWords)
  const all = Object.entries(reasons)
  if (all.length === 0) return null
  return (
    <div>
      <Text weight="semibold">{title}</Text>
      <Lines lines={all.map(([code, count]) => `${count} · ${words.causes[code] ?? words.other(code)}`)} />
    </div>
  )
}
