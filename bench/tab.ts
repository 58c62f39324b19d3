import type { Browser } from 'playwright-core'
import { launchChromium } from './browser/chromium.ts'
import { median } from './numbers.ts'
import type { Figure, Outcome } from './report.ts'
import { sized } from './size.ts'
import { type Visit, visit } from './tab/loading.ts'
import { type Pressed, pressing } from './tab/pressing.ts'
import { type Served, serve } from './tab/served.ts'

const PAIRS = sized(5, 1)
const ROUNDS = sized(3, 1)
const READER = 'Karin de Wit'
const HR = 'Kim Nguyen'

const LIMITS = { scriptKb: 250, largest: 1.3, readable: 2, press: 200 }
const KB = 1024

/**
 * What somebody waits for who opens the tab for the first time, on a slow machine and a slow network, beside a bare page of
 * the same libraries behind the same server; and how soon it shows that something was pressed.
 */
export async function tab(): Promise<Outcome> {
  const served = await serve()
  const browser = await launchChromium()
  try {
    const pairs = await visits(browser, served)
    const presses = await interactions(browser, served)
    return { figures: [...loadingOf(pairs), ...pressesOf(presses)], detail: { pairs, presses } }
  } finally {
    await browser.close()
    await served.close()
  }
}

type Pair = Record<'peer' | 'tab', Visit>

async function visits(browser: Browser, served: Served): Promise<Pair[]> {
  const peer = { address: served.peer, words: '.fui-Card' }
  const own = { address: `${served.tab}#/mijn-leren`, words: 'article', person: served.person(READER) }
  // The first window warms the browser up.
  await visit(browser, peer)
  const pairs: Pair[] = []
  for (let pair = 0; pair < PAIRS; pair++)
    pairs.push({ peer: await visit(browser, peer), tab: await visit(browser, own) })
  return pairs
}

async function interactions(browser: Browser, served: Served): Promise<Pressed[]> {
  const who = { address: served.tab, reader: served.person(READER), hr: served.person(HR) }
  const rounds: Pressed[][] = []
  for (let round = 0; round < ROUNDS; round++) rounds.push(await pressing(browser, who))
  const [first = []] = rounds
  return first.map(({ what }, place) => ({ what, ms: median(rounds.map((round) => round[place]?.ms ?? 0)) }))
}

function loadingOf(pairs: Pair[]): Figure[] {
  const middle = (of: (pair: Pair) => number) => median(pairs.map(of))
  const { scriptKb, largest, readable } = LIMITS
  return [
    { name: 'scripts at first, gzip', value: middle(({ tab }) => tab.scriptBytes) / KB, unit: 'KB', limit: scriptKb },
    {
      name: 'scripts at first, gzip, bare Fluent page',
      value: middle(({ peer }) => peer.scriptBytes) / KB,
      unit: 'KB',
    },
    { name: 'first text', value: middle(({ tab }) => tab.firstMs), unit: 'ms' },
    { name: 'largest contentful paint', value: middle(({ tab }) => tab.largestMs), unit: 'ms' },
    { name: 'largest contentful paint, bare Fluent page', value: middle(({ peer }) => peer.largestMs), unit: 'ms' },
    {
      name: 'largest contentful paint beside a bare Fluent page',
      value: middle(({ tab, peer }) => tab.largestMs / peer.largestMs),
      unit: 'x',
      limit: largest,
    },
    { name: 'one’s own words on screen', value: middle(({ tab }) => tab.readableMs), unit: 'ms' },
    {
      name: 'one’s own words, fetched from the service, beside the words of a bare Fluent page',
      value: middle(({ tab, peer }) => tab.readableMs / peer.readableMs),
      unit: 'x',
      limit: readable,
    },
  ]
}

const pressesOf = (presses: Pressed[]): Figure[] => [
  ...presses.map(({ what, ms }): Figure => ({ name: `next paint when somebody ${what}`, value: ms, unit: 'ms' })),
  {
    name: 'interaction to next paint, the slowest of all',
    value: Math.max(...presses.map(({ ms }) => ms)),
    unit: 'ms',
    limit: LIMITS.press,
  },
]
