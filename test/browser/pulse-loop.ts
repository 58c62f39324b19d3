import assert from 'node:assert/strict'
import type { Chat } from './chat.ts'
import type { Demo } from './demo.ts'
import { demoInBrowser } from './in-browser.ts'

const NEED = 'Een collega die meekijkt'
const SAID = 'Ik vroeg eerst wat de beller al had geprobeerd.'
const REPLY = 'Wij lazen dit samen. Over de telefoon beslissen we nu.'
const THANKS = 'Dank jullie wel voor alle openhartige reacties.'
const REASON = 'Vanaf januari is dinsdagochtend zonder telefoon. Dan bellen we zelf terug.'

/** From words that somebody agreed to show, to the decision that comes back to them. */
export function pulseLoop(open: () => Promise<Demo>) {
  const demo = demoInBrowser(open)
  let chat: Chat

  before(async () => {
    chat = await demo.chat()
  })

  /** What is on the newest card with this text, after presses on what unfolds: which quote comes first is drawn. */
  async function whole(text: string): Promise<string> {
    const card = await chat.card(text)
    for (const sign of ['Lees alles', 'Wat hen zou helpen'])
      for (const more of await card.getByText(sign, { exact: true }).all())
        if (await more.isVisible()) await more.click()
    return card.innerText()
  }

  it('asks for consent to the exact words, with the names of who will read them', async () => {
    await chat.say('demo vraag')
    await chat.card('Wat was deze week je meest leerzame moment?')
    await chat.fill('Jouw antwoord', `Fatima zei: ${SAID}`)
    await chat.choose('Mijn leiding, zonder mijn naam')
    await chat.press('Bewaar')
    const warned = await chat.card('Kijk nog één keer')
    assert.match(await warned.innerText(), /Een naam: Fatima/)
    await chat.picture('warning', 'Kijk nog één keer')
    await chat.press('Wijzig mijn tekst')
    await chat.card('Vraag van de week')
    await chat.fill('Jouw antwoord', SAID)
    await chat.press('Bewaar')
    const consent = await chat.card('Zet dit in de leerpuls')
    const words = await consent.innerText()
    assert.match(words, /Marieke Jansen/)
    assert.ok(words.includes(SAID))
    await chat.picture('consent', 'Zet dit in de leerpuls')
    await chat.press('Zet dit in de leerpuls')
    await chat.card('Bewaard voor de leerpuls, zonder je naam.')
  })

  it('asks what would help, and keeps it without repeating it', async () => {
    // The calendar says which list it is.
    const saved = await (await chat.card('Bewaard voor de leerpuls')).innerText()
    const box = saved.includes(NEED) ? NEED : 'Samenwerken'
    await chat.tick(box)
    await chat.picture('ticks', 'Bewaard voor de leerpuls')
    await chat.press('Klaar')
    const kept = await chat.card('Je keuzes zijn bewaard')
    assert.ok(!(await kept.innerText()).includes(box))
    // Typed, both can be chosen.
    await chat.say(`kies ${NEED.toLowerCase()}`)
    await chat.card('Je keuzes zijn bewaard')
  })

  it('closes the window, and shows her manager what was said', async () => {
    await chat.say('demo puls')
    await chat.card('De leerpuls is er')
    await chat.say('demo als Marieke Jansen')
    await chat.card('Je bent nu Marieke Jansen')
    await chat.say('leerpuls')
    const words = await whole('In hun eigen woorden')
    assert.ok(words.includes(SAID), words)
    assert.match(words, /Een collega die meekijkt\s+Een regel die weg kan/)
    await chat.picture('pulse', 'In hun eigen woorden')
  })

  it('refuses thanks, and takes a decision with a reason', async () => {
    await chat.press('Geef antwoord')
    await chat.card('hun woorden')
    await chat.fill('Wat zeg je hierop?', THANKS)
    await chat.press('Verder')
    await chat.card('Alleen bedanken is geen antwoord')
    await chat.picture('thanks', 'Alleen bedanken is geen antwoord')
    await chat.fill('Wat zeg je hierop?', REPLY)
    await chat.press('Verder')
    await chat.card('punt 1 van 2')
    await chat.choose(/^We doen dit$/)
    await chat.fill('Waarom?', REASON)
    await chat.fill('Wie pakt dit op?', 'Fatima Aydin')
    await chat.fill('Wanneer hoort je team meer?', '12 januari')
    await chat.press('Verder')
    await chat.card('punt 2 van 2')
    await chat.say('besluit niet; Dat laten we zoals het is')
    const preview = await chat.card('Voorbeeld · zo leest je team het')
    assert.ok((await preview.innerText()).includes(REASON))
    await chat.picture('preview', 'Voorbeeld · zo leest je team het')
    await chat.press('Verstuur naar je team')
    await chat.card('Verstuurd naar je team')
  })

  it('brings the decision word for word to those who spoke, who say whether it fits', async () => {
    const words = await whole('Herken je hierin wat je zei?')
    assert.ok(words.includes(`We doen dit. ${REASON}`) && words.includes(SAID), words)
    await chat.picture('decision', 'Herken je hierin wat je zei?')
    await chat.say('demo als Sanne')
    await chat.card('Je bent nu Sanne Bakker')
    await chat.say('ik herken dit')
    await chat.card('Je keuze telt alleen mee')
  })

  it('hides what hurts at once from the manager who reported it: others decide whether it hides for all', async () => {
    await chat.say('demo als Marieke Jansen')
    await chat.card('Je bent nu Marieke Jansen')
    await chat.say('meld dit')
    await chat.card('Kwetst dit iemand')
    await chat.picture('report', 'Kwetst dit iemand')
    await chat.choose(new RegExp(SAID.slice(0, 30)))
    await chat.press('Meld en verberg')
    await chat.card('Voor jou verborgen')
    await chat.say('leerpuls')
    assert.ok(!(await whole('In hun eigen woorden')).includes(SAID))
  })
}
