import { askWords } from '../../cards/ask/asking-words.ts'
import { offerWords } from '../../cards/ask/offer-words.ts'
import { barrierWords } from '../../cards/barriers/words.ts'
import { intentionWords } from '../../cards/intentions/words.ts'
import type { Card } from '../../cards/kit/card.ts'
import { commands, typed } from '../../cards/kit/commands.ts'
import { reflectionWords } from '../../cards/reflection/question-words.ts'
import { ticksWords } from '../../cards/reflection/ticks-words.ts'
import type { Language } from '../../services/core/ports.ts'
import type { House } from '../house.ts'
import { typedOf } from './typed.ts'

/** Somebody in front of a card, and what they fill in where a button asks for more than a press. */
export interface Scene {
  person: string
  card: Card
  /** What is in the place of `…`, typed, and as the card sends it. */
  rest?: { typed: string; inputs: Record<string, string> }
}

/** How a house comes to a card: the same steps give the same card, in any language. */
type Play = (house: House, language: Language) => Promise<Scene>

const KNOWN = 'Bij een verhuizing vraag je een objectvergunning aan, geen parkeervergunning.'
const REPLY = 'Alleen een busje voor de deur? Dan hoeft er niets.'
const ASKED = { nl: 'wie weet iets van parkeervergunningen?', en: 'who knows about parkeervergunningen?' }
const TOPIC = 'parkeervergunningen'
const NAMED = { nl: 'Bram Visser', en: 'Bram Visser' }
const UNTIL = { nl: '1 december', en: '1 December' }

const PROPOSED = 'Wat durfde je deze week?'

/** Types one command and looks at the card that it gives. */
const after =
  (command: keyof typeof commands, person = 'sanne'): Play =>
  async (house, language) => ({ person, card: await house.say(person, typed(commands[command], language)) })

const TICKED = {
  nl: { typed: 'meer tijd', inputs: { needs: 'meer tijd' } },
  en: { typed: 'more time', inputs: { needs: 'meer tijd' } },
}

const saved: Play = async (house, language) => {
  const words = reflectionWords(language)
  const { card } = await after('question')(house, language)
  const kept = await house.press('sanne', card, words.save, { text: KNOWN, sharing: 'self' })
  return { person: 'sanne', card: kept, rest: TICKED[language] }
}

const then =
  (play: Play, command: keyof typeof commands, rest?: number): Play =>
  async (house, language) => {
    const { person } = await play(house, language)
    return { person, card: await house.say(person, typed(commands[command], language, rest)) }
  }

const consenting: Play = async (house, language) => {
  const { card } = await after('question')(house, language)
  const inputs = { text: KNOWN, sharing: 'pulse' }
  return { person: 'sanne', card: await house.press('sanne', card, reflectionWords(language).save, inputs) }
}

const proposing: Play = async (house, language) => ({
  person: 'sanne',
  card: await house.say('sanne', typed(commands.sendProposal, language, PROPOSED)),
})

/** Karin shares what she knows, and Sanne asks for it. */
const asking: Play = async (house, language) => {
  const { card } = await after('question', 'karin')(house, language)
  await house.press('karin', card, reflectionWords(language).save, { text: KNOWN, sharing: 'colleagues' })
  return { person: 'sanne', card: await house.say('sanne', ASKED[language]) }
}

/** Somebody was chosen: what they will read comes first. */
const checking: Play = async (house, language) => {
  const { card } = await asking(house, language)
  return { person: 'sanne', card: await house.press('sanne', card, askWords(language).choose) }
}

const asked: Play = async (house, language) => {
  const { card } = await checking(house, language)
  return { person: 'sanne', card: await house.press('sanne', card, askWords(language).sendIt) }
}

/** Fatima, of the same team, knows too: the question stays in the team until Sanne says otherwise. */
const near: Play = async (house, language) => {
  const { card } = await after('question', 'fatima')(house, language)
  await house.press('fatima', card, reflectionWords(language).save, { text: KNOWN, sharing: 'colleagues' })
  return asking(house, language)
}

/** The same thing in other words, while the first question has an answer. */
const similar: Play = async (house, language) => {
  await answered(house, language)
  const again = { nl: 'weet iemand iets van parkeervergunningen?', en: 'does anyone know about parkeervergunningen?' }
  return { person: 'sanne', card: await house.say('sanne', again[language]) }
}

const lastOf = (house: House, person: string): Scene => {
  const card = house.sentTo(person).at(-1)
  if (!card) throw new Error(`nothing was sent to ${person}`)
  return { person, card }
}

const offered: Play = async (house, language) => {
  await asked(house, language)
  await house.settle()
  return lastOf(house, 'karin')
}

const onOffer =
  (button: 'accept' | 'forward' | 'decline'): Play =>
  async (house, language) => {
    const { card } = await offered(house, language)
    return { person: 'karin', card: await house.press('karin', card, offerWords(language)[button]) }
  }

