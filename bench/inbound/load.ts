import { Agent, request } from 'node:http'

/** What came back on one request, and after how long. */
export interface Answered {
  status: number
  body: Buffer
  ms: number
}

/** Posts every body once, so many at a time over connections that stay open. `seconds` is from first to last. */
export async function post(
  port: number,
  bodies: readonly Buffer[],
  concurrency: number,
): Promise<{ answers: Answered[]; seconds: number }> {
  const agent = new Agent({ keepAlive: true, maxSockets: concurrency })
  const answers: Answered[] = []
  const left = bodies.values()
  const worker = async () => {
    for (const body of left) answers.push(await postOnce(agent, port, body))
  }
  const began = performance.now()
  await Promise.all(Array.from({ length: concurrency }, worker))
  const seconds = (performance.now() - began) / 1000
  agent.destroy()
  return { answers, seconds }
}

/** Brings one activity to the service on this port, as a channel does. */
export function postOnce(agent: Agent, port: number, body: Buffer): Promise<Answered> {
  const began = performance.now()
  const headers = { 'content-type': 'application/json', 'content-length': body.length }
  return new Promise((resolve, reject) => {
    const asked = request(
      { agent, host: '127.0.0.1', port, path: '/api/messages', method: 'POST', headers },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('error', reject)
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks), ms: performance.now() - began }),
        )
      },
    )
    asked.on('error', reject)
    asked.end(body)
  })
}
