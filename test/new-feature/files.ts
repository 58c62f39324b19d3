/** What a name is called in a file name, as a value, as a type, and in a sentence. */
export interface Names {
  file: string
  value: string
  type: string
  words: string
}

/** @throws {Error} when it cannot be the name of a folder in every room */
export function namesOf(name: string): Names {
  if (!/^[a-z]+(-[a-z]+)*$/.test(name))
    throw new Error(`"${name}" is no name: write small letters, with - between words.`)
  const type = name.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase())
  return { file: name, type, value: type.charAt(0).toLowerCase() + type.slice(1), words: name.replaceAll('-', ' ') }
}

/** The files of a feature in which everybody keeps one text of their own: by path, with what is in them. */
export const filesOf = (names: Names): Record<string, string> => ({
  [`services/${names.file}/${names.file}.ts`]: service(names),
  [`cards/${names.file}/words.ts`]: words(names),
  [`cards/${names.file}/commands.ts`]: typedCommands(names),
  [`cards/${names.file}/${names.file}.ts`]: card(names),
  [`bot/${names.file}/feature.ts`]: feature(names),
  [`test/${names.file}/${names.file}.test.ts`]: test(names),
})

const service = ({
  value,
  type,
}: Names) => `import type { Clock, Collection, Doc, Instant, PersonId, Store } from '../core/ports.ts'
import { change } from '../core/store/change.ts'
import { instant, months } from '../core/time.ts'

/** What somebody keeps here: one text, which they alone read. */
export interface ${type} extends Doc {
  person: PersonId
  text: string
  at: Instant
}

export interface ${type}Service {
  of(tenant: string, person: PersonId): Promise<${type} | undefined>
  /** In the place of what was there. */
  keep(of: { tenant: string; person: PersonId }, text: string): Promise<void>
  forget(tenant: string, person: PersonId): Promise<void>
}

/** Each person has one. */
const ID = 'own'

export function ${value}Service({ store, clock }: { store: Store; clock: Clock }): ${type}Service {
  const kept: Collection<${type}> = store.collection({
    name: '${value}',
    owner: 'person',
    foundWithin: 'person',
    indexes: { at: ({ at }) => at },
    lives: { for: months(12), from: ({ at }) => at },
  })
  return {
    of: (tenant, person) => kept.get({ tenant, person, id: ID }),
    async keep({ tenant, person }, text) {
      const key = { tenant, person, id: ID }
      const at = instant(clock.now())
      await change(kept, key, (known) => ({ ...key, ...(known?.etag && { etag: known.etag }), text, at }))
    },
    forget: (tenant, person) => kept.remove({ tenant, person, id: ID }),
  }
}
`

const words = ({ value, words }: Names) => `import { inLanguages } from '../kit/languages.ts'

export const ${value}Words = inLanguages(
  {
    title: 'Dit is ${words}',
    none: 'Hier staat nog niets van jou.',
    label: 'Jouw tekst',
    error: 'Schrijf iets.',
    keep: 'Bewaar',
    kept: 'Bewaard. Alleen jij kunt dit lezen.',
  },
  {
    title: 'This is ${words}',
    none: 'There is nothing of yours here yet.',
    label: 'Your text',
    error: 'Write something.',
    keep: 'Keep',
    kept: 'Kept. You alone can read this.',
  },
)
`

const typedCommands = ({ value, words }: Names) => `import type { Command } from '../kit/command.ts'

export const ${value}Commands = {
  ${value}: { nl: ['${words}', '${words} *'], en: ['${words}', '${words} *'] },
} satisfies Record<string, Command>
`

const card = ({ value, type }: Names) => `import type { Language } from '../../services/core/ports.ts'
import { type Card, card, FIELD_LIMIT, field, text } from '../kit/card.ts'
import { commands, typed } from '../kit/commands.ts'
import { ${value}Words } from './words.ts'

export interface ${type}View {
  language: Language
  /** What they kept before. */
  own: string | undefined
}

export function ${value}Card({ language, own }: ${type}View): Card {
  const words = ${value}Words(language)
  return card({
    language,
    title: words.title,
    content: [
      ...(own === undefined ? [text(words.none)] : []),
      field({ id: 'text', label: words.label, value: own, limit: FIELD_LIMIT, error: words.error }),
    ],
    buttons: [{ title: words.keep, verb: '${value}.keep', typed: typed(commands.${value}, language) }],
  })
}

export const ${value}KeptCard = (language: Language): Card => {
  const { title, kept } = ${value}Words(language)
  return card({ language, title, content: [text(kept)], buttons: [] })
}
`

const feature = ({ value, type, file }: Names) => `import { z } from 'zod'
import { FIELD_LIMIT } from '../../cards/kit/card.ts'
import { commands, on } from '../../cards/kit/commands.ts'
import { ${value}Card, ${value}KeptCard } from '../../cards/${file}/${file}.ts'
import type { ${type}Service } from '../../services/${file}/${file}.ts'
import { type Feature, press, type Reply, type Turn } from '../turn.ts'

const Text = z.string().trim().min(1).max(FIELD_LIMIT)

export function ${value}Feature(service: ${type}Service): Feature {
  const show = async ({ tenant, person, language }: Turn): Promise<Reply> => ({
    card: ${value}Card({ language, own: (await service.of(tenant, person))?.text }),
  })
  async function keep(turn: Turn, text: string): Promise<Reply> {
    await service.keep(turn, text)
    return { card: ${value}KeptCard(turn.language) }
  }
  return {
    name: '${file}',
    said: on(commands.${value}, (turn, rest) => {
      const { data } = Text.safeParse(rest)
      return data === undefined ? show(turn) : keep(turn, data)
    }),
    pressed: { '${value}.keep': press(z.object({ text: Text }), (turn, { text }) => keep(turn, text)) },
    export: { ${value}: service.of },
    forget: service.forget,
  }
}
`

const test = ({ value, words }: Names) => `import assert from 'node:assert/strict'
import { House, read, TENANT } from '../house.ts'

describe('${words}', () => {
  it('keeps one text of somebody, pressed or typed, and shows it to nobody else', async () => {
    const house = await House.open()
    const card = await house.say('sanne', '${words}')
    assert.match(read(card), /Hier staat nog niets van jou/)
    assert.match(read(await house.press('sanne', card, 'Bewaar', { text: 'Eerst bellen.' })), /Bewaard/)
    assert.match(JSON.stringify(await house.say('sanne', '${words}')), /Eerst bellen/)
    await house.say('sanne', '${words} eerst lezen')
    assert.match(JSON.stringify(await house.say('sanne', '${words}')), /eerst lezen/)
    assert.doesNotMatch(JSON.stringify(await house.say('bram', '${words}')), /lezen/)
  })

  it('goes with whose it is', async () => {
    const house = await House.open()
    await house.say('sanne', '${words} eerst lezen')
    const { everything } = await house.app.ownData.taken(TENANT, 'sanne')
    assert.match(JSON.stringify(everything), /"${value}".*eerst lezen/)
    await house.app.forget(TENANT, 'sanne')
    assert.match(read(await house.say('sanne', '${words}')), /Hier staat nog niets van jou/)
  })
})
`
