import { DefaultAzureCredential } from '@azure/identity'
import { type DequeuedMessageItem, QueueClient, RestError } from '@azure/storage-queue'
import type { Alarm } from '../../core/lane-entry.ts'
import { Unavailable } from '../../core/ports.ts'

/** Where the queue is: in Azure, entered by Entra identity, or in an emulator on this machine, where it is made too. */
export type QueueAddress = { url: string } | { connectionString: string; name?: string }

export interface Received {
  alarm: Alarm
  text: string
  /** How long ago it was sent, by the clock of the queue. */
  ageMs: number
}

/** The few things that are asked of a queue. All of them but `drop` throw {Unavailable} when it does not do them. */
export interface Queue {
  /** Puts a message in that is seen after so many milliseconds. */
  send(text: string, hiddenMs: number): Promise<Alarm>
  /** Takes at most so many messages out of sight for so long. */
  receive(most: number, hiddenMs: number): Promise<Received[]>
  /** Keeps a message out of sight from now for so long. `taken`: it was received since; `gone`: there is none. */
  hide(alarm: Alarm, hiddenMs: number): Promise<Alarm | 'taken' | 'gone'>
  /** Deletes a message. If it stays behind all the same, the worker that receives it knows it for a stray. */
  drop(alarm: Alarm): Promise<void>
  ready(): Promise<void>
}

/** The queue in an emulator, when no other is named; in Azure the name is in the address. */
const NAME = 'leermoment'
/** What the service allows: in one batch, and out of sight in one go. */
export const BATCH = 32
export const LONGEST_MS = 7 * 24 * 3_600_000
const FOR_EVER = -1

/** All attempts together. The SDK tries a server again that is busy or away, and waits without an end for a silent one. */
const DEADLINE_MS = 5_000
const RETRIES = { maxTries: 3, retryDelayInMs: 100, maxRetryDelayInMs: 1_000 }

/** A queue of Azure Storage. Nothing is asked of it yet. */
export function openQueue(address: QueueAddress): Queue {
  const options = { retryOptions: RETRIES }
  const client =
    'url' in address
      ? new QueueClient(address.url, new DefaultAzureCredential(), options)
      : new QueueClient(address.connectionString, address.name ?? NAME, options)
  const isThere = 'url' in address
  let made = isThere

  async function ask<T>(what: string, work: (abortSignal: AbortSignal) => Promise<T>): Promise<T> {
    const abortSignal = AbortSignal.timeout(DEADLINE_MS)
    try {
      if (!made) await client.createIfNotExists({ abortSignal })
      made = true
      return await work(abortSignal)
    } catch (error) {
      // An emulator that was started again has no queue any more.
      made = isThere
      throw new Unavailable(codeOf(error), `queue: ${what}`, { cause: error })
    }
  }

  return {
    send: (text, hiddenMs) =>
      ask('send', async (abortSignal) => {
        const when = { visibilityTimeout: seconds(hiddenMs), messageTimeToLive: FOR_EVER }
        const { messageId: message, popReceipt: receipt } = await client.sendMessage(text, { ...when, abortSignal })
        return { message, receipt }
      }),

    receive: (most, hiddenMs) =>
      ask('receive', async (abortSignal) => {
        const which = { numberOfMessages: Math.min(most, BATCH), visibilityTimeout: seconds(hiddenMs, 1) }
        const { date = new Date(), receivedMessageItems } = await client.receiveMessages({ ...which, abortSignal })
        return receivedMessageItems.map((item) => receivedAt(date, item))
      }),

    async hide({ message, receipt }, hiddenMs) {
      try {
        return await ask('hide', async (abortSignal) => {
          const options = { abortSignal }
          const kept = await client.updateMessage(message, receipt, undefined, seconds(hiddenMs), options)
          return { message, receipt: kept.popReceipt ?? receipt }
        })
      } catch (error) {
        const fate = FATES[nameOf((error as Error).cause) ?? '']
        if (fate) return fate
        throw error
      }
    },

    async drop({ message, receipt }) {
      await ask('drop', (abortSignal) => client.deleteMessage(message, receipt, { abortSignal })).catch(() => {})
    },

    async ready() {
      await ask('ready', (abortSignal) => client.getProperties({ abortSignal }))
    },
  }
}

/** What the service says of a message that cannot be kept out of sight. */
const FATES: Record<string, 'taken' | 'gone'> = { PopReceiptMismatch: 'taken', MessageNotFound: 'gone' }

const receivedAt = (now: Date, { messageId, popReceipt, messageText, insertedOn }: DequeuedMessageItem): Received => ({
  alarm: { message: messageId, receipt: popReceipt },
  text: messageText,
  ageMs: now.getTime() - insertedOn.getTime(),
})

/** Rounded up: a message is rather late by a part of a second than too early, for then it would have to wait again. */
const seconds = (milliseconds: number, least = 0) =>
  Math.ceil(Math.min(Math.max(milliseconds, least * 1_000), LONGEST_MS) / 1_000)

const nameOf = (error: unknown) => (error instanceof RestError ? error.code : undefined)

const CODES: Record<number, Unavailable['code']> = {
  401: 'denied',
  403: 'denied',
  408: 'timed-out',
  429: 'throttled',
  503: 'throttled',
}

function codeOf(error: unknown): Unavailable['code'] {
  if (error instanceof Error && ['AbortError', 'TimeoutError'].includes(error.name)) return 'timed-out'
  // Signing in failed: who nobody is may do nothing.
  if (error instanceof Error && /^(Aggregate)?(Authentication|CredentialUnavailable)/.test(error.name)) return 'denied'
  if (!(error instanceof RestError)) return 'failed'
  return error.statusCode === undefined ? 'unreachable' : (CODES[error.statusCode] ?? 'failed')
}
