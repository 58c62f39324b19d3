import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Request, Response } from 'restify'
import { problem } from './problem.ts'

/** A built page, in memory: it is small, and the same for everybody. */
export interface TabFiles {
  page(req: Request, res: Response): Promise<void>
  asset(req: Request, res: Response): Promise<void>
}

/** Where Teams shows a tab: in a browser, and in the clients that are one. Nobody else may frame it. */
export const TEAMS_HOSTS = [
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://teams.cloud.microsoft',
]

/**
 * The styles of Fluent are put in by rules, into style elements that stay empty: the hash is that of nothing at all, so an
 * element with anything in it is refused.
 */
const EMPTY = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'self' ${EMPTY}`,
  "connect-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  `frame-ancestors ${TEAMS_HOSTS.join(' ')}`,
].join('; ')

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
}

/** Its name says what is in it: a file that changed has another name. */
const FOREVER = 'public, max-age=31536000, immutable'

/** What was built in this folder; undefined when nothing was. */
export function tabFiles(folder: URL): TabFiles | undefined {
  if (!existsSync(new URL('index.html', folder))) return undefined
  const page = read(folder, 'index.html')
  const assets = new Map(readdirSync(new URL('assets/', folder)).map((name) => [name, read(folder, `assets/${name}`)]))

  return {
    async page(req, res) {
      res.setHeader('Content-Security-Policy', POLICY)
      res.setHeader('Referrer-Policy', 'no-referrer')
      await send(req, res, page)
    },

    async asset(req, res) {
      const found = assets.get(String(req.params.file))
      if (!found) return problem(res, { status: 404 })
      res.setHeader('Cache-Control', FOREVER)
      await send(req, res, found)
    },
  }
}

interface File {
  type: string
  plain: Buffer
  /** Made when it is first asked for: a start waits for nobody's page. */
  packed(): Promise<Buffer>
}

const pack = promisify(gzip)

function read(folder: URL, name: string): File {
  const plain = readFileSync(new URL(name, folder))
  let packed: Promise<Buffer> | undefined
  return {
    type: TYPES[extname(name)] ?? 'application/octet-stream',
    plain,
    packed() {
      packed ??= pack(plain, { level: 9 })
      return packed
    },
  }
}

async function send(req: Request, res: Response, { type, plain, packed }: File): Promise<void> {
  const unpacks = /\bgzip\b/.test(req.headers['accept-encoding'] ?? '')
  const bytes = unpacks ? await packed() : plain
  res.writeHead(200, {
    'Content-Type': type,
    'Content-Length': bytes.length,
    Vary: 'Accept-Encoding',
    ...(unpacks && { 'Content-Encoding': 'gzip' }),
  })
  res.end(bytes)
}
