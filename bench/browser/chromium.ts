import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { type Browser, chromium, type LaunchOptions } from 'playwright-core'

const run = promisify(execFile)

/** The user's own cache: an install that is done again finds the browser there, and stays small. */
const CACHE = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'leermoment')
const SYSTEM = '/usr/bin/chromium'

/** A closed network refuses what a browser does on its own behalf, many times a second. */
const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const REMEDY =
  'Set CHROMIUM_PATH to a Chromium on this machine, or install one as /usr/bin/chromium (Debian: chromium).'

/**
 * Starts a headless Chromium: the one CHROMIUM_PATH names, else the one in the npm package (Linux on x64, with its
 * own libraries and fonts), else the system's. The caller closes it.
 * @throws when none starts, with each reason and the remedy
 */
export const launchChromium = async (): Promise<Browser> => {
  const named = process.env.CHROMIUM_PATH
  const tries = named ? [() => start({ executablePath: named })] : [startPackaged, startSystem]
  const reasons: string[] = []
  for (const attempt of tries) {
    try {
      return await attempt()
    } catch (error) {
      reasons.push(error instanceof Error ? error.message : String(error))
    }
  }
  throw new Error([`No Chromium started. ${REMEDY}`, ...reasons].join('\n'))
}

const start = (options: LaunchOptions) => chromium.launch({ args: QUIET, ...options })

const startSystem = () => start({ executablePath: SYSTEM })

const startPackaged = async () => {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('The packaged Chromium is for Linux on x64.')
  const home = await unpacked()
  return start({
    executablePath: join(home, 'chromium'),
    env: {
      ...process.env,
      LD_LIBRARY_PATH: join(home, 'al2023', 'lib'),
      FONTCONFIG_FILE: join(home, 'fonts.conf'),
    },
  })
}

/** Where the packaged browser is, unpacked once for each version. */
const unpacked = async (): Promise<string> => {
  const manifest = new URL('../package.json', import.meta.resolve('@sparticuz/chromium'))
  const { version } = JSON.parse(await readFile(manifest, 'utf8'))
  const home = join(CACHE, `chromium-${version}`)
  if (!existsSync(home)) await unpack(home)
  return home
}

const unpack = async (home: string) => {
  await mkdir(CACHE, { recursive: true })
  const staging = await mkdtemp(`${home}-`)
  try {
    const script = fileURLToPath(new URL('unpack.ts', import.meta.url))
    await run(process.execPath, [script], { env: { ...process.env, TMPDIR: staging } })
    await rename(staging, home)
  } catch (error) {
    await rm(staging, { recursive: true, force: true })
    // Another process was first, and what it unpacked is the same.
    if (!existsSync(home)) throw error
  }
}
