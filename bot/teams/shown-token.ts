import { z } from 'zod'
import type { Refusal } from './refusal.ts'

export const ISSUER = 'https://api.botframework.com'

/** What a token says of itself. Nobody has looked at its signature. */
export interface ShownToken {
  /** As it came in the header. */
  authorization: string
  /** The id of the key with which it says that it is signed. */
  kid: string
  audience: string
  serviceUrl: string
}

/** Nobody here knows any extension of a token: one that says it must be understood is not. */
const head = z.looseObject({ alg: z.literal('RS256'), kid: z.string().min(1), crit: z.undefined().optional() })

/** The channel names no app that sends: a token with `appid` is of another bot, which would have this one as its skill. */
const claims = z.looseObject({
  aud: z.string(),
  serviceurl: z.string(),
  exp: z.number(),
  nbf: z.number().optional(),
  appid: z.undefined().optional(),
})

/**
 * The token, or why it cannot be of the channel by what it says. What is refused here no SDK sees: not every one of them
 * refuses it, and some ask the network first.
 */
export function shownToken(authorization: string): ShownToken | Refusal {
  const said = saidBy(authorization)
  if (Object(said?.claims).iss !== ISSUER) return { status: 401, code: 'other-issuer' }
  const [ofHead, ofClaims] = [head.safeParse(said?.head).data, claims.safeParse(said?.claims).data]
  if (!ofHead || !ofClaims) return { status: 401, code: 'bad-token' }
  const { aud: audience, serviceurl: serviceUrl } = ofClaims
  return { authorization, kid: ofHead.kid, audience, serviceUrl }
}

function saidBy(authorization: string): { head: unknown; claims: unknown } | undefined {
  const [scheme, token, ...rest] = authorization.split(' ')
  const parts = token?.split('.') ?? []
  if (scheme !== 'Bearer' || rest.length > 0 || parts.length !== 3) return undefined
  const [head, claims] = parts.map(jsonIn)
  return { head, claims }
}

function jsonIn(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString())
  } catch {
    return undefined
  }
}
