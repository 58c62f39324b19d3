import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../', import.meta.url))
const BUILT = join(ROOT, 'dist/tab')
const STAMP = join(BUILT, '.made-of')

/** What the page is made of, or may be: its own files, the cards, the schemas, and the libraries. */
const SOURCES = ['tab', 'cards', 'services', 'package-lock.json']

/** Of all that the page is made of: the same while nothing changed. */
function stamp(): string {
  const hash = createHash('sha256')
  for (const source of SOURCES) {
    const path = join(ROOT, source)
    const files = source.includes('.') ? [''] : readdirSync(path, { recursive: true, encoding: 'utf8' }).sort()
    for (const file of files.filter((name) => name === '' || /\.(tsx?|css|html)$/.test(name)))
      hash.update(file).update(readFileSync(join(path, file)))
  }
  return hash.digest('hex')
}

const made = stamp()
if (!existsSync(STAMP) || readFileSync(STAMP, 'utf8') !== made) {
  const { buildPage } = await import('./building.ts')
  await buildPage({ root: join(ROOT, 'tab'), outDir: BUILT, ahead: ['tab/app.tsx', 'running/page.tsx'] })
  writeFileSync(STAMP, made)
}
