import type { Random } from '../../core/ports.ts'
import { change, putIfUnchanged } from '../../core/store/change.ts'
import { everything } from '../../core/store/read-all.ts'
import { type KeptContribution, type KeptPulse, type KeptQuote, type KeptWindow, pulseId } from '../documents.ts'
import type { Policies } from '../policy/policies.ts'
import type { PulsePorts } from '../pulse-ports.ts'
import type { Contribution, Quoted } from '../rules/contributions.ts'
import type { ToldList } from '../rules/lists.ts'
import { publish } from '../rules/publish.ts'
import { queued, stillWaiting, type WaitingQuote } from '../rules/waiting-quotes.ts'
import { Policy } from '../schema.ts'
import { wasPublished } from './published-once.ts'

type PublicationPorts = PulsePorts & { policies: Policies }

/**
 * Publishes a window: each block by itself, through the same rules as a simulation. A block is one write; what stands
 * then decides which quotes still wait, so that it may be cut off anywhere and done again.
 */
export async function publishWindow(ports: PublicationPorts, window: KeptWindow, before?: KeptWindow): Promise<void> {
  const { kept } = ports
  const { tenant, from } = window
  const policy = await ports.policies.of(tenant)
  // R20: a quote that hurts must be able to come before somebody.
  const isSafe = await ports.isReportDecided(tenant)
  const certain = window.certain && policy !== undefined && isSafe && !(await wasPublished(ports, window))
  const all = certain ? await everything(kept.contributions, { tenant }, 'window', from) : []
  const given = Map.groupBy(all, ({ block }) => block)
  for (const pulse of await everything(kept.pulses, { tenant }, 'window', from)) {
    const past = before && (await kept.pulses.get({ tenant, id: pulseId(before.from, pulse.block) }))
    const known = { ...pulse, fallen: past?.fallen ?? false }
    const { list } = window
    if (list)
      await publishBlock(ports, policy ?? Policy.parse({}), { ...window, list }, known, given.get(pulse.block) ?? [])
    else await tellNone(ports, known)
  }
  await change(kept.windows, window, (current): KeptWindow | undefined =>
    current?.state === 'closed' ? { ...current, state: 'published' } : undefined,
  )
}

/** R18: a window without a list says so of every block, whatever was said in it. What waits is left as it is. */
const tellNone = ({ kept }: PublicationPorts, pulse: KeptPulse) =>
  change(kept.pulses, pulse, (current): KeptPulse | undefined =>
    current?.state === 'open' ? { ...current, state: 'withheld', fallen: pulse.fallen } : undefined,
  )

async function publishBlock(
  ports: PublicationPorts,
  policy: Policy,
  window: KeptWindow & { list: ToldList },
  pulse: KeptPulse,
  given: readonly KeptContribution[],
): Promise<void> {
  const { kept } = ports
  const { list } = window
  const { tenant, block, people, there = people, readers, fallen } = pulse
  const random = ports.draws ?? drawsOf(ports, window, block)
  const quotes = await everything(kept.waiting, { tenant }, 'block', block)
  const waiting = inLine(quotes, { readers, random })
  const counts = { people, there, given: given.map(asGiven), quoted: [], lots: ports.draws ?? ports.random }
  const one = { block: { id: block }, readers, waiting, fallen, random, ...counts }
  const { pulses, carried } = publish(policy, window, list, [one])
  const [shown] = pulses
  const told = {
    state: shown ? ('published' as const) : ('withheld' as const),
    fallen: carried.get(block)?.fallen ?? fallen,
    figures: shown?.figures ?? [],
    quotes: identified(waiting, shown?.quotes ?? []),
    ...(shown && shown.quotes.length > 0 && { unchecked: true as const }),
  }
  const { doc = pulse } = await change(kept.pulses, pulse, (current) =>
    current?.state === 'open' ? { ...current, ...told } : undefined,
  )
  await moveOn(ports, window, quotes, waiting, await withoutWithdrawn(ports, doc))
}

/**
 * R24: somebody may take a quote back while their block is being written, after the quotes were read. What was shown is looked
 * for once more where quotes wait: what is gone from there leaves the pulse too. Nobody has been told of it yet.
 */
async function withoutWithdrawn({ kept }: PublicationPorts, pulse: KeptPulse): Promise<KeptPulse> {
  if (!pulse.unchecked) return pulse
  const still = new Set((await everything(kept.waiting, pulse, 'block', pulse.block)).map(({ id }) => id))
  const { doc } = await change(kept.pulses, pulse, (current): KeptPulse | undefined => {
    if (!current?.unchecked) return undefined
    const { unchecked: _unchecked, ...checked } = current
    return { ...checked, quotes: current.quotes.filter(({ id }) => still.has(id)) }
  })
  return doc ?? pulse
}

/** Those that waited before, and behind them what was agreed to in this window. */
function inLine(quotes: readonly KeptQuote[], how: Parameters<typeof queued>[2]): WaitingQuote[] {
  const drawn = quotes.flatMap(({ id, text, readers, held, missed }) =>
    held === undefined ? [] : [{ author: id, text, readers, held, missed }],
  )
  const fresh = quotes.filter(({ held }) => held === undefined)
  const named = new Map(fresh.map(({ id, readers }) => [id, readers]))
  const taken = queued(drawn, fresh.map(asQuoted), how)
  return taken.map((quote) => ({ ...quote, readers: named.get(quote.author) ?? quote.readers }))
}

/** R9: what was not shown waits for the next window, or ends unseen. Of a window without a pulse nothing is kept. */
async function moveOn(
  { kept }: PublicationPorts,
  { from }: KeptWindow,
  quotes: readonly KeptQuote[],
  waiting: readonly WaitingQuote[],
  pulse: KeptPulse,
): Promise<void> {
  const shown = new Set(pulse.quotes.map(({ id }) => id))
  for (const quote of quotes.filter(({ aged }) => aged !== from)) {
    const own = waiting.filter(({ author }) => author === quote.id)
    const [left] = stillWaiting(own, [])
    const isLost = quote.taken === from && pulse.state === 'withheld'
    if (!left || isLost || shown.has(quote.id)) await kept.waiting.remove(quote)
    else await putIfUnchanged(kept.waiting, { ...quote, held: left.held, missed: left.missed, aged: from })
  }
}

/** Two authors may have said the same. */
function identified(waiting: readonly WaitingQuote[], texts: readonly string[]): KeptPulse['quotes'] {
  const left = [...waiting]
  return texts.flatMap((text) => {
    const place = left.findIndex((one) => one.text === text)
    return left.splice(place, 1).map(({ author }) => ({ id: author, text }))
  })
}

const asGiven = ({ id, how, topics, needs }: KeptContribution): Contribution => ({
  author: id,
  how,
  topics: new Set(topics),
  needs: new Set(needs),
})

/** A quote lies apart from the ticks of its author: which of them are theirs is not known any more. */
const asQuoted = ({ id, text }: KeptQuote): Quoted => ({ author: id, quotes: [text] })

/** From the secret of the window: as good as chance, and the same again after a crash. */
function drawsOf({ secrets }: PulsePorts, { from, secret = '' }: KeptWindow, block: string): Random {
  let drawn = 0
  return { id: () => secrets.hmac('draw', secret, from, block, String(drawn++)) }
}
