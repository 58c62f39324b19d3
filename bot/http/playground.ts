import { randomBytes } from 'node:crypto'
import type { Request, Response } from 'restify'
import { z } from 'zod'
import { ID } from '../../services/core/ids.ts'
import type { PersonId } from '../../services/core/ports.ts'
import type { Verify } from './bearer.ts'
import { readJson } from './body.ts'
import { problem } from './problem.ts'

/** Somebody on the roster of the example municipality, as whom a page may be looked at. */
export interface Guest {
  id: PersonId
  name: string
  team: string
  manages: boolean
  roles: string[]
}

export interface PlaygroundPorts {
  tenant: string
  everyone(): Promise<Guest[]>
}

export interface PlaygroundSignIn {
  verify: Verify
  guests(req: Request, res: Response): Promise<void>
  signIn(req: Request, res: Response): Promise<void>
}

const ISSUER = 'leermoment-playground'
const VALID = '8h'
const TOKEN = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/
const Chosen = z.strictObject({ person: z.string().regex(ID).max(100) })

/**
 * Signs a visitor in as the person they choose, without a password: in the Playground, on this machine, alone. Its key
 * is drawn when the process starts and never leaves it, and its tokens are for no other audience. So nothing that it
 * signed is worth anything where tokens of Entra are asked for.
 */
export function playgroundSignIn({ tenant, everyone }: PlaygroundPorts): PlaygroundSignIn {
  const key = randomBytes(32)
  const rules = { issuer: ISSUER, audience: ISSUER, algorithms: ['HS256'], requiredClaims: ['exp', 'sub'] }

  async function tokenFor(person: PersonId): Promise<string> {
    const { SignJWT } = await import('jose')
    const claims = new SignJWT().setProtectedHeader({ alg: 'HS256' }).setIssuer(ISSUER).setAudience(ISSUER)
    return claims.setSubject(person).setIssuedAt().setExpirationTime(VALID).sign(key)
  }

  return {
    async verify(authorization) {
      const token = TOKEN.exec(authorization ?? '')?.[1]
      if (!token) return { status: 401, code: 'no-token' }
      const { jwtVerify } = await import('jose')
      const checked = await jwtVerify(token, key, rules).catch(() => undefined)
      const person = checked?.payload.sub
      return person ? { tenant, person } : { status: 401, code: 'bad-token' }
    },

    async guests(_req, res) {
      res.json({ guests: await everyone() })
    },

    async signIn(req, res) {
      const read = await readJson(req)
      if ('status' in read) return problem(res, { status: read.status })
      const chosen = Chosen.safeParse(read.body)
      if (!chosen.success) return problem(res, { status: 400 })
      const { person } = chosen.data
      if (!(await everyone()).some(({ id }) => id === person)) return problem(res, { status: 404 })
      res.json({ token: await tokenFor(person) })
    },
  }
}
