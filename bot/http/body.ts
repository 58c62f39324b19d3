import type { IncomingMessage } from 'node:http'

/** The largest body that is read, in bytes, where an address does not take files. */
export const BODY_LIMIT = 256 * 1024
/** What is over the limit is still heard out this far, so that the caller hears why it is refused. */
const PATIENCE = 4 * BODY_LIMIT

type Read = { body: unknown } | { status: 400 | 413 | 415; error: string }

/**
 * The body as JSON. Nothing is unpacked, for a small body may unpack to a large one; and only JSON that says so is
 * taken, for a page of another site cannot send that without being asked.
 */
export async function readJson(req: IncomingMessage, limit = BODY_LIMIT): Promise<Read> {
  const isJson = /^application\/json\s*(;|$)/i.test(req.headers['content-type'] ?? '')
  if (!isJson || req.headers['content-encoding']) return { status: 415, error: 'not-json' }
  const bytes = await read(req, limit)
  if (!bytes) return { status: 413, error: 'too-large' }
  try {
    return { body: parsed(bytes.toString()) }
  } catch {
    return { status: 400, error: 'not-json' }
  }
}

/** Whether the caller went away before all of the body was there. */
export const isGone = (req: IncomingMessage): boolean => req.destroyed && !req.complete

/** What no text holds: control characters but for tabs and ends of lines, halves of surrogates, and the last code point. */
const ESCAPED = /\\(?:u(?:00[01]|007f|d[89a-f])|[bf])|\u{10ffff}/iu
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const CONTROL = /[\u0000-\u0008\u000e-\u001f\u007f\u{10ffff}]/gu
/** As PowerPoint and Word paste the end of a line. */
const PASTED_END = /[\v\f]/g
const UNREADABLE = '\ufffd'

/** As JSON, with texts that any keeper takes. An id that held more is no other id after this: it is none. */
function parsed(text: string): unknown {
  if (!ESCAPED.test(text)) return JSON.parse(text)
  return JSON.parse(text, (_, value) => (typeof value === 'string' ? readable(value) : value))
}

const readable = (text: string) => text.replace(PASTED_END, '\n').replace(CONTROL, UNREADABLE).toWellFormed()

async function read(req: IncomingMessage, limit: number): Promise<Buffer | undefined> {
  const patience = Math.max(PATIENCE, limit)
  if (Number(req.headers['content-length'] ?? 0) > patience) return undefined
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of req.iterator({ destroyOnReturn: false })) {
    size += chunk.length
    if (size <= limit) chunks.push(chunk)
    else if (size > patience) break
  }
  return size > limit ? undefined : Buffer.concat(chunks)
}
