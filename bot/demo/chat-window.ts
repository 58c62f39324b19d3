import { type ChildProcess, spawn } from 'node:child_process'
import { copyFile, mkdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

const ROOT = new URL('../../', import.meta.url)
const PLAYGROUND_FILE = '.m365agentsplayground.yml'
/** However this process ends, its end of the pipe closes: the Playground must not stay behind and hold its port. */
const ENDS_WITH_US = 'data:text/javascript,process.stdin.resume().once("end", () => process.exit())'

/** The Playground says who is in the chat; its file is the one place where the demo's tenant is named. */
export async function tenantOfPlayground(): Promise<string> {
  const found = /^tenantId:\s*["']?([0-9a-f-]{36})/m.exec(await readFile(new URL(PLAYGROUND_FILE, ROOT), 'utf8'))
  if (!found?.[1]) throw new Error(`${PLAYGROUND_FILE} names no tenantId`)
  return found[1]
}

/**
 * Starts the Playground, which brings what is typed in it to `endpoint`. Resolves when it serves its page.
 * It writes its log where it runs: beside the demo's data.
 */
export async function openPlayground(endpoint: string, port: string, folder: string): Promise<ChildProcess> {
  await mkdir(folder, { recursive: true })
  await copyFile(new URL(PLAYGROUND_FILE, ROOT), `${folder}/${PLAYGROUND_FILE}`)
  const program = fileURLToPath(import.meta.resolve('@microsoft/m365agentsplayground/cli.js'))
  const words = ['start', '-e', endpoint, '-c', 'msteams', '-p', port, '--disable-telemetry']
  const playground = spawn(process.execPath, ['--import', ENDS_WITH_US, program, ...words], {
    cwd: folder,
    env: { ...process.env, TEAMSAPPTESTER_BROWSER: 'none' },
    stdio: ['pipe', 'ignore', 'inherit'],
  })
  await answers(`http://127.0.0.1:${port}/`, playground)
  return playground
}

async function answers(address: string, playground: ChildProcess): Promise<void> {
  while (playground.exitCode === null) {
    const ok = await fetch(address).then(
      (response) => response.ok,
      () => false,
    )
    if (ok) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}