const forwarding: Play = async (house, language) => ({
  ...(await onOffer('forward')(house, language)),
  rest: { typed: NAMED[language], inputs: { name: NAMED[language] } },
})

const answered: Play = async (house, language) => {
  const { card } = await onOffer('accept')(house, language)
  await house.press('karin', card, offerWords(language).send, { text: REPLY })
  await house.settle()
  return lastOf(house, 'sanne')
}

const thanked: Play = async (house, language) => {
  const { card } = await answered(house, language)
  await house.press('sanne', card, askWords(language).helped, { keep: 'true' })
  await house.settle()
  return lastOf(house, 'karin')
}

/** Six moments of one's own: more than one page of the list. */
const journal: Play = async (house, language) => {
  for (const thing of ['een', 'twee', 'drie', 'vier', 'vijf', 'zes']) {
    const which = await house.say('sanne', `Ik belde ${thing} keer met de school`)
    await house.say('sanne', typed(commands.asMoment, language))
    if (which.actions.length === 0) throw new Error('no meaning was offered')
    await house.pass(1000)
  }
  return { person: 'sanne', card: await house.say('sanne', typed(commands.moments, language)) }
}

const unsure: Play = async (house, language) => {
  await after('question')(house, language)
  return { person: 'sanne', card: await house.say('sanne', 'Ik belde eerst de moeder'), rest: TICKED[language] }
}

const welcomed: Play = async (house) => {
  await house.arrive('sanne')
  await house.settle()
  return lastOf(house, 'sanne')
}

const INTENDED = ['eerst bellen', 'elke maandag samen lezen']

/** Two things that somebody will do. */
const intending: Play = async (house, language) => {
  for (const text of INTENDED) await house.say('sanne', typed(commands.intend, language, text))
  return after('intentions')(house, language)
}

/** Two weeks later it is asked how both went. */
const followedUp: Play = async (house, language) => {
  await intending(house, language)
  await house.pass(15 * 24 * 3_600_000)
  return lastOf(house, 'sanne')
}

const HINDERED = 'wie verhuist, komt drie keer langs'
/** Without words: then the card comes back, pressed or typed. */
const UNSAID = { typed: '', inputs: {} }
const SAID = { words: 'ik bel de balie', day: '14 december' }

/** Somebody put something on the list of barriers, and named who can take it away. */
const hindered: Play = async (house, language) => {
  const { card } = await after('beginBarrier')(house, language)
  await house.press('sanne', card, barrierWords(language).put, { text: HINDERED, who: 'Karin de Wit' })
  return after('barriers')(house, language)
}

const mayTakeAway: Play = async (house, language) => {
  await hindered(house, language)
  await house.pass(24 * 3_600_000)
  return { ...lastOf(house, 'karin'), rest: UNSAID }
}

const takesAway: Play = async (house, language) => {
  const { card } = await mayTakeAway(house, language)
  await house.press('karin', card, barrierWords(language).take, SAID)
  await house.until('2026-12-14T12:00Z')
  return { ...lastOf(house, 'karin'), rest: UNSAID }
}

