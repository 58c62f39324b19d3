import { inOwn, type Written } from '../ledger.ts'
import { buttonOf, expected, type Seen, type Someone, type World } from '../someone.ts'
import type { Story } from './story.ts'

type Sharing = 'self' | 'pulse' | 'colleagues'

/** The answer of one person to the question of this week, and what there is to change about it. */
export interface Answer {
  moment: string
  words: Written
  sharing: Sharing
  /** The card from before the answer, as it still lies on a phone. */
  older: Seen
  /** The message that brought the words, where they were typed. */
  typed?: string
  /** It is two texts in one: it is left alone from now on. */
  isJoined?: true
}

const HOW = ['werk', 'collega', 'inwoner', 'fout', 'training', 'zelf']
const ANSWER = 'reflection.answer'

/** A text with a topic of its own, so that a question about it finds who wrote it. No question, and no name in it. */
export const textOf = ({ marker }: Pick<Written, 'marker'>) =>
  `Bij de regeling ${topicOf(marker)} helpt eerst bellen, dan pas schrijven. Zo ging ${marker} beter.`
export const topicOf = (marker: string) => `zaakvorm${marker.slice(2)}`

/** Where they are to be when they are the answer. */
export function keptAs(words: Written, sharing: Sharing): void {
  const isShared = sharing === 'colleagues'
  words.kept = { moments: 1, ...(isShared && { knowledge: 1 }) }
  words.exported = [inOwn(words, 'moments'), ...(isShared ? [inOwn(words, 'shared')] : [])]
}

export function gone(words: Written): void {
  words.kept = {}
  words.exported = []
}

/** The card of this week's question, as it is now. */
async function question(one: Someone, { answers }: Weekly): Promise<{ seen: Seen; answer: Answer | undefined }> {
  const seen = await one.says('vraag')
  const known = answers.get(one.person)
  // Two texts wait for a choice: then that is what is shown.
  const shown = buttonOf(seen.card, ANSWER)?.data.moment ?? buttonOf(seen.card, 'reflection.keep-first')?.data.moment
  return { seen, answer: known?.moment === shown ? known : undefined }
}

export interface Weekly {
  world: World
  answers: Map<string, Answer>
  /** What was deleted is answered all the same. */
  deleted: Set<string>
}

function share({ world }: Weekly, { words, moment, sharing }: Answer): void {
  const { shared } = world.ledger
  const place = shared.findIndex((one) => one.words.person === words.person && one.moment === moment)
  if (place >= 0) shared.splice(place, 1)
  if (sharing === 'colleagues') shared.push({ words, moment })
}

/** Some questions are for their author alone: their card asks nobody who may read the answer. */
const readable = ({ card }: Seen, wanted: Sharing): Sharing =>
  card.body.some(({ id }) => id === 'sharing') ? wanted : 'self'

/** What was reported, or is being reported, is left as it is. */
const isFree = ({ world }: Weekly, { words, sharing, isJoined }: Answer) =>
  !isJoined && sharing !== 'pulse' && (sharing === 'self' || world.ledger.shared.some((one) => one.words === words))

/** Answered by the card: as it is today, as 0.1.0 made it, and as phones send it. */
async function byCard(week: Weekly, one: Someone, seen: Seen): Promise<Answer> {
  const { dice, ledger } = week.world
  const words = ledger.write(one.person, 'an answer by the card')
  const { data } = expected(seen, ANSWER)
  const wanted = readable(seen, dice.chance(0.4) ? 'colleagues' : dice.chance(0.5) ? 'pulse' : 'self')
  const how = dice.pick(HOW)
  const text = textOf(words)
  const { moment = '', revision } = data
  const way = dice.below(6)
  const forms: [sent: Record<string, unknown>, sharing: Sharing][] = [
    [{ ...data, text, how, sharing: wanted }, wanted],
    // The card of 0.1.0 knew these two.
    [{ moment, revision, text, how, sharing: wanted }, wanted],
    // Field cases 70, 72 and 74.
    [{ ...data, text, how: '', sharing: '' }, 'self'],
    [{ ...data, text, how }, 'self'],
    [{ ...data, text, how, sharing: wanted, actionSource: 'mobile', theme: 2 }, wanted],
    [{ ...data, text, how: null, sharing: null }, 'self'],
  ]
  const [sent, sharing] = forms[way] ?? [{}, 'self']
  const saved = await one.sends(seen, ANSWER, sent, way === 1 ? true : undefined)
  keptAs(words, sharing === 'pulse' ? 'self' : sharing)
  if (sharing === 'pulse') await consented(one, saved)
  else expected(saved, 'reflection.view')
  keptAs(words, sharing)
  return { moment, words, sharing, older: seen }
}

/** Who wants their words in the pulse sees first who reads them. */
async function consented(one: Someone, asked: Seen): Promise<void> {
  expected(await one.presses(asked, 'reflection.consent'), 'reflection.view')
}

