import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { inherited } from '../../bench/inherited.ts'
import type { EdgeName } from '../../bot/teams/bot-sdk.ts'
import { run } from '../cli/run.ts'
import { APP, jwkOfOwn, own, SANNE, serve, signed, TENANT } from './channel.ts'

const ROOT = new URL('../../', import.meta.url)

/** What a production service is set to. */
const settings = (folder: string, edge: EdgeName) => ({
  LEERMOMENT_MODE: 'production',
  LEERMOMENT_EDGE: edge,
  LEERMOMENT_STORE: `sqlite:${join(folder, 'store.db')}`,
  LEERMOMENT_TENANTS: TENANT,
  LEERMOMENT_VERTROUWENSPERSOON: 'Noor Vermeulen, 06 00 00 00 00, vertrouwenspersoon@voorbeeldstad.example',
  LEERMOMENT_CONTROLLER: 'Gemeente Voorbeeldstad, Markt 1',
  LEERMOMENT_FG: 'Farid Gerritsen, fg@voorbeeldstad.example',
  LEERMOMENT_LEGAL_BASIS: 'artikel 6, eerste lid, onder e, AVG',
  LEERMOMENT_KEY_FILE: join(folder, 'house.key'),
  MICROSOFT_APP_ID: APP,
  MICROSOFT_APP_TYPE: 'SingleTenant',
  MICROSOFT_APP_TENANT_ID: TENANT,
  MICROSOFT_APP_PASSWORD: 'not used',
  HOST: '127.0.0.1',
  PORT: '0',
})

const inHours = (hours: number) => Math.floor(Date.now() / 1000) + hours * 3600

/** Tokens of the channel and of Entra, signed with the key that the service is shown. */
const tokens = {
  channel: (given: object = {}) =>
    signed(
      { iss: 'https://api.botframework.com', aud: APP, nbf: inHours(-1), exp: inHours(2), ...given },
      own.privateKey,
    ),
  /** Each person may ask a few times a minute: `n` says which of {@link STAFF} asks. */
  entra: (n = 0) =>
    signed(
      {
        aud: APP,
        iss: `https://login.microsoftonline.com/${TENANT}/v2.0`,
        ver: '2.0',
        tid: TENANT,
        oid: staff(n % STAFF),
        azp: SANNE,
        scp: 'access_as_user',
        nbf: inHours(-1),
        exp: inHours(2),
      },
      own.privateKey,
    ),
}

/** How many people work there, each with every role. */
export const STAFF = 100
export const staff = (n: number) => (n === 0 ? SANNE : `7f000000-0000-4000-8000-${String(n).padStart(12, '0')}`)
const ROSTER = Array.from(
  { length: STAFF },
  (_, n) =>
    `${staff(n)},Persoon ${n},p${n}@x.example,Gemeente/Team ${n % 3},${n < 3 ? '' : staff(n % 3)},hr admin works-council`,
)

/** The service as it is served in production: a process of its own, of which a stranger sees no more than its port. */
export async function openServed(edge: EdgeName) {
  const folder = await mkdtemp(join(tmpdir(), 'leermoment-served-'))
  const file = join(folder, 'roster.csv')
  await writeFile(file, ['objectId,name,email,unit,managerObjectId,roles', ...ROSTER].join('\n'))
  const imported = await run('bot/cli.ts', ['roster', 'import', '--tenant', TENANT, file], settings(folder, edge))
  if (imported.code !== 0) throw new Error(`no roster: ${imported.err}`)
  const keys = await serve((req, res) => {
    const isList = req.url?.includes('keys')
    const list = { keys: [{ ...jwkOfOwn(), endorsements: ['msteams'] }] }
    res.setHeader('content-type', 'application/json')
    res.end(JSON.stringify(isList ? list : { issuer: 'x', jwks_uri: 'https://login.botframework.com/keys' }))
  })
  const flags = ['--disable-warning=ExperimentalWarning', '--disable-warning=DEP0040', '--disable-warning=DEP0169']
  const child = spawn(process.execPath, [...flags, '--import', './test/edge/keys-nearby.ts', 'bot/main.ts'], {
    cwd: ROOT,
    env: { ...inherited(), CHANNEL_PORT: new URL(keys.url).port, ...settings(folder, edge) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const lines: { event: string; port?: number; [field: string]: unknown }[] = []
  const said = { err: '' }
  child.stderr.on('data', (chunk) => {
    said.err += chunk
  })
  const ended = once(child, 'exit')
  const port = await new Promise<number>((resolve, reject) => {
    createInterface(child.stdout).on('line', (line) => {
      const noted = JSON.parse(line)
      lines.push(noted)
      if (noted.event === 'started') resolve(noted.port)
    })
    ended.then(() => reject(new Error(`the service ended at start: ${said.err}`)), reject)
  })
  const proc = (what: string) => `/proc/${child.pid}/${what}`

  return {
    port,
    url: `http://127.0.0.1:${port}`,
    lines,
    said,
    child,
    tokens,
    isRunning: () => child.exitCode === null && child.signalCode === null,
    /** How many descriptors it has open, and its memory in MB; undefined where the system does not tell. */
    async held() {
      const [open, status] = await Promise.all([
        readdir(proc('fd')).catch(() => undefined),
        readFile(proc('status'), 'utf8').catch(() => ''),
      ])
      return { descriptors: open?.length, megabytes: Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024) }
    },
    /** Ends it as an operator does. */
    async stop() {
      child.kill('SIGTERM')
      const [code, signal] = await ended
      await keys.close()
      await rm(folder, { recursive: true, force: true })
      return { code, signal }
    },
  }
}

export type Served = Awaited<ReturnType<typeof openServed>>

const STATUS = /^HTTP\/1\.1 (?!100)(\d{3})/m

/** What a raw connection is told, and whether it was closed: `bytes` go out as they are. `first` goes away at the first answer. */
export async function sentRaw(
  port: number,
  bytes: string | Uint8Array,
  then: 'reset' | 'wait' | 'first' = 'wait',
  patience = 5_000,
): Promise<{ status: number | undefined; closed: boolean }> {
  const socket: Socket = connect(port, '127.0.0.1')
  let got = ''
  const closed = new Promise<boolean>((resolve) => {
    socket.on('data', (chunk) => {
      got += chunk.toString('latin1')
      if (then === 'first' && STATUS.test(got)) resolve(false)
    })
    socket.on('error', () => {})
    socket.on('close', () => resolve(true))
    setTimeout(() => resolve(false), patience).unref()
  })
  await Promise.race([once(socket, 'connect').catch(() => {}), closed])
  socket.write(bytes)
  if (then === 'reset') setTimeout(() => socket.resetAndDestroy(), 5)
  const isClosed = await closed
  socket.destroy()
  const status = STATUS.exec(got)?.[1]
  return { status: status ? Number(status) : undefined, closed: isClosed }
}
