import type { Card } from '../../../../cards/kit/card.ts'
import type { Shown } from '../channel.ts'
import { type Asked, inOwn, type Written } from '../ledger.ts'
import { buttonOf, expected, OffScript, type Seen, type Someone, type World } from '../someone.ts'
import type { Story } from './story.ts'
import { topicOf } from './weekly.ts'

const CHOOSE = 'ask.choose'
const SEND = 'ask.send'
const UNKNOWN = ['de parkeerpaal', 'het loket', 'een koppelvlak', 'de subsidiekamer']

/** A card that the bot brought by itself, with a button for this. */
function brought({ channel }: World, person: string, verb: string, isNew: (ask: string) => boolean): Seen | undefined {
  const found = channel.of(person).find(({ content, answers }) => {
    const ask = !answers && typeof content !== 'string' && buttonOf(content, verb)?.data.ask
    return ask && isNew(ask)
  })
  return found && seenIn(found)
}

const seenIn = ({ content, id }: Shown): Seen => ({ card: content as Card, message: id })

export function askingStories(world: World) {
  const { ledger, dice } = world
  const looked = new Set<string>()

  /** Once for each person and card: they do with it what they do. */
  function pending(one: Someone, verb: string, may: (ask: Asked) => boolean): { seen: Seen; ask: Asked } | undefined {
    const isNew = (id: string) => {
      const ask = ledger.asks.get(id)
      return ask !== undefined && !looked.has(`${one.person} ${verb} ${id}`) && !ask.isTaken && may(ask)
    }
    const seen = brought(world, one.person, verb, isNew)
    const ask = seen && ledger.asks.get(buttonOf(seen.card, verb)?.data.ask ?? '')
    if (!seen || !ask) return undefined
    looked.add(`${one.person} ${verb} ${ask.id}`)
    ask.isTaken = true
    return { seen, ask }
  }

  async function during<T>(ask: Asked, does: () => Promise<T>): Promise<T> {
    try {
      return await does()
    } finally {
      ask.isTaken = false
    }
  }

  const ask: Story = async (one) => {
    const words = ledger.write(one.person, 'a question')
    const others = ledger.shared.filter((item) => item.words.person !== one.person)
    const topic =
      others.length > 0 && dice.chance(0.85)
        ? `de regeling ${topicOf(dice.pick(others).words.marker)}`
        : dice.pick(UNKNOWN)
    const looking = await one.says(`wie weet iets van ${topic} bij ${words.marker}?`)
    const id = [CHOOSE, 'ask.anew', 'ask.show', 'ask.widen', 'ask.known']
      .map((verb) => buttonOf(looking.card, verb, {})?.data.ask)
      .find((found) => found !== undefined)
    // Nobody is there to be asked: it is kept all the same, and has no button.
    words.kept = { asks: 1 }
    words.exported = [inOwn(words, 'asks')]
    if (!id) return
    const now = buttonOf(looking.card, 'ask.anew') ? await one.presses(looking, 'ask.anew') : looking
    if (!buttonOf(now.card, CHOOSE)) return
    const asked: Asked = {
      id: expected(now, CHOOSE).data.ask ?? '',
      asker: one.person,
      words,
      answers: [],
      isTaken: true,
      isThanked: false,
    }
    ledger.asks.set(asked.id, asked)
    await during(asked, async () => {
      const check = await one.presses(now, CHOOSE)
      if (buttonOf(check.card, SEND)) await sends(one, check)
    })
  }

  async function sends(one: Someone, check: Seen): Promise<void> {
    if (dice.chance(0.5)) return void (await one.presses(check, SEND))
    const purpose = ledger.write(one.person, 'what is behind a question')
    const shown = await one.presses(check, SEND, { purpose: `ik wil dit zelf kunnen, ${purpose.marker}` })
    purpose.kept = { asks: 1 }
    purpose.exported = [inOwn(purpose, 'asks')]
    // More may be known now: then somebody is chosen anew.
    const again = buttonOf(shown.card, CHOOSE) && (await one.presses(shown, CHOOSE))
    if (again && buttonOf(again.card, SEND)) await one.presses(again, SEND)
  }

  /** A colleague who was asked says yes and answers, or no. */
  const help: Story = async (one) => {
    const found = pending(one, 'offer.accept', ({ answers, isThanked }) => answers.length === 0 && !isThanked)
    if (!found) return
    const { seen, ask } = found
    await during(ask, async () => {
      if (dice.chance(0.15)) return void (await one.presses(seen, 'offer.decline'))
      const helping = await one.presses(seen, 'offer.accept')
      if (!buttonOf(helping.card, 'offer.reply')) return
      // Field case 87: the same card is pressed on the phone and on the desktop.
      if (dice.chance(0.2)) await one.presses(seen, 'offer.accept')
      const words = ledger.write(one.person, 'an answer to a question')
      const text = `Dat regel je bij de balie met het formulier, ${words.marker}.`
      const answered = dice.chance(0.25)
        ? await one.says(`mijn antwoord: ${text}`)
        : await one.presses(helping, 'offer.reply', { text })
      // Nothing is being helped with any more: the bot keeps the words, and asks what they are.
      if (buttonOf(answered.card, 'draft.choose', {})) return inDraft(words)
      words.kept = { asks: 1 }
      words.exported = [inOwn(words, 'offers'), { person: ask.asker, part: 'asks', times: 1 }]
      ask.answers.push({ by: one.person, words })
    })
  }

  function inDraft(words: Written): void {
    words.kept = { drafts: 1 }
    words.exported = [inOwn(words, 'drafts')]
  }

  /** The asker says that it helped, and would have it kept for colleagues. */
  const thank: Story = async (one) => {
    const found = pending(one, 'ask.helped', ({ asker }) => asker === one.person)
    if (!found) return
    const { seen, ask } = found
    await during(ask, async () => {
      await one.presses(seen, 'ask.helped', { keep: 'true' })
      ask.isThanked = true
    })
  }

  /** Who helped agrees to that. */
  const agree: Story = async (one) => {
    const found = pending(one, 'offer.keep-yes', ({ isThanked }) => isThanked)
    if (!found) return
    const { seen, ask } = found
    const own = ask.answers.find(({ by }) => by === one.person)?.words
    await during(ask, async () => {
      if (!own) throw new OffScript('thanks for an answer that was not given')
      if (dice.chance(0.2)) return void (await one.presses(seen, 'offer.keep-no'))
      await one.presses(seen, 'offer.keep-yes')
      own.kept = { asks: 1, knowledge: 1 }
      own.exported = [...own.exported, inOwn(own, 'shared')]
      ask.words.kept = { asks: 1, knowledge: 1 }
      ask.words.exported = [...ask.words.exported, { person: one.person, part: 'shared', times: 1 }]
    })
  }

  return { ask, help, thank, agree }
}
