/** Our own: Entra gave none, so nothing was sent. */
export const NO_TOKEN = 'no-token'
/** Our own: an id would lead elsewhere at Teams' host, so nothing was sent. */
export const NO_ADDRESS = 'no-address'
/** Teams knows the person but not the bot beside them: as good as no conversation. */
export const NOT_THERE = 'BotNotInConversationRoster'
/** The conversation is no more; there may be a new one. */
export const GONE = 'ConversationNotFound'

/** Refusals that stand with a person until something changes there, and what becomes of a message meanwhile. */
const OF_A_PERSON: Record<string, 'waiting' | 'rejected'> = {
  [NOT_THERE]: 'waiting',
  ConversationBlockedByUser: 'waiting',
  BotDisabledByAdmin: 'rejected',
  [GONE]: 'rejected',
}

export const isOfPerson = (code: string) => Object.hasOwn(OF_A_PERSON, code)

/** Whether a message waits for this to pass: then the person ends it, by writing or by taking the app again. */
export const waitsAt = (code: string) => isOfPerson(code) && OF_A_PERSON[code] === 'waiting'
