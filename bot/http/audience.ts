import type { Request, Response } from 'restify'
import { z } from 'zod'
import type { Caller, Verify } from './bearer.ts'
import { readJson } from './body.ts'
import { type Problem, problem } from './problem.ts'

/** Whom a set of routes is for. */
export interface Audience {
  verify: Verify
  /** Has this caller the role? Whoever has not is told that there is nothing: which of the two is not told. */
  isWelcome(caller: Caller): Promise<boolean>
  /** Each person a few requests at a time. */
  limit: { take(who: string): { passed: boolean } }
}

/**
 * One address of an audience. `run` gives what is answered as JSON, or undefined when there is no such thing for this caller.
 * What a `get` gives changes nothing.
 */
export interface Route {
  method: 'get' | 'post'
  path: string
  handle(audience: Audience): (req: Request, res: Response) => Promise<void>
}

const Nothing = z.strictObject({})

/** What a route gives when a request can be read, and not be done as it was asked: what to mend. */
export interface Unfit {
  unfit: string
}

type Run<Path, Body> = (caller: Caller, path: Path, body: Body) => Promise<object | Unfit | undefined>

/** A look: nothing is changed by it. */
export const get = <Path>(path: string, named: z.ZodType<Path>, run: Run<Path, unknown>): Route => ({
  ...{ method: 'get', path },
  handle: (audience) => (req, res) => answered(audience, req, res, named, undefined, run),
})

/** A step: its body is strict JSON, so that no other site's form can send one. */
export const post = <Path, Body>(
  path: string,
  named: z.ZodType<Path>,
  sent: z.ZodType<Body>,
  run: Run<Path, Body>,
): Route => ({
  ...{ method: 'post', path },
  handle: (audience) => (req, res) => answered(audience, req, res, named, sent, run),
})

/** For a route without a name in its path, or without anything in its body. */
export const nothing = Nothing

async function answered<Path, Body>(
  audience: Audience,
  req: Request,
  res: Response,
  named: z.ZodType<Path>,
  sent: z.ZodType<Body> | undefined,
  run: Run<Path, Body>,
): Promise<void> {
  const caller = await admitted(audience, req)
  if ('status' in caller) return problem(res, caller)
  // A parameter that nobody declared is a mistake, or a try.
  if (req.getQuery()) return problem(res, { status: 400, detail: 'There are no parameters here.' })
  const path = named.safeParse(req.params)
  if (!path.success) return problem(res, { status: 404 })
  const body = await bodyOf(req, sent)
  if ('status' in body) return problem(res, body)
  const found = await run(caller, path.data, body.data)
  if (!found) return problem(res, { status: 404 })
  if ('unfit' in found) return problem(res, { status: 422, detail: found.unfit })
  const text = JSON.stringify(found)
  res.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(text) })
  res.end(text)
}

async function admitted({ verify, isWelcome, limit }: Audience, req: Request): Promise<Caller | Problem> {
  const caller = await verify(req.headers.authorization)
  if ('status' in caller) return { status: caller.status }
  if (!limit.take(`${caller.tenant} ${caller.person}`).passed) return { status: 429 }
  return (await isWelcome(caller)) ? caller : { status: 404 }
}

async function bodyOf<Body>(req: Request, sent: z.ZodType<Body> | undefined): Promise<{ data: Body } | Problem> {
  if (!sent) return { data: undefined as Body }
  const read = await readJson(req)
  if ('status' in read) return { status: read.status }
  const { data, error } = sent.safeParse(read.body)
  return error ? { status: 400, detail: z.prettifyError(error) } : { data }
}
