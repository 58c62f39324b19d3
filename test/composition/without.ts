/** Loaded before anything else of a process: the product in it lacks what `WITHOUT` says, and is the same for the rest. */
import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import type { Way } from './ways.ts'

const { file, text, instead } = JSON.parse(process.env.WITHOUT ?? '') as Way
const url = new URL(`../../${file}`, import.meta.url).href

registerHooks({
  load(address, context, next) {
    const loaded = next(address, context)
    if (address !== url) return loaded
    const source = readFileSync(new URL(url), 'utf8')
    if (source.split(text).length !== 2) throw new Error(`not once in ${file}: ${text}`)
    return { ...loaded, source: source.replace(text, () => instead) }
  },
})
