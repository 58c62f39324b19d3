import { request } from 'node:http'
import { setTimeout as pass } from 'node:timers/promises'
import { serve } from '../edge/channel.ts'

/** A way to the server on which one path is slow until somebody waited for it to the end. */
export async function slowed(endpoint: string, path: RegExp, ms: number) {
  let waited = 0
  const server = await serve(async (req, res) => {
    if (waited === 0 && path.test(req.url ?? '')) {
      await pass(ms)
      if (res.socket?.destroyed !== false) return
      waited++
    }
    const { method, headers, url = '' } = req
    const inner = request(new URL(url, endpoint), { method, headers }, (answer) => {
      res.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(res)
    })
    req.pipe(inner)
  })
  return { ...server, waited: () => waited }
}
