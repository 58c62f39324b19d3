import { fileURLToPath } from 'node:url'
import { mean, quantile } from '../numbers.ts'
import type { Child } from './child.ts'
import { type Answered, post } from './load.ts'
import type { Press } from './presses.ts'

export const PEER = fileURLToPath(new URL('peer.ts', import.meta.url))
export const PRODUCT = fileURLToPath(new URL('../../bot/start.js', import.meta.url))

/** The service as it is started in the Playground. */
export const productOn = (path: string) => ({
  LEERMOMENT_MODE: 'playground',
  LEERMOMENT_STORE: `sqlite:${path}`,
  PORT: '0',
})

/** All but the last two are of one press. */
export interface Measured {
  cpuMs: number
  /** Questions put to SQLite, and the rows it gave. */
  reads: number
  rows: number
  replyBytes: number
  perSecond: number
  p99Ms: number
}

/** One round after the other, with so many presses at once within a round. */
export async function measure(
  { port, gauge }: Child,
  rounds: readonly Press[][],
  concurrency: number,
): Promise<Measured> {
  const answers: Answered[] = []
  let seconds = 0
  const before = await gauge()
  for (const round of rounds) {
    const bodies = round.map(({ body }) => body)
    const posted = await post(port, bodies, concurrency)
    answers.push(...posted.answers)
    seconds += posted.seconds
  }
  const after = await gauge()
  for (const answer of answers) assertCard(answer)
  const each = (of: 'cpuMs' | 'reads' | 'rows') => (after[of] - before[of]) / answers.length
  return {
    cpuMs: each('cpuMs'),
    reads: each('reads'),
    rows: each('rows'),
    replyBytes: mean(answers.map(({ body }) => body.length)),
    perSecond: answers.length / seconds,
    p99Ms: quantile(
      answers.map(({ ms }) => ms),
      0.99,
    ),
  }
}

/** A measurement of refusals would be a fast one. */
function assertCard({ status, body }: Answered): void {
  const { statusCode, value } = JSON.parse(body.toString()) as { statusCode?: number; value?: { type?: string } }
  if (status !== 200 || statusCode !== 200 || value?.type !== 'AdaptiveCard')
    throw new Error(`a press was answered with ${status}, and ${statusCode} inside`)
}
