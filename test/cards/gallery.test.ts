import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { gallery, LANGUAGES } from './gallery.ts'

const CARDS = new URL('../../cards/', import.meta.url)

/** The names of everything in cards/ that makes a card. */
async function makers(): Promise<string[]> {
  const files = readdirSync(CARDS, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))
  const modules = await Promise.all(files.map((file) => import(new URL(file, CARDS).href)))
  const named = modules.flatMap((module: object) => Object.entries(module))
  return named.flatMap(([name, made]) => (name.endsWith('Card') && typeof made === 'function' ? [name] : []))
}

describe('cards: the gallery', () => {
  for (const language of LANGUAGES) {
    it(`shows every card that can be made (${language})`, async () => {
      // What is said beside any card makes none of its own.
      const shown = new Set(gallery(language).flatMap(({ maker }) => (maker.endsWith('Card') ? [maker] : [])))
      const made = await makers()
      assert.ok(made.length > 50, `${made.length} makers of cards`)
      assert.deepEqual([...shown].sort(), made.sort(), 'add a card that is new to the wing of its feature')
    })
  }

  it('names every card once', () => {
    const names = gallery('nl').map(({ name }) => name)
    assert.equal(new Set(names).size, names.length)
  })

  it('says every word in the language it is in', () => {
    for (const language of LANGUAGES) {
      for (const { name, card } of gallery(language)) assert.equal(card.lang, language, name)
    }
  })
})
