import assert from 'node:assert/strict'
import { afterEach, describe, it } from 'mocha'
import type { Card } from '../../cards/kit/card.ts'
import { pressesOf } from '../../cards/kit/presses.ts'
import { isHoliday, plusDays, weekOf } from '../../services/core/time.ts'
import { execute, KARIN, message, SANNE, TENANT } from '../edge/channel.ts'
import { activities, type Chat, lines, openChat } from './activities.ts'

const WEDNESDAY = '2026-11-18T09:00Z'
const QUESTION = '2026-11-19T14:45Z'
const install = (given = {}) => message({ type: 'installationUpdate', action: 'add', text: undefined, ...given })

describe('field cases: chat, cards and clients', () => {
  let chat: Chat
  const open = async (at = WEDNESDAY) => {
    chat = await openChat(at)
    await chat.does(install())
    await chat.house.app.rosterChanged(TENANT)
    await chat.house.settle()
    return chat
  }
  afterEach(() => chat?.close())

  /** The weekly card lies in the chat: its message, and the id of the moment it is about. */
  async function asked(at = QUESTION) {
    await open()
    await chat.house.until(at)
    const { id, card } = chat.lastCard()
    return { chat, id, moment: card?.actions[0]?.data.moment ?? '' }
  }
  const blanks = ({ id, moment }: { id: string; moment: string }) => ({
    'message id of the weekly card': id,
    'message id of a card': id,
    'from the card': moment,
  })
  const one = async (file: string) => {
    const question = await asked()
    const [activity = {}] = activities(file, blanks(question))
    return { ...question, answer: await chat.presses(activity) }
  }

  describe('50: a quoted reply', () => {
    it('answers the card that is quoted, without the mark of the quote', async () => {
      const [reply = {}] = activities('50-quoted-reply', blanks(await asked()))
      await chat.does(reply)
      assert.match(chat.last(), /Bewaard\. Alleen jij/)
      assert.deepEqual(
        (await chat.kept()).map(({ text }) => text),
        ['Ik belde eerst de moeder'],
      )
    })

    it('is the command that was typed under it', async () => {
      const [, later = {}, , help = {}] = activities('50-quoted-reply', blanks(await asked()))
      await chat.does(later)
      assert.match(chat.last(), /Ik vraag het vrijdag 20 november nog één keer/)
      await chat.does(help)
      assert.doesNotMatch(chat.last(), /Wat wil je hiermee doen|Bewaard/)
      assert.deepEqual(await chat.kept(), [])
    })

    it('of last week’s card is no answer to this week’s question', async () => {
      const old = await asked()
      await chat.house.until('2026-11-26T15:00Z')
      const [reply = {}] = activities('50-quoted-reply', blanks(old))
      await chat.does(reply)
      const [moment] = (await chat.kept()) as unknown as { id: string; week: string }[]
      assert.deepEqual([moment?.id, moment?.week], [old.moment, '2026-W47'])
    })

    it('is read in the earlier form of Teams too', async () => {
      const { id, moment } = await asked()
      // Letters that grow when they are lowered must not shift where the quote ends.
      const grows = '\u0130'.repeat(9)
      const quote = `<blockquote itemscope="" itemtype="http://schema.skype.com/Reply" itemid="${id}"><strong itemprop="mri">Leermoment</strong><p itemprop="preview">${grows} Vraag van de week</p></blockquote>`
      const content = `<div>${quote}<p>Ik belde eerst de vader &amp; de school</p></div>`
      const text = 'Leermoment Vraag van de week Ik belde eerst de vader & de school'
      await chat.typed(text, { attachments: [{ contentType: 'text/html', content }] })
      const [kept] = (await chat.kept()) as unknown as { id: string; text: string }[]
      assert.deepEqual([kept?.id, kept?.text], [moment, 'Ik belde eerst de vader & de school'])
    })
  })

  describe('62: a number after "mijn momenten"', () => {
    for (const typed of lines('62-numbers').slice(1))
      it(`"${typed}" opens that moment`, async () => {
        await asked()
        await chat.typed('Ik belde eerst de moeder van het kind.')
        await chat.typed('mijn momenten')
        await chat.typed(typed)
        assert.match(chat.last(), /Ik belde eerst de moeder van het kind\.[\s\S]*Wie mag dit lezen/)
      })
  })

  for (const [file, how] of [
    ['70-choice-comes-empty', undefined],
    ['72-default-not-sent', 'werk'],
    ['74-extra-key', 'werk'],
  ] as const)
    it(`${file}: kept for its author alone`, async () => {
      const { answer } = await one(file)
      assert.equal(answer.status, 200)
      assert.match(answer.words, /Bewaard\. Alleen jij kunt dit lezen/)
      const [kept, ...others] = await chat.kept()
      assert.deepEqual([kept?.text, kept?.sharing, kept?.how], ['Ik belde eerst de moeder', 'self', how])
      assert.deepEqual(others, [])
      assert.doesNotMatch(await chat.found('moeder'), /Ik belde eerst/)
    })

  it('75-triple-click: one moment, and three equal answers', async () => {
    const clicks = activities('75-triple-click', blanks(await asked()))
    const answers = await Promise.all(clicks.map((click) => chat.presses(click)))
    assert.deepEqual([...new Set(answers.map(({ words }) => words))].length, 1)
    assert.equal((await chat.kept()).length, 1)
  })

  describe('76-old-card-on-the-phone', () => {
    const A = 'Tekst A: bel eerst de moeder, dan de school'
    async function twice() {
      const question = await asked()
      const [desktop = {}, phone = {}] = activities('76-old-card-on-the-phone', blanks(question))
      await chat.presses(desktop)
      const both = await chat.presses(phone)
      const choose = (title: string) => {
        const action = (both.card ? pressesOf(both.card) : []).find((button) => button.title === title)
        const value = { action: { type: 'Action.Execute', verb: action?.verb, data: action?.data }, trigger: 'manual' }
        return chat.presses({ ...phone, id: `choose-${title.replaceAll(' ', '-')}`, value })
      }
      return { both, choose, phone }
    }

    it('says that there is an answer, and both texts can be read', async () => {
      const { both } = await twice()
      assert.match(both.words, /Er is al een antwoord[\s\S]*Tekst A: bel eerst[\s\S]*Tekst B/)
      assert.deepEqual(
        (await chat.kept()).map(({ text }) => text),
        [A],
      )
      assert.match(await chat.found('moeder'), /Tekst A/)
    })

    it('keeps both until one is chosen, for a month, and shows them again', async () => {
      await twice()
      await chat.typed('vraag')
      assert.match(chat.last(), /Er is al een antwoord[\s\S]*Tekst A[\s\S]*Tekst B/)
      const drafts = chat.house.app.features.find(({ name }) => name === 'draft')
      assert.match(JSON.stringify(await drafts?.export.drafts?.(TENANT, SANNE)), /Tekst B/)
      await drafts?.forget(TENANT, SANNE)
      assert.doesNotMatch(JSON.stringify(await drafts?.export.drafts?.(TENANT, SANNE)), /Tekst B/)
    })

    for (const [title, text, sharing, isFound] of [
      ['Houd de eerste', A, 'colleagues', true],
      ['Neem de nieuwe', 'Tekst B', 'self', false],
      ['Bewaar allebei', `${A}\n\nTekst B`, 'self', false],
    ] as const)
      it(`${title}: that is the answer, for no more readers than was chosen`, async () => {
        const { choose } = await twice()
        await choose(title)
        assert.deepEqual(
          (await chat.kept()).map((moment) => [moment.text, moment.sharing]),
          [[text, sharing]],
        )
        assert.equal(/Tekst A/.test(await chat.found('moeder')), isFound)
        await chat.typed('vraag')
        assert.doesNotMatch(chat.last(), /Er is al een antwoord/)
      })

    it('the same old card once more gives the same state', async () => {
      const { both, phone } = await twice()
      assert.equal((await chat.presses({ ...phone, id: 'again' })).words, both.words)
      assert.equal((await chat.kept()).length, 1)
    })
  })

  describe('87-old-cards: the present state, and never an error', () => {
    const conversation = { id: 'a:karin', conversationType: 'personal', tenantId: TENANT }
    const karin = { from: { id: '29:karin', aadObjectId: KARIN }, conversation }

    const pressedBy = (given: Record<string, unknown>, card: Card | undefined, title: string, inputs = {}) => {
      const { verb = '', data = {} } = (card ? pressesOf(card) : []).find((button) => button.title === title) ?? {}
      assert.ok(verb, `${title} is on the card`)
      return chat.presses(execute(verb, { ...data, ...inputs }, given))
    }

    /** Sanne asks what Karin said she knows of. @returns the card that lies with Karin */
    async function offered(): Promise<Card | undefined> {
      await open()
      await chat.does(install(karin))
      await chat.typed('ik weet iets van parkeervergunningen', karin)
      await chat.typed('wie weet iets van parkeervergunningen?')
      const check = await pressedBy({}, chat.lastCard().card, 'Kies voor mij')
      await pressedBy({}, check.card, 'Verstuur')
      const offer = chat.seen.find(({ words }) => /Kun jij Sanne Bakker helpen/.test(words))
      return offer?.card
    }

    it('A: the question is closed, then the helper presses "Ik help"', async () => {
      const offer = await offered()
      await chat.typed('sluit mijn vraag')
      const { status, words } = await pressedBy(karin, offer, 'Ik help')
      assert.equal(status, 200)
      assert.match(words, /Deze vraag is al afgerond/)
    })

    it('B: "Ik help" twice is helping, and "Nu niet" on the card from before takes no help back', async () => {
      const offer = await offered()
      const phone = await pressedBy(karin, offer, 'Ik help')
      const desktop = await pressedBy(karin, offer, 'Ik help')
      assert.match(phone.words, /Sanne weet dat je helpt/)
      assert.equal(desktop.words, phone.words)
      const old = await pressedBy(karin, offer, 'Nu niet')
      assert.deepEqual([old.status, old.words], [200, phone.words])
      assert.match((await pressedBy(karin, old.card, 'Verstuur', { text: 'Bel Team Parkeren.' })).words, /Verstuurd/)
    })

    for (const how of ['pressed on the card of who helps', 'typed'])
      it(`"Nu niet", ${how}, does end the help`, async () => {
        const { card } = await pressedBy(karin, await offered(), 'Ik help')
        const before = chat.seen.length
        if (how === 'typed') await chat.typed('nu niet', karin)
        const pressed = how === 'typed' ? chat.seen[before] : await pressedBy(karin, card, 'Nu niet')
        assert.match(pressed?.words ?? '', /Ik vraag iemand anders/)
      })
  })

  describe('words that were typed and not kept', () => {
    const beside = (verb: string, moment: string, text: string) =>
      message({
        type: 'invoke',
        name: 'adaptiveCard/action',
        text: undefined,
        value: { action: { type: 'Action.Execute', verb, data: { moment, text, how: 'werk', sharing: 'colleagues' } } },
      })
    for (const verb of ['reflection.why', 'reflection.later', 'reflection.skip'])
      it(`are there again after ${verb}`, async () => {
        const { moment } = await asked()
        await chat.presses(beside(verb, moment, 'Half getypt over een vergunning'))
        assert.deepEqual(await chat.kept(), [])
        assert.doesNotMatch(await chat.found('vergunning'), /Half getypt/)
        await chat.typed('vraag')
        assert.match(chat.last(), /nog niet bewaard[\s\S]*Half getypt over een vergunning/)
      })

    it('are joined when another client left others, and gone from the card once they are kept', async () => {
      const { moment } = await asked()
      await chat.presses(beside('reflection.later', moment, 'Van de telefoon'))
      await chat.presses(beside('reflection.later', moment, 'Van het bureau'))
      await chat.typed('vraag')
      assert.match(chat.last(), /Van de telefoon\n\nVan het bureau/)
      const data = chat.lastCard().card?.actions[0]?.data
      const value = { action: { type: 'Action.Execute', verb: 'reflection.answer', data: { ...data, text: 'Klaar' } } }
      await chat.presses(message({ type: 'invoke', name: 'adaptiveCard/action', text: undefined, value }))
      await chat.typed('vraag')
      assert.doesNotMatch(chat.last(), /Van de telefoon|nog niet bewaard/)
    })
  })

  describe('a message that is changed or deleted', () => {
    const TEXT = 'Ik belde eerst de moeder van het kind.'
    const edit = (id: string, text: string, eventType = 'editMessage') =>
      message({ type: 'messageUpdate', id, text, channelData: { eventType, tenant: { id: TENANT } } })
    const remove = (id: string) =>
      message({
        type: 'messageDelete',
        id,
        text: undefined,
        channelData: { eventType: 'softDeleteMessage', tenant: { id: TENANT } },
      })

    it('shows what was kept beside the new words, and changes nothing before a choice', async () => {
      await asked()
      await chat.typed(TEXT, { id: '1764450000001' })
      await chat.does(edit('1764450000001', 'Ik belde eerst de vader.'))
      assert.match(chat.last(), /Je wijzigde je bericht[\s\S]*eerst de moeder[\s\S]*eerst de vader/)
      assert.deepEqual(
        (await chat.kept()).map(({ text }) => text),
        [TEXT],
      )
      await chat.typed('neem de nieuwe')
      assert.deepEqual(
        (await chat.kept()).map(({ text }) => text),
        ['Ik belde eerst de vader.'],
      )
    })

    it('says so when the words are the same, also when a deleted message was put back', async () => {
      await asked()
      await chat.typed(TEXT, { id: '1764450000001' })
      await chat.does(edit('1764450000001', TEXT, 'undeleteMessage'))
      assert.match(chat.last(), /Wat ik bewaarde, is al hetzelfde/)
    })

    it('asks whether to delete what was kept, and keeps it until then', async () => {
      await asked()
      await chat.typed(TEXT, { id: '1764450000001' })
      await chat.does(remove('1764450000001'))
      assert.match(chat.last(), /Ook verwijderen wat ik bewaarde\?/)
      assert.equal((await chat.kept()).length, 1)
      await chat.typed('ja, verwijder 1')
      assert.deepEqual(await chat.kept(), [])
    })

    it('says something when nothing was kept of it', async () => {
      await open()
      await chat.typed('help', { id: '1764450000001' })
      await chat.does(edit('1764450000001', 'hulp'))
      assert.match(chat.last(), /Ik zag dat je een bericht wijzigde/)
      await chat.does(remove('1764450000001'))
      assert.match(chat.last(), /Ik zag dat je een bericht verwijderde/)
    })

    it('of a text that waits for its meaning is that text from then on', async () => {
      await open()
      await chat.typed(TEXT, { id: '1764450000001' })
      assert.match(chat.last(), /Wat wil je hiermee doen/)
      await chat.does(edit('1764450000001', 'Ik belde eerst de vader.'))
      await chat.typed('bewaar als moment')
      assert.deepEqual(
        (await chat.kept()).map(({ text }) => text),
        ['Ik belde eerst de vader.'],
      )
    })
  })

  it('78-picture-voice-gif: one line that only text is read, and nothing is kept', async () => {
    await asked()
    for (const activity of activities('78-picture-voice-gif')) {
      const before = chat.seen.length
      await chat.does(activity)
      assert.equal(chat.seen.length, before + 1)
      assert.match(chat.last(), /Ik kan alleen tekst lezen/)
    }
    assert.deepEqual(await chat.kept(), [])
  })

  it('80-install-events: one welcome, nothing after a removal, and none again', async () => {
    chat = await openChat(WEDNESDAY)
    const [added, ...others] = activities('80-install-events')
    for (const activity of [added ?? {}, ...others]) await chat.does(activity)
    const welcomes = chat.seen.filter(({ words }) => /ik ben Leermoment/.test(words))
    assert.equal(welcomes.length, 1)
  })

  describe('81-pushed-install-at-night', () => {
    const isWelcome = ({ words }: { words: string }) => /ik ben Leermoment/.test(words)
    for (const [at, before, welcomed] of [
      ['2026-11-18T02:00Z', '2026-11-18T07:59Z', '2026-11-18T08:00Z'],
      ['2026-11-21T20:00Z', '2026-11-23T07:59Z', '2026-11-23T08:00Z'],
      ['2026-11-22T02:00Z', '2026-11-23T07:59Z', '2026-11-23T08:00Z'],
      ['2026-12-25T10:00Z', '2026-12-28T07:59Z', '2026-12-28T08:00Z'],
    ] as const) {
      it(`${at}: welcomed at ${welcomed}, once`, async () => {
        chat = await openChat(at)
        await chat.does(install())
        await chat.does(message({ type: 'conversationUpdate', membersAdded: [{ id: '28:bot' }], text: undefined }))
        await chat.house.until(before)
        assert.equal(chat.seen.filter(isWelcome).length, 0)
        await chat.house.until(welcomed)
        assert.equal(chat.seen.filter(isWelcome).length, 1)
        await chat.house.pass(3 * 24 * 3_600_000)
        assert.equal(chat.seen.filter(isWelcome).length, 1)
      })

      it(`${at}: welcomed at once by their own first words`, async () => {
        chat = await openChat(at)
        await chat.does(install())
        await chat.typed('help')
        assert.equal(chat.seen.filter(isWelcome).length, 1)
        await chat.house.until(welcomed)
        assert.equal(chat.seen.filter(isWelcome).length, 1)
      })
    }
  })

  it('83-bare-mention: the same line as other text there', async () => {
    await open()
    const [mention = {}] = activities('83-bare-mention')
    await chat.does(mention)
    const bare = chat.last()
    await chat.does({ ...mention, id: 'other', text: '<at>Leermoment</at> Het regent vandaag.' })
    assert.match(bare, /\S/)
    assert.equal(chat.last(), bare)
  })

  it('84-mentions: asked in the own chat, and only the bot’s own mention goes', async () => {
    await open()
    for (const activity of activities('84-mentions')) await chat.does(activity)
    await chat.typed('mijn vragen')
    assert.match(chat.last(), /wie weet iets van parkeervergunningen\?/)
    assert.match(chat.last(), /weet iemand, misschien Karin de Wit, iets van briefadres/)
    assert.doesNotMatch(chat.last(), /Leermoment weet/)
  })

  it('86-service-urls: all are accepted', async () => {
    await open()
    for (const url of lines('86-service-urls')) {
      const serviceUrl = url.replace('{tenant id}', TENANT)
      const token = chat.edge.channel.token({ serviceurl: serviceUrl })
      const before = chat.seen.length
      const { status } = await chat.edge.send(message({ text: 'help', serviceUrl }), token)
      assert.deepEqual([url, status, chat.seen.length], [url, 200, before + 1])
    }
  })

  it('90-dst: one question in each ISO week, at the same time on the wall', async () => {
    for (const [at, week] of [
      ['2026-10-25T00:30Z', '2026-W43'],
      ['2026-10-25T01:30Z', '2026-W43'],
      ['2027-03-28T00:59Z', '2027-W12'],
      ['2027-03-28T01:00Z', '2027-W12'],
    ] as const)
      assert.equal(weekOf(new Date(at)), week)
    chat = await openChat('2027-03-16T09:00Z')
    await chat.does(install())
    await chat.typed('vraag op zondag 02:30')
    await chat.house.app.rosterChanged(TENANT)
    const weeks = new Map<string, number>()
    let before = chat.seen.length
    for (let day = 0; day < 27; day++) {
      await chat.house.pass(24 * 3_600_000)
      const sent = chat.seen.slice(before).filter(({ words }) => /Vraag van de week/.test(words)).length
      before = chat.seen.length
      const week = weekOf(new Date(chat.house.now.getTime() - 1))
      if (sent > 0) weeks.set(week, (weeks.get(week) ?? 0) + sent)
    }
    assert.deepEqual(
      [...weeks.values()],
      [...weeks.values()].map(() => 1),
    )
    assert.ok(weeks.size >= 3, `${weeks.size} weeks`)
  })

  it('92-holidays: Liberation Day is one in 2030 alone', () => {
    const closed = (year: number) => {
      const days = Array.from({ length: 366 }, (_, more) => plusDays({ year, month: 1, day: 1 }, more))
      return days.filter((day) => day.year === year && isHoliday(day)).map(({ month, day }) => `${day}-${month}`)
    }
    const years = [2026, 2027, 2028, 2029, 2030]
    assert.deepEqual(
      years.map((year) => closed(year).includes('5-5')),
      [false, false, false, false, true],
    )
    // In 2026 King's Day, in 2027 Easter Monday; Whit Monday and Ascension move with Easter.
    assert.deepEqual(closed(2027), ['1-1', '29-3', '27-4', '6-5', '17-5', '25-12', '26-12'])
    for (const year of years) assert.ok(closed(year).length >= 7, String(closed(year)))
  })
})
