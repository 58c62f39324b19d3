/** Prints every text on screen in one language, to be proof-read: `npm run words`, or `npm run words -- en`. */
import { globSync } from 'node:fs'

const wanted = process.argv[2] === 'en' ? 'en' : 'nl'
const ROOT = new URL('../../', import.meta.url)

/** Each text with the name it has; what is filled in is shown as its place: `{1}`. */
function textsIn(words: unknown, name: string): string[] {
  if (typeof words === 'string') return [`  ${name}: ${words}`]
  if (typeof words === 'function') {
    const places = Array.from({ length: words.length }, (_, place) => `{${place + 1}}`)
    return textsIn(words(...places), name)
  }
  return Object.entries(words ?? {}).flatMap(([key, value]) => textsIn(value, name ? `${name}.${key}` : key))
}

for (const file of globSync(['cards/*/*words.ts', 'tab/words/*.ts'], { cwd: ROOT }).sort())
  for (const words of Object.values(await import(new URL(file, ROOT).href))) {
    const own =
      typeof words === 'function' && file.startsWith('cards/')
        ? words(wanted)
        : (words as Record<string, unknown>)[wanted]
    if (own) process.stdout.write(`${file}\n${textsIn(own, '').join('\n')}\n\n`)
  }
