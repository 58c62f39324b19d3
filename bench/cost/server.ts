import type { AddressInfo } from 'node:net'
import { createHttpServer } from '@vercel/cosmosdb-server'

/** A server that speaks the language of Cosmos DB, on loopback. It keeps everything in memory, and any key will do. */
export async function openServer() {
  const server = createHttpServer({ keepAlive: true })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    endpoint: `http://127.0.0.1:${port}/`,
    key: Buffer.from('a key for measuring').toString('base64'),
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
