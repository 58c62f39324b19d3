import type { IncomingMessage } from 'node:http'

/** The largest body that is read, in bytes. */
export const BODY_LIMIT = 256 * 1024
/** What is over the limit is still heard out this far, so that the caller hears why it is refused. */
const PATIENCE = 4 * BODY_LIMIT

type Read = { body: unknown } | { status: 400 | 413 | 415; error: string }

/**
 * The body as JSON. Nothing is unpacked, for a small body may unpack to a large one; and only JSON that says so is
 * taken, for a page of another site cannot send that without being asked.
 */
export async function readJson(req: IncomingMessage): Promise<Read> {
  const isJson = /^application\/json\s*(;|$)/i.test(req.headers['content-type'] ?? '')
  if (!isJson || req.headers['content-encoding']) return { status: 415, error: 'not-json' }
  const bytes = await read(req)
  if (!bytes) return { status: 413, error: 'too-large' }
  try {
    return { body: JSON.parse(bytes.toString()) }
  } catch {
    return { status: 400, error: 'not-json' }
  }
}

async function read(req: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of req.iterator({ destroyOnReturn: false })) {
    size += chunk.length
    if (size <= BODY_LIMIT) chunks.push(chunk)
    else if (size > PATIENCE) break
  }
  return size > BODY_LIMIT ? undefined : Buffer.concat(chunks)
}