async function byTyping(week: Weekly, one: Someone, seen: Seen): Promise<Answer> {
  const words = week.world.ledger.write(one.person, 'a typed answer')
  const { seen: saved, id } = await one.types(textOf(words))
  const { data } = expected(saved, 'reflection.view')
  keptAs(words, 'self')
  return { moment: data.moment ?? '', words, sharing: 'self', older: seen, typed: id }
}

/** Two texts for one answer: the first, the new one, or both. Each is for who was chosen for it. */
async function choose(week: Weekly, one: Someone, two: Seen, answer: Answer, second: Written, sharing: Sharing) {
  const { dice } = week.world
  const first = answer.words
  second.kept = { drafts: 1 }
  second.exported = [inOwn(second, 'drafts')]
  const what = dice.pick(['keep-first', 'take-second', 'keep-both'])
  await one.presses(two, `reflection.${what}`)
  if (what === 'keep-first') return gone(second)
  if (what === 'take-second') {
    gone(first)
    keptAs(second, sharing)
    week.answers.set(one.person, { ...answer, words: second, sharing })
    return share(week, { ...answer, words: second, sharing })
  }
  const both = answer.sharing === 'colleagues' && sharing === 'colleagues' ? 'colleagues' : 'self'
  keptAs(first, both)
  keptAs(second, both)
  share(week, { ...answer, sharing: 'self' })
  week.answers.set(one.person, { ...answer, isJoined: true })
}

export function weeklyStories(world: World) {
  const week: Weekly = { world, answers: new Map(), deleted: new Set() }
  const { dice, ledger } = world

  const answer: Story = async (one) => {
    const { seen, answer: known } = await question(one, week)
    const { moment = '', revision } = buttonOf(seen.card, ANSWER)?.data ?? {}
    if (known || revision !== '0' || week.deleted.has(moment)) return
    const given = await (dice.chance(0.35) ? byTyping : byCard)(week, one, seen)
    week.answers.set(one.person, given)
    share(week, given)
  }

  /** The answer is changed on its own card: the words before it are gone. */
  const change: Story = async (one) => {
    const { seen, answer: known } = await question(one, week)
    if (!known || !isFree(week, known)) return
    const words = ledger.write(one.person, 'a changed answer')
    const sharing = readable(seen, dice.chance(0.3) ? 'colleagues' : 'self')
    share(week, { ...known, sharing: 'self' })
    const saved = await one.presses(seen, ANSWER, { text: textOf(words), how: dice.pick(HOW), sharing })
    expected(saved, 'reflection.view')
    gone(known.words)
    keptAs(words, sharing)
    const now = { ...known, words, sharing }
    week.answers.set(one.person, now)
    share(week, now)
  }

  /** Field case 76: the card from before the answer is pressed, with other words. */
  const oldCard: Story = async (one) => {
    const { answer: known } = await question(one, week)
    if (!known || !isFree(week, known)) return
    const words = ledger.write(one.person, 'a second answer, by an old card')
    const sharing = readable(known.older, dice.chance(0.3) ? 'colleagues' : 'self')
    const { data } = expected(known.older, ANSWER)
    share(week, { ...known, sharing: 'self' })
    const two = await one.sends(known.older, ANSWER, { ...data, text: textOf(words), how: '', sharing })
    await choose(week, one, two, known, words, sharing)
    if (week.answers.get(one.person) === known) share(week, known)
  }

  /** The typed message is edited in the chat. */
  const edit: Story = async (one) => {
    const { answer: known } = await question(one, week)
    if (!known?.typed || known.isJoined || known.sharing !== 'self') return
    const words = ledger.write(one.person, 'an edited message')
    const two = await one.edits(known.typed, textOf(words))
    await choose(week, one, two, known, words, 'self')
  }

  /** The typed message is deleted in the chat, and what was kept of it with it. */
  const remove: Story = async (one) => {
    const { answer: known } = await question(one, week)
    if (!known?.typed || known.isJoined || known.sharing !== 'self') return
    const sure = await one.deletes(known.typed)
    await one.presses(sure, 'reflection.remove-yes')
    gone(known.words)
    week.deleted.add(known.moment)
    week.answers.delete(one.person)
  }

  /** Something of one's own, typed when the question is answered: the bot asks what it is. */
  const moment: Story = async (one) => {
    const { answer: known } = await question(one, week)
    if (!known) return
    const words = ledger.write(one.person, 'a moment of one\u2019s own')
    const which = await one.says(textOf(words))
    const choice = { meaning: 'moment' }
    expected(which, 'draft.choose', choice)
    words.kept = { drafts: 1 }
    words.exported = [inOwn(words, 'drafts')]
    const saved = await one.presses(which, 'draft.choose', {}, { about: choice })
    expected(saved, 'reflection.view')
    keptAs(words, 'self')
  }

  return { answer, change, oldCard, edit, remove, moment }
}
