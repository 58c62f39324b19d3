import type { AddressInfo } from 'node:net'
import { createHttpServer } from '@vercel/cosmosdb-server'

/** Any well-formed key will do: a compatible server looks at none. */
export const KEY = Buffer.from('any key').toString('base64')

/** A server that speaks the language of Cosmos DB, on loopback. It keeps everything in memory. */
export async function openServer() {
  const server = createHttpServer({ keepAlive: true })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    endpoint: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
