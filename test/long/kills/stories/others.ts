import { setTimeout as pass } from 'node:timers/promises'
import type { Written } from '../ledger.ts'
import { buttonOf, expected, OffScript, type Seen, type Someone, type World } from '../someone.ts'
import type { Story } from './story.ts'

const WEEKDAYS = ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag']
const TICKET = /\/api\/me\/export\/([\w-]+)\/leermoment\.json/

/** What this person holds, as the product itself gives it to them. */
export async function exported(world: World, one: Someone): Promise<Record<string, unknown>> {
  for (;;) {
    const { card } = await one.says('exporteer')
    const [, ticket] = TICKET.exec(JSON.stringify(card)) ?? []
    if (!ticket) throw new OffScript('no link to an export')
    const answer = await world.services.get(`/api/me/export/${ticket}/leermoment.json`)
    if (answer?.status === 200) return JSON.parse(answer.body)
    await pass(300)
  }
}

/** The item with these words, opened; what another process shared in the last minute may be missing. */
async function found(one: Someone, { marker }: Written): Promise<Seen | undefined> {
  const list = await one.says(`zoek ${marker}`)
  if (!buttonOf(list.card, 'knowledge.read')) return undefined
  const opened = await one.presses(list, 'knowledge.read')
  return JSON.stringify(opened.card).includes(marker) ? opened : undefined
}

/** Settings, reports, taking back and taking along. */
export function otherStories(world: World) {
  const { ledger, dice } = world

  const settings: Story = async (one) => {
    const day = 1 + dice.below(5)
    const time = `${10 + dice.below(6)}:${dice.pick(['00', '15', '30', '45'])}`
    const typed: [text: string, to: Record<string, unknown>][] = [
      ['engels', { language: 'en' }],
      ['nederlands', { language: 'nl' }],
      [`vraag op ${WEEKDAYS[day - 1]} ${time}`, { day, time }],
      ['mijn grens 2', { helpLimit: 2 }],
      ['tel mij niet mee', { counting: false }],
      ['tel mij mee', { counting: true }],
    ]
    const way = dice.below(typed.length + 3)
    const [text, to] = typed[way] ?? []
    if (text && to) {
      await one.says(text)
      return ledger.set(one.person, to)
    }
    if (way === typed.length) {
      await one.says('pauze tot 1 maart 2031')
      ledger.set(one.person, { pausedUntil: '2031-02-28T23:00:00.000Z' })
      // Who is paused is brought nothing: not for long.
      await one.says('start')
      return ledger.set(one.person, { stopped: false, pausedUntil: undefined })
    }
    const card = await one.says('instellingen')
    // An old card, or an old client, sends some of the fields only.
    const sent = way === typed.length + 1 ? { day: String(day), time } : { day: String(day), time, helpLimit: '2' }
    expected(card, 'settings.save')
    await one.sends(card, 'settings.save', sent)
    ledger.set(one.person, { day, time, ...('helpLimit' in sent && { helpLimit: 2 }) })
  }

  /** Somebody else's words are looked up and reported: from then on nobody finds them. */
  const report: Story = async (one) => {
    const others = ledger.shared.filter(({ words }) => words.person !== one.person)
    if (others.length === 0) return
    const item = dice.pick(others)
    ledger.shared.splice(ledger.shared.indexOf(item), 1)
    const { words } = item
    const opened = await found(one, words)
    if (!opened) return void ledger.shared.push(item)
    const form = await one.presses(opened, 'care.open')
    await one.presses(form, 'care.report', { reason: dice.pick(['hurts', 'names', 'other']) })
    words.kept = { moments: 1, reports: 1 }
    words.exported = words.exported.filter(({ part }) => part !== 'shared')
    ledger.reports.set(one.person, (ledger.reports.get(one.person) ?? 0) + 1)
  }

  const takeBack: Story = async (one) => {
    const item = ledger.shared.find(({ words }) => words.person === one.person)
    if (!item) return
    const { words } = item
    ledger.shared.splice(ledger.shared.indexOf(item), 1)
    const opened = await found(one, words)
    if (!opened) return void ledger.shared.push(item)
    await one.presses(opened, 'knowledge.take-back')
    words.kept = { moments: 1 }
    words.exported = words.exported.filter(({ part }) => part !== 'shared')
  }

  /** Everything of one's own that was acknowledged by now is in it. */
  const takeAlong: Story = async (one) => {
    const due = ledger.written.filter(
      ({ person, exported: of }) => person === one.person && of.some(({ part }) => part === 'moments'),
    )
    const all = JSON.stringify((await exported(world, one)).moments)
    const missing = due.filter(({ marker }) => !all.includes(marker))
    if (missing.length > 0) ledger.strayed(`an export without ${missing[0]?.what}`)
  }

  return { settings, report, takeBack, takeAlong }
}
