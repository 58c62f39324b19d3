import { APP, forgeries, jwkOfOwn, KARIN, own, SANNE, serve, signed, TENANT } from './channel.ts'

type Claims = Record<string, unknown>

/** Entra as far as an API can see it: its keys, and the tokens it signs. Minutes are counted from now. */
export async function openEntra() {
  const state = { away: false, asked: 0 }
  const keys = await serve((_, res) => {
    state.asked++
    res.writeHead(state.away ? 500 : 200, { 'content-type': 'application/json' })
    res.end(JSON.stringify({ keys: [jwkOfOwn()] }))
  })
  const inMinutes = (minutes: number) => Math.floor(Date.now() / 1000) + minutes * 60
  const claims = ({ from = -1, until = 60, ...given }: Claims & { from?: number; until?: number }): Claims => {
    const { tid = TENANT } = given
    return {
      aud: APP,
      iss: `https://login.microsoftonline.com/${tid}/v2.0`,
      ver: '2.0',
      tid,
      oid: SANNE,
      sub: 'pairwise',
      azp: KARIN,
      azpacr: '0',
      scp: 'access_as_user',
      preferred_username: 's@x.nl',
      iat: inMinutes(from),
      nbf: inMinutes(from),
      exp: inMinutes(until),
      ...given,
    }
  }
  return {
    state,
    keys: `${keys.url}/keys`,
    close: keys.close,
    /** A good token, but for what is given; what is given as undefined is left out. */
    token: (given: Claims & { from?: number; until?: number } = {}) => signed(claims(given), own.privateKey),
    ...forgeries(() => claims({})),
  }
}
