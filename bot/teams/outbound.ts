import type { Action, Card } from '../../cards/kit/card.ts'
import { withPresses } from '../../cards/kit/presses.ts'
import type { Turn } from '../turn.ts'
import type { Activity } from './activity.ts'
import { isExecute } from './inbound.ts'
import type { Outcome, ReplyWire } from './wire.ts'

/** What goes back inside the request itself. */
export interface Answer {
  status: number
  body?: unknown
}

export const CARD = 'application/vnd.microsoft.card.adaptive'
const ERROR = 'application/vnd.microsoft.error'
/** A press has to be answered: a client that gets an empty value says that the app cannot be reached. */
const TAKEN = { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'OK' }

/** The activity was taken, and nothing is said. */
export const silence = (activity: Activity): Answer =>
  isExecute(activity) ? { status: 200, body: TAKEN } : { status: 200 }

/** An invoke that is not granted. Teams wants its status in the body, and 200 around it. */
export const denied = (statusCode: number, code: string, message: string): Answer => ({
  status: 200,
  body: { statusCode, type: ERROR, value: { code, message } },
})

/** Only the first line: the rest of the fallback text is typed commands. */
export const firstLine = ({ fallbackText }: Card) => fallbackText.split('\n', 1)[0] ?? ''

/**
 * A card as it goes over the wire: all that can be pressed can also be pressed where `Action.Execute` is not known.
 */
export const wireForm = (card: Card) => ({
  ...card,
  body: card.body.map((element) => withPresses(element, withFallback)),
  actions: card.actions.map(withFallback),
})

/** A card in a dialog: what is pressed there comes as what the dialog sends. */
export const dialogForm = (card: Card) => ({
  ...card,
  body: card.body.map((element) => withPresses(element, submitOf)),
  actions: card.actions.map(submitOf),
})

const withFallback = (action: Action) => ({ ...action, fallback: submitOf(action) })

const submitOf = ({ title, data, verb, associatedInputs, tooltip }: Action) => ({
  type: 'Action.Submit',
  title,
  data: { ...data, verb },
  ...(tooltip && { tooltip }),
  ...(associatedInputs && { associatedInputs }),
})

/** A card travels without text beside it, for then no id would come back; the summary is for the notification. */
export const messageOf = (card: Card) => ({
  type: 'message',
  summary: firstLine(card),
  attachments: [{ contentType: CARD, content: wireForm(card) }],
})

/**
 * Brings a reply to where it was asked: inside the invoke, over the pressed card, or as a new message. What was asked unseen
 * by others is answered unseen by them, or not at all; `isForOne` asks for the same where it was seen.
 * @returns the answer to the request, and what the wire came to when it was used
 */
export async function answerTo(
  activity: Activity,
  kind: Turn['kind'],
  { card, refused }: { card: Card; refused?: string },
  wire: ReplyWire,
  isForOne = false,
): Promise<{ answer: Answer; sent?: Outcome }> {
  if (isExecute(activity)) {
    if (refused) return { answer: denied(403, 'Forbidden', firstLine(card)) }
    return { answer: { status: 200, body: { statusCode: 200, type: CARD, value: wireForm(card) } } }
  }
  const message = addressed(activity, messageOf(card))
  const { serviceUrl, conversation, replyToId } = activity
  if (kind === 'pressed' && !refused && replyToId) {
    const sent = await wire.put(serviceUrl, conversation.id, replyToId, { ...message, id: replyToId })
    if (!cannotReplace(sent)) return { answer: { status: 200 }, sent }
  }
  const isSecret = activity.recipient.isTargeted === true
  if (isSecret || (isForOne && isOfSeveral(activity))) {
    const entities = isSecret ? [{ type: 'targetedMessageInfo', messageId: activity.id }] : []
    const { replyToId: _shown, ...alone } = message
    const sent = await wire.whisper?.(serviceUrl, conversation.id, { ...alone, ...(isSecret && { entities }) })
    if (isSecret || sent?.kind === 'accepted') return { answer: { status: 200 }, ...(sent && { sent }) }
  }
  return { answer: { status: 200 }, sent: await wire.post(serviceUrl, conversation.id, message, activity.id) }
}

export const isOfSeveral = ({ conversation: { conversationType } }: Activity) =>
  conversationType === 'channel' || conversationType === 'groupChat'

/** The message is gone, or this channel replaces none. */
const cannotReplace = (sent: Outcome) => sent.kind !== 'accepted' && (sent.status === 404 || sent.status === 501)

const addressed = ({ id, from, recipient, conversation }: Activity, message: object) => ({
  ...message,
  from: { id: recipient.id },
  recipient: { id: from.id },
  conversation: { id: conversation.id },
  replyToId: id,
})
