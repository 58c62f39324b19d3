import assert from 'node:assert/strict'
import { pressesOf } from '../../cards/kit/presses.ts'
import { memoryStore } from '../../services/adapters/memory/store.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import type { Doc, Store } from '../../services/core/ports.ts'
import { sendTo } from '../ask/town.ts'
import { interrupted } from '../delivery/interrupted.ts'
import { House, type Options, read, TENANT, WEDNESDAY } from '../house.ts'
import { answered } from '../reflection/answers.ts'

/** A word in everything that Karin writes, and in nothing else. */
export const KARINS = 'kwartelkoning'
const MINUTE = 60_000

/** A house with, beside it, every document that its store holds, by collection. */
export async function openHouse(
  options: Options = {},
  kept: Store = memoryStore({ clock: { now: () => WEDNESDAY }, random: systemRandom }),
) {
  const held = new Map<string, { collection: string; doc: Doc }>()
  const keyOf = (collection: string, { tenant, person, id }: Doc) => [collection, tenant, person ?? '', id].join('|')
  const store = interrupted(kept, {
    after(collection, verb, first) {
      const doc = first as Doc
      if (verb === 'put') held.set(keyOf(collection, doc), { collection, doc })
      if (verb === 'remove') for (const key of held.keys()) if (key === keyOf(collection, doc)) held.delete(key)
    },
  })
  const house = await House.open({ ...options, store })
  const documents = () => [...held.values()].map(({ collection, doc }) => ({ collection, json: JSON.stringify(doc) }))
  return { house, documents }
}

/** Karin did everything there is to do, with others and alone; a minute lies between any two things. */
export async function livedAWeek(house: House) {
  const says = async (person: string, text: string) => {
    const card = await house.say(person, text)
    await house.pass(MINUTE)
    return card
  }
  await house.arrive('karin')
  await house.app.rosterChanged(TENANT)
  for (const person of ['karin', 'bram']) await says(person, 'mijn grens 9')
  await answered(house, 'karin', `Een ${KARINS} op het dak stopt de sloop.`, { sharing: 'colleagues' })
  await house.press('karin', await says('karin', `De ${KARINS} zat stil in het hoge gras.`), 'Bewaar als moment')
  await says('karin', `Hoe een ${KARINS} klinkt in het hoge gras`)
  await house.press('karin', await says('karin', `Een ${KARINS} bij de beek.`), 'Bewaar als moment')
  await says('karin', 'ja, verwijder 3')

  await says('karin', `ik weet iets van de ${KARINS}`)
  await asks(house, 'karin', `wie weet iets van vergunningen waar een ${KARINS} broedt?`, 'bram')
  await says('bram', 'ik help')
  await says('bram', 'mijn antwoord: In hoog gras, tot half juli.')
  await says('karin', 'dit hielp, bewaar')
  await says('bram', 'ja, bewaar')

  await asks(house, 'sanne', 'wie weet iets van vergunningen voor sloop?', 'karin')
  await says('karin', 'ik help')
  await says('karin', `mijn antwoord: Wacht op de ${KARINS}.`)
  await says('sanne', 'dit hielp, bewaar')
  await says('karin', 'ja, bewaar')

  // Nobody gets more than two nudges a week.
  await house.until('2026-11-23T09:00Z')
  await asks(house, 'fatima', 'wie weet iets van vergunningen voor een feest?', 'karin')
  await says('karin', 'vraag het aan Bram Visser')
  await asks(house, 'priya', 'wie weet iets van vergunningen voor een markt?', 'karin')
  await says('karin', 'ik help')
  await asks(house, 'karin', `wie weet iets van vergunningen bij een ${KARINS}?`, 'bram')
  await says('bram', 'ik help')
  await says('karin', `Nog een losse ${KARINS}.`)
}

async function asks(house: House, asker: string, question: string, who: string) {
  const heard = await house.say(asker, question)
  // A person who is helping at that moment is asked whether it is not meant for their colleague.
  const isUnclear = pressesOf(heard).some(({ title }) => title === 'Vraag het aan een collega')
  const card = isUnclear ? await house.press(asker, heard, 'Vraag het aan een collega') : heard
  await sendTo(house, asker, card, who)
  await house.pass(MINUTE)
}

/** Karin asks to be erased, and is sure. */
export async function forget(house: House) {
  const sure = await house.say('karin', 'verwijder mij')
  assert.match(read(sure), /Wil je alles van jou verwijderen\?/)
  const done = await house.press('karin', sure, 'Ja, verwijder alles')
  assert.match(read(done), /Alles van jou is verwijderd/)
}