export const scenes: Record<string, Play> = {
  'what somebody will do': async (house, language) => ({
    ...(await then(saved, 'beginIntention')(house, language)),
    rest: { typed: 'eerst bellen', inputs: { text: 'eerst bellen' } },
  }),
  'an intention, begun': async (house, language) => ({
    person: 'sanne',
    card: await house.say('sanne', typed(commands.intend, language, 'eerst bellen')),
  }),
  'an intention, changed': async (house, language) => {
    await house.say('sanne', typed(commands.intend, language, 'eerst bellen'))
    const { card } = await after('changeIntention')(house, language)
    return { person: 'sanne', card, rest: { typed: 'altijd bellen', inputs: { text: 'altijd bellen' } } }
  },
  intentions: intending,
  'how it went': followedUp,
  'how somebody works now': async (house, language) => {
    const { card } = await followedUp(house, language)
    const answered = await house.press('sanne', card, intentionWords(language).results.toegepast)
    const practice = 'Ik bel nu altijd eerst'
    return { person: 'sanne', card: answered, rest: { typed: practice, inputs: { practice, keeper: '' } } }
  },
  'what stood in the way': async (house, language) => {
    const { card } = await followedUp(house, language)
    const { results, barriers } = intentionWords(language)
    const answered = await house.press('sanne', card, results.deels)
    return { person: 'sanne', card: answered, rest: { typed: barriers.regels, inputs: { barriers: 'regels' } } }
  },

  'what stands in the way': async (house, language) => ({
    ...(await after('beginBarrier')(house, language)),
    rest: { typed: HINDERED, inputs: { text: HINDERED } },
  }),
  'what stands in the way, like another': async (house, language) => {
    await hindered(house, language)
    const card = await house.say('bram', typed(commands.putBarrier, language, HINDERED))
    return { person: 'bram', card, rest: { typed: HINDERED, inputs: { text: HINDERED } } }
  },
  'the list of barriers': hindered,
  'a barrier, of one’s own': async (house, language) => {
    await hindered(house, language)
    const { card } = await after('running')(house, language)
    return { person: 'sanne', card: await house.say('sanne', typedOf(card)[0]?.typed ?? '') }
  },
  'a barrier, asked about': mayTakeAway,
  'a barrier, for somebody else': async (house, language) => {
    const { card, person } = await mayTakeAway(house, language)
    const inputs = { who: 'Bram Visser', why: '' }
    return {
      person,
      card: await house.press(person, card, barrierWords(language).other),
      rest: { typed: 'Bram Visser', inputs },
    }
  },
  'a barrier that stays': async (house, language) => {
    const { card, person, rest } = await mayTakeAway(house, language)
    return { person, card: await house.press(person, card, barrierWords(language).stays), ...(rest && { rest }) }
  },
  'a barrier, on its day': takesAway,

  'the question': after('question'),
  'what happens with it': then(after('question'), 'why'),
  'a saved answer': saved,
  'a saved answer, opened': then(saved, 'view'),
  'what would help': async (house, language) => ({
    ...(await then(saved, 'ticks')(house, language)),
    rest: TICKED[language],
  }),
  'what was ticked': async (house, language) => {
    const { card, rest } = await saved(house, language)
    return { person: 'sanne', card: await house.press('sanne', card, ticksWords(language).done, rest?.inputs) }
  },
  'removing the last answer': then(saved, 'remove'),
  'removing an answer by number': then(saved, 'remove', 1),
  'going into the pulse': consenting,
  'going into the pulse with a name': async (house, language) => {
    const { card } = await after('question')(house, language)
    const inputs = { text: 'Fatima belde eerst.', sharing: 'pulse' }
    return { person: 'sanne', card: await house.press('sanne', card, reflectionWords(language).save, inputs) }
  },
  'the journal': journal,
  'an ask': asking,
  'an ask within the team': near,
  'an ask, before it is sent': checking,
  'an ask that was there before': similar,
  'an ask on its way': asked,
  'the list of asks': then(asked, 'asks'),
  'an offer': offered,
  'an offer, accepted': onOffer('accept'),
  'an offer, declined': onOffer('decline'),
  'an offer, passed on': forwarding,
  'an answer': answered,
  thanks: thanked,
  'a text that may mean two things': unsure,
  'a word that is unknown': async (house) => ({ person: 'sanne', card: await house.say('sanne', 'verwijder 99') }),
  'the welcome': welcomed,
  'the guide': after('help'),
  settings: after('settings'),
  'proposing a question': async (house, language) => ({
    ...(await after('propose')(house, language)),
    rest: { typed: PROPOSED, inputs: { question: PROPOSED } },
  }),
  'a proposal': proposing,
  'a proposal, at HR': async (house, language) => {
    await proposing(house, language)
    const { card } = await after('proposals', 'hilde')(house, language)
    return { person: 'hilde', card, rest: { typed: REPLY, inputs: { reason: REPLY } } }
  },
  'a pause': async (house, language) => ({
    ...(await after('pause')(house, language)),
    rest: { typed: UNTIL[language], inputs: { until: '2026-12-01' } },
  }),
  stopped: after('stop'),
  'why somebody is asked': async (house, language) => {
    await house.say('sanne', typed(commands.addTopic, language, TOPIC))
    return { ...(await after('evidence')(house, language)), rest: { typed: 'markten', inputs: { topic: 'markten' } } }
  },
  'a reason that is not right': async (house, language) => {
    await house.say('sanne', typed(commands.addTopic, language, TOPIC))
    return { ...(await after('evidenceWrong')(house, language)), rest: { typed: '1', inputs: {} } }
  },
  'the knowledge bank': async (house, language) => {
    await asking(house, language)
    const { card } = await after('knowledgeBank')(house, language)
    return { person: 'sanne', card, rest: { typed: 'verhuizing', inputs: { query: 'verhuizing' } } }
  },
  'what was found there': async (house, language) => {
    await asking(house, language)
    const card = await house.say('sanne', typed(commands.findKnowledge, language, 'verhuizing'))
    return { person: 'sanne', card, rest: { typed: 'verhuizing', inputs: {} } }
  },
  'an item of one’s own': async (house, language) => {
    await asking(house, language)
    const card = await house.say('karin', typed(commands.readKnowledge, language, 'verhuizing'))
    return { person: 'karin', card, rest: { typed: 'verhuizing', inputs: {} } }
  },
  'reporting an item': async (house, language) => {
    await asking(house, language)
    const card = await house.say('sanne', typed(commands.reportItem, language, 'verhuizing'))
    return { person: 'sanne', card, rest: { typed: 'verhuizing', inputs: {} } }
  },
  'an item of a colleague': async (house, language) => {
    await asking(house, language)
    const card = await house.say('sanne', typed(commands.readKnowledge, language, 'verhuizing'))
    return { person: 'sanne', card, rest: { typed: 'verhuizing', inputs: {} } }
  },
  'my data': after('data'),
  forgetting: after('forget'),
}
