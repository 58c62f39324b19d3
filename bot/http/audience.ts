import { createHash } from 'node:crypto'
import type { Request, Response } from 'restify'
import { z } from 'zod'
import type { Language } from '../../services/core/ports.ts'
import type { Caller, Verify } from './bearer.ts'
import { readJson } from './body.ts'
import { type Problem, problem } from './problem.ts'

/** Whom addresses are for: `me` is everybody who works here, and sees what is their own. */
export type AudienceName = 'me' | 'manager' | 'hr' | 'admin' | 'council'

export type RoutesByAudience = Partial<Record<AudienceName, readonly Route[]>>

/** Who may come in, and how often. */
export interface Audience {
  verify: Verify
  /** Has this caller the role? A caller without it is told that there is nothing: which of the two is not told. */
  isWelcome(caller: Caller): Promise<boolean>
  /** Each person a few requests at a time. */
  limit: { take(who: string): { passed: boolean } }
}

/** An audience with the addresses that are for it. */
export interface Served {
  audience: Audience
  routes: Route[]
}

/**
 * One address of an audience. `run` gives what is answered as JSON, {@link refused}, or undefined when there is no such thing
 * for this caller. What a `get` gives changes nothing. The schemas check what comes in and what goes out; the description
 * of the API is made of them.
 */
export interface Route {
  method: 'get' | 'post'
  path: string
  schemas: Schemas<unknown, unknown, unknown>
  handle(audience: Audience): (req: Request, res: Response) => Promise<void>
}

interface Schemas<Path, Body, Found> {
  named: z.ZodType<Path>
  sent?: z.ZodType<Body>
  gives: z.ZodType<Found>
  /** The largest body that is read, where it is not the usual one. */
  upTo?: number
}

interface Refused {
  refused: Problem
}

/** It can be read and not be done as it was asked: `code` for a page, and what to mend for a person. */
export const refused = (status: 409 | 422, code: string, detail?: string): Refused => ({
  refused: { status, code, ...(detail && { detail }) },
})

/** `language` is that of the page which asks; undefined where it does not say, and somebody's own is meant. */
type Run<Path, Body, Found> = (
  caller: Caller,
  path: Path,
  body: Body,
  language: Language | undefined,
) => Promise<Found | Refused | undefined>

/** What is answered. `refused` is the name of what was not done: an answer that has such a field would be taken for that. */
type Answer = object & { refused?: never }

/** A look: nothing is changed by it. */
export const get = <Path, Found extends Answer>(
  path: string,
  named: z.ZodType<Path>,
  gives: z.ZodType<Found>,
  run: Run<Path, unknown, Found>,
): Route => {
  const schemas = { named, gives }
  return {
    method: 'get',
    path,
    schemas,
    handle: (audience) => (req, res) => answered(audience, req, res, schemas, run),
  }
}

/** A step: its body is strict JSON, so that no other site's form can send one. `upTo` is for one that takes a file. */
export const post = <Path, Body, Found extends Answer>(
  path: string,
  named: z.ZodType<Path>,
  sent: z.ZodType<Body>,
  gives: z.ZodType<Found>,
  run: Run<Path, Body, Found>,
  upTo?: number,
): Route => {
  const schemas = { named, sent, gives, ...(upTo !== undefined && { upTo }) }
  return {
    method: 'post',
    path,
    schemas,
    handle: (audience) => (req, res) => answered(audience, req, res, schemas, run),
  }
}

/** For a route without a name in its path, or without anything in its body. */
export const nothing = z.strictObject({})

async function answered<Path, Body, Found extends Answer>(
  audience: Audience,
  req: Request,
  res: Response,
  { named, sent, gives, upTo }: Schemas<Path, Body, Found>,
  run: Run<Path, Body, Found>,
): Promise<void> {
  const caller = await admitted(audience, req)
  if ('status' in caller) return problem(res, caller)
  // A parameter that nobody declared is a mistake, or a try.
  if (req.getQuery()) return problem(res, { status: 400, detail: 'There are no parameters here.' })
  const path = named.safeParse(req.params)
  if (!path.success) return problem(res, { status: 404 })
  const body = await bodyOf(req, sent, upTo)
  if ('status' in body) return problem(res, body)
  const found = await run(caller, path.data, body.data, languageOf(req))
  if (!found) return problem(res, { status: 404 })
  if (found.refused) return problem(res, found.refused)
  // Nothing leaves that was not declared, whatever the rule behind it gave.
  give(req, res, JSON.stringify(gives.parse(found)))
}

/** A caller that has it already is told so. The mark is made of the answer alone. */
function give(req: Request, res: Response, text: string): void {
  const mark = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`
  if (req.method === 'GET') res.setHeader('ETag', mark)
  if (req.method === 'GET' && req.headers['if-none-match'] === mark) {
    res.writeHead(304)
    return void res.end()
  }
  res.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(text) })
  res.end(text)
}

const LANGUAGES: readonly Language[] = ['nl', 'en']

const languageOf = ({ headers }: Request): Language | undefined =>
  LANGUAGES.find((language) => headers['accept-language']?.toLowerCase().startsWith(language))

async function admitted({ verify, isWelcome, limit }: Audience, req: Request): Promise<Caller | Problem> {
  const caller = await verify(req.headers.authorization)
  if ('status' in caller) return { status: caller.status }
  if (!limit.take(`${caller.tenant} ${caller.person}`).passed) return { status: 429 }
  return (await isWelcome(caller)) ? caller : { status: 404 }
}

async function bodyOf<Body>(
  req: Request,
  sent: z.ZodType<Body> | undefined,
  upTo: number | undefined,
): Promise<{ data: Body } | Problem> {
  if (!sent) return { data: undefined as Body }
  const read = await readJson(req, upTo)
  if ('status' in read) return { status: read.status }
  const { data, error } = sent.safeParse(read.body)
  return error ? { status: 400, detail: z.prettifyError(error) } : { data }
}
