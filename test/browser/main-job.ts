import assert from 'node:assert/strict'
import type { Chat } from './chat.ts'
import type { Demo } from './demo.ts'
import { demoInBrowser } from './in-browser.ts'

const ANSWER = 'Ik belde eerst de bewoner, en toen las ik pas het dossier. Dat scheelde een uur.'
const HELP = 'Een hoogwerker op de stoep? Vraag een objectvergunning aan, minstens vijf werkdagen vooraf.'

/**
 * The main job as a person does it, whatever keeps the answers and however many processes serve it.
 * @returns what was answered, and the chat as it is now
 */
export function mainJob(open: () => Promise<Demo>) {
  const demo = demoInBrowser(open)
  let chat: Chat

  before(async () => {
    chat = await demo.chat()
  })

  it('welcomes a newcomer, once', async () => {
    await chat.card('Hoi Sanne, ik ben Leermoment')
    await chat.page.reload()
    await chat.say('help')
    await chat.card('Wat kun je met Leermoment?')
    assert.equal((await chat.page.getByText('Hoi Sanne, ik ben Leermoment').count()) <= 1, true)
  })

  it('asks the question of the week and keeps the answer without repeating it', async () => {
    await chat.say('demo vraag')
    await chat.card('Wat was deze week je meest leerzame moment?')
    await chat.fill('Jouw antwoord', ANSWER)
    await chat.picture('question', 'Vraag van de week')
    await chat.press('Bewaar')
    const saved = await chat.card('Bewaard. Alleen jij kunt dit lezen.')
    assert.doesNotMatch(await saved.innerText(), /eerst de bewoner/)
    await chat.picture('saved', 'Bewaard. Alleen jij kunt dit lezen.')
  })

  it('shows what is known, and who may know and why', async () => {
    await chat.say('wie weet iets van een hoogwerker en parkeervergunningen?')
    const asked = await chat.card('Misschien gaat dit erover')
    assert.match(await asked.innerText(), /Dit helpt/)
    await chat.picture('ask', 'Misschien gaat dit erover')
    assert.match(await asked.innerText(), /Karin de Wit\s+Deelde \d keer iets over/)
  })

  it('lets a colleague help, and brings the answer back', async () => {
    await chat.row('Karin de Wit')
    await chat.card('Zo gaat je vraag naar Karin de Wit')
    await chat.fill('Wat wil je kunnen doen? (mag leeg)', 'Morgen de bewoner bellen')
    await chat.picture('before', 'Zo gaat je vraag naar Karin de Wit')
    await chat.press('Verstuur')
    await chat.card('Ik vraag het aan een collega.')
    await chat.card('Kun jij Sanne Bakker helpen?')
    await chat.picture('offer', 'Kun jij Sanne Bakker helpen?')
    await chat.say('demo als Karin de Wit')
    await chat.card('Je bent nu Karin de Wit')
    await chat.press('Ik help')
    await chat.card('Fijn. Sanne weet dat je helpt.')
    // The chat draws every card anew when a message comes in, and forgets what was filled in.
    await chat.card('Karin de Wit helpt je')
    await chat.fill('Jouw antwoord', HELP)
    await chat.press('Verstuur')
    await chat.card('Verstuurd naar Sanne')
    const answer = await chat.card('Karin de Wit heeft een antwoord')
    await chat.picture('answer', 'Karin de Wit heeft een antwoord')
    assert.match(await answer.innerText(), /hoogwerker op de stoep/)
  })

  it('loses nothing when everything is killed and started again', async () => {
    await chat.close()
    await demo.killAndStart()
    chat = await demo.chat()
    await chat.say('demo als Sanne')
    await chat.say('mijn momenten')
    assert.match(await (await chat.card('Mijn momenten')).innerText(), /toen las ik pas het dossier/)
    await chat.say('open mijn vraag')
    await chat.card('Karin de Wit heeft een antwoord')
    assert.equal(await chat.page.getByText('Kun jij Sanne Bakker helpen?').count(), 0, 'nothing is sent twice')
  })

  it('keeps the answer when both agree', async () => {
    await chat.choose('Bewaar dit voor collega')
    await chat.press('Dit hielp')
    await chat.card('Mooi dat het hielp')
    await chat.card('Jouw antwoord hielp Sanne Bakker')
    await chat.say('demo als Karin de Wit')
    await chat.card('Je bent nu Karin de Wit')
    await chat.press('Ja, bewaar')
    await chat.card('Bewaard voor collega’s')
  })

  it('and the next asker finds it, in English', async () => {
    await chat.say('demo als Priya')
    await chat.card('You are now Priya Nair')
    await chat.say('wie weet wat te doen met een hoogwerker op de stoep?')
    const found = await chat.card('This is already known')
    assert.match(await found.innerText(), /Een hoogwerker op de stoep\? Vraag een/)
    await chat.press('This helps')
    await chat.card('Good that it helped')
  })

  it('speaks English from the question to the confirmation', async () => {
    await chat.say('question')
    await chat.card('Question of the week')
    await chat.fill('Your answer', 'I tried it out first and asked later.')
    await chat.choose('All colleagues, with my name')
    await chat.press('Save')
    await chat.card('Saved. Your colleagues can read this.')
  })

  return { answer: ANSWER, chat: () => chat }
}
