import type { OpenTelemetry } from '../../services/adapters/opentelemetry/telemetry.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import type { Log } from '../../services/core/ports.ts'
import type { Config } from '../config/config.ts'

/** Where figures go, as the settings say. A host that sets nothing loads nothing, and gets undefined. */
export async function openTelemetryOf({ otlp, insights }: Config, log: Log): Promise<OpenTelemetry | undefined> {
  if (!otlp && !insights) return undefined
  const { openTelemetry } = await import('../../services/adapters/opentelemetry/telemetry.ts')
  return openTelemetry({ ...(otlp && { otlp }), ...(insights && { insights }) }, systemRandom.id(), log)
}
