import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { appPackage } from './app-package.ts'
import { developerOf } from './developer.ts'

/** Stands in until there is a bot registration: the package is valid, and reaches no bot. */
const EXAMPLE_ID = '00000000-0000-4000-8000-000000000000'

const appId = process.env.MICROSOFT_APP_ID || EXAMPLE_ID
const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
const path = join('dist', `leermoment-${version}.zip`)

try {
  const developer = developerOf(process.env)
  if (Array.isArray(developer)) throw new Error(['There is no app package:', ...developer].join('\n'))
  const bytes = appPackage({ appId, version, developer, tab: process.env.TAB_BASE_URL || undefined })
  mkdirSync('dist', { recursive: true })
  writeFileSync(path, bytes)
  process.stdout.write(`${path}\n`)
  if (appId === EXAMPLE_ID) {
    process.stderr.write(
      `This package has an example id. Set MICROSOFT_APP_ID to the application id of your bot registration before you upload it.\n`,
    )
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
  process.exitCode = 1
}
