import assert from 'node:assert/strict'
import { sendTo } from '../ask/town.ts'
import { House, ROSTER, read, TENANT } from '../house.ts'
import { type Collector, openCollector, telemetryTo } from './collector.ts'

/** Stand in every object id, every unit and every text of this municipality, and in nothing else. */
const [PERSON, UNIT, TEXT] = ['5ec7e700', 'Kwartelzaken', 'kwartelkoning']
const ASK = `wie weet iets van vergunningen waar een ${TEXT} broedt?`

const idOf = (handle: string) =>
  `${PERSON}-0000-4000-8000-${String(ROSTER.findIndex(({ id }) => id === handle)).padStart(12, '0')}`
const planted = ROSTER.map((person) => ({
  ...person,
  id: idOf(person.id),
  unit: [...(person.unit ?? []), UNIT],
  managers: (person.managers ?? []).map(idOf),
}))

/** Everything that could be found again: who, what about, which message, which button, which question, which turn. */
const PLANTED = {
  person: PERSON,
  unit: UNIT,
  text: TEXT,
  name: 'Sanne|Karin|Bakker|de Wit',
  mail: 'voorbeeldstad.example',
  delivery: 'question-2026|offer-|-later',
  button: 'reflection\\.|ask\\.|offer\\.',
  question: 'leerzaam-moment',
  turn: 'turn-\\d',
}

const found = (collector: Collector) =>
  Object.entries(PLANTED).flatMap(([what, pattern]) =>
    new RegExp(pattern, 'i').test(collector.everything()) ? [what] : [],
  )

describe('telemetry: what nobody is sent', () => {
  let collector: Collector
  beforeEach(async () => {
    collector = await openCollector()
  })
  afterEach(() => collector.close())

  it('A22: no id, name, unit, text, message, button or question, whatever happens in a week', async () => {
    const { telemetry } = await telemetryTo(collector)
    const wire = async ({ to }: { to: string }) => {
      if (to === idOf('bram')) throw new Error(`${to} ${TEXT}`)
      return to === idOf('priya')
        ? ({ kind: 'rejected', code: `${to}-${TEXT}` } as const)
        : ({ kind: 'accepted', message: `m-${to}` } as const)
    }
    const house = await House.open({ roster: planted, telemetry, wire })
    const says = async (handle: string, text: string) => {
      const card = await house.say(idOf(handle), text)
      await house.settle()
      return card
    }
    await house.app.rosterChanged(TENANT)
    await house.arrive(idOf('sanne'))
    await house.press(idOf('karin'), await says('karin', 'vraag'), 'Bewaar', {
      text: `Een vergunning voor een ${TEXT} duurt een week.`,
      sharing: 'colleagues',
    })
    const asked = await says('sanne', ASK)
    await sendTo(house, idOf('sanne'), asked, 'Karin de Wit')
    await house.settle()
    await says('karin', 'ik help')
    await says('karin', `mijn antwoord: Wacht op de ${TEXT}.`)
    await house.send(idOf('sanne'), `ask.${TEXT}`, { text: TEXT })
    const broken = async () => Promise.reject(new Error(`${idOf('sanne')} ${TEXT}`))
    house.app.features.push({ name: 'broken', heard: broken, export: { broken }, forget: broken })
    await says('sanne', `de ${TEXT} valt om`)
    await house.until('2026-11-25T12:00Z')
    await telemetry.close()

    assert.ok(house.sent.length >= 5 && read(asked).includes(TEXT), 'else nothing happened that could be told')
    assert.ok(collector.spans().length > 0 && collector.metrics().length > 2, 'else nothing was sent')
    assert.match(collector.everything(), new RegExp(TENANT), 'the same search finds what is there: the tenant')
    assert.deepEqual(found(collector), [])
  })

  it('A22: the same search finds each of them in what a careless service sends', async () => {
    const { telemetry } = await telemetryTo(collector)
    const turn = `${idOf('sanne')} ${UNIT} ${ASK} Sanne x@voorbeeldstad.example question-2026-W47 ask.choose ask.send leerzaam-moment turn-1`
    telemetry.count('heartbeats', { tenant: turn })
    await telemetry.close()
    assert.deepEqual(found(collector), Object.keys(PLANTED))
  })

  it('A22: nothing that looks like an id or a text passes, no matter who puts it there', async () => {
    const { telemetry } = await telemetryTo(collector)
    for (const planted of [idOf('sanne'), ASK, `x${idOf('sanne').replaceAll('-', '')}`, 'Sanne\nBakker'])
      telemetry.count('sends', { tenant: TENANT, outcome: planted, code: planted })
    await telemetry.timed('turn', { kind: ASK }, () => Promise.reject(new RangeError(ASK))).catch(() => {})
    await telemetry.close()
    assert.deepEqual(found(collector), [])
    assert.match(collector.everything(), /other/)
  })

  it('takes no trace over from the caller, and ties no two of them together', async () => {
    const { telemetry } = await telemetryTo(collector)
    const broken = () => telemetry.timed('turn', { kind: 'said' }, () => Promise.reject(new RangeError()))
    await telemetry.timed('lane', { tenant: TENANT, job: 'outbox' }, broken).catch(() => {})
    await telemetry.close()
    const [turn, lane] = ['turn', 'lane'].map((name) => collector.spans().find((span) => span.name === name))
    assert.ok(turn && lane && turn.traceId !== lane.traceId)
    for (const span of [turn, lane]) assert.equal(span?.parentSpanId || undefined, undefined)
  })
})
