import type { Response } from 'restify'

/** What went wrong, by the status alone: nobody who is turned away learns why. */
const TITLES = {
  400: 'This request cannot be read.',
  401: 'Sign in, and show an access token.',
  403: 'This token is not for here.',
  404: 'There is no such thing, or it is not yours.',
  409: 'This was changed meanwhile.',
  413: 'This request is too large.',
  415: 'Send JSON.',
  422: 'This cannot be done as it was asked.',
  429: 'Too many requests. Wait a moment.',
  500: 'Something went wrong here.',
  503: 'Try again in a moment.',
}

/** After how many seconds it is worth asking again. */
export const RETRY_SECONDS = '5'

/** As RFC 9457 has it. */
export interface Problem {
  status: keyof typeof TITLES
  title?: string
  /** What to mend: of the request, never of what is kept here. */
  detail?: string
  /** The same for a page, which has words of its own for it. */
  code?: string
}

export function problem(res: Response, { status, title = TITLES[status], detail, code }: Problem): void {
  const text = JSON.stringify({ type: 'about:blank', title, status, ...(detail && { detail }), ...(code && { code }) })
  if (status === 401) res.setHeader('WWW-Authenticate', 'Bearer')
  if (status === 429 || status === 503) res.setHeader('Retry-After', RETRY_SECONDS)
  res.writeHead(status, { 'Content-Type': 'application/problem+json', 'Content-Length': Buffer.byteLength(text) })
  res.end(text)
}
