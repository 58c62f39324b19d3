import { createHttpHeaders, type PipelineRequest, type PipelineResponse, RestError } from '@azure/core-rest-pipeline'
import type { Unavailable } from '../../../services/core/ports.ts'

/** Before the request reaches the server, or after the server did it: then only the answer is lost. */
export type When = 'before' | 'after'
export const WHENS: readonly When[] = ['before', 'after']

/** What goes wrong with one request, and what the caller is told when it goes on going wrong. */
export interface Fault {
  name: string
  code: Unavailable['code']
  /** Stands in for the answer of the server, which is there when the request was done. */
  answer(request: PipelineRequest, done?: PipelineResponse): Promise<PipelineResponse>
}

/** An answer that no server of ours gives. */
export const answered = (
  request: PipelineRequest,
  status: number,
  bodyAsText: string,
  headers: Record<string, string> = {},
): PipelineResponse => ({ request, status, bodyAsText, headers: createHttpHeaders(headers) })

const JSON_BODY = JSON.stringify({ code: 'Fault', message: 'a fault of the test' })
const HTML_BODY = '<!DOCTYPE html><html><body><h1>503 Service Unavailable</h1></body></html>'

/** An answer with this status. */
export const status = (
  of: number,
  code: Fault['code'] = 'failed',
  { body = JSON_BODY, headers = {}, name = String(of) } = {},
): Fault => ({ name, code, answer: async (request) => answered(request, of, body, headers) })

const broken = (code: string): Fault => ({
  name: code,
  code: 'unreachable',
  answer: (request) => Promise.reject(new RestError(`${code} of the test`, { code, request })),
})

const half = (text: string) => text.slice(0, text.length / 2)

const never = new Promise<never>(() => {})

function aborted({ abortSignal }: PipelineRequest): Promise<never> {
  const error = Object.assign(new Error('aborted'), { name: 'AbortError' })
  if (abortSignal?.aborted) return Promise.reject(error)
  return new Promise((_, reject) => abortSignal?.addEventListener('abort', () => reject(error)))
}

export const THROTTLED = status(429, 'throttled', { body: '', name: '429' })
export const RESET = broken('ECONNRESET')
export const HANG: Fault = { name: 'hang', code: 'timed-out', answer: aborted }

/** The answer is lost, and this happens before anybody asks again. */
export const meanwhile = (happens: () => Promise<unknown>): Fault => ({
  ...RESET,
  async answer(request, done) {
    await happens()
    return RESET.answer(request, done)
  },
})

/** Every fault that passes: the same request, sent again, may go well. */
export const FAULTS: readonly Fault[] = [
  THROTTLED,
  status(429, 'throttled', { headers: { 'x-ms-retry-after-ms': '40' }, name: '429 with a wait' }),
  status(408, 'timed-out'),
  status(410),
  status(410, 'failed', { headers: { 'x-ms-substatus': '1002' }, name: '410 of a split' }),
  status(449),
  status(500),
  status(502),
  status(503),
  status(503, 'failed', { body: HTML_BODY, name: '503 as a page' }),
  status(504, 'failed', { body: '', name: '504 without a body' }),
  RESET,
  broken('ECONNREFUSED'),
  broken('ENOTFOUND'),
  broken('EPIPE'),
  broken('REQUEST_SEND_ERROR'),
  HANG,
  { name: 'deaf hang', code: 'timed-out', answer: () => never },
  {
    name: 'half an answer',
    code: 'failed',
    answer: async (request, done) => answered(request, 200, half(done?.bodyAsText || JSON_BODY)),
  },
  { name: 'an answer of nothing', code: 'failed', answer: async (request) => answered(request, 200, '') },
]
