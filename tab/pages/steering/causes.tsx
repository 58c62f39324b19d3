import { Text } from '@fluentui/react-components'
import { Lines } from '../../kit/lines.tsx'
import { useWords } from '../../session.ts'
import { steeringWords } from '../../words/steering.ts'

interface Given {
  title: string
  reasons: Record<string, number>
  /** How a number is told; as it is unless it is rounded. */
  told?: (count: number) => string
}

/** Why something did not go out, and what can be done. Nothing when nothing is to be told. */
export function Causes({ title, reasons, told = String }: Given) {
  const words = useWords(steeringWords)
  const all = Object.entries(reasons)
  if (all.length === 0) return null
  return (
    <div>
      <Text weight="semibold">{title}</Text>
      <Lines lines={all.map(([code, count]) => `${told(count)} · ${words.causes[code] ?? words.other(code)}`)} />
    </div>
  )
}
