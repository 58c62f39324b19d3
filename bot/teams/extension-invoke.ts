import { z } from 'zod'
import type { Activity } from './activity.ts'
import { plainText } from './plain-text.ts'

/** What somebody does in the message extension, as far as this bot answers it. */
export type Asked =
  | { kind: 'sought'; query: string; skip: number; count: number }
  | { kind: 'pasted'; address: string }
  | { kind: 'taken'; command: string; text: string }
  | { kind: 'pressed'; verb: string; input: Record<string, unknown> }

/** Teams asks for so many at once. */
const COUNT = 25

/** A value of another form counts as none: clients differ, and what is left still makes sense. */
const text = z.string().catch('')
const Query = z.looseObject({
  parameters: z
    .array(z.looseObject({ name: text, value: text }))
    .max(20)
    .nullish(),
  queryOptions: z
    .looseObject({
      skip: z.int().min(0).max(1000).catch(0),
      count: z.int().min(1).max(100).catch(COUNT),
    })
    .nullish(),
})
const Link = z.looseObject({ url: z.string().max(4096) })
const Fetched = z.looseObject({
  commandId: text,
  // Neither who wrote it nor which message it is: its words alone are read.
  messagePayload: z
    .looseObject({ body: z.looseObject({ content: text, contentType: text }).nullish() })
    .nullish()
    .catch(undefined),
})
const Submitted = z.looseObject({ data: z.record(z.string(), z.unknown()) })

/** The query command has one parameter; the run without words has one of this name. */
const FIRST_RUN = 'initialRun'

const READ: Record<string, (value: unknown) => Asked | undefined> = {
  'composeExtension/query'(value) {
    const { success, data } = Query.safeParse(value)
    if (!success) return undefined
    const { parameters, queryOptions } = data
    const query = (parameters ?? []).find(({ name }) => name !== FIRST_RUN)?.value ?? ''
    return { kind: 'sought', query, skip: queryOptions?.skip ?? 0, count: queryOptions?.count ?? COUNT }
  },
  'composeExtension/queryLink'(value) {
    const { data } = Link.safeParse(value)
    return data && { kind: 'pasted', address: data.url }
  },
  'composeExtension/fetchTask'(value) {
    const { data } = Fetched.safeParse(value)
    if (!data) return undefined
    const { content = '', contentType = '' } = data.messagePayload?.body ?? {}
    return { kind: 'taken', command: data.commandId, text: contentType === 'text' ? content : plainText(content) }
  },
  'composeExtension/submitAction'(value) {
    const { data: sent } = Submitted.safeParse(value)
    if (!sent) return undefined
    const { verb, msteams: _msteams, ...input } = sent.data
    return { kind: 'pressed', verb: typeof verb === 'string' ? verb : '', input }
  },
}

/** The invokes of the message extension that this bot answers. */
export const EXTENSION_INVOKES = Object.keys(READ)

/** Also one that this bot does not answer: none of them says where somebody can be reached. */
export const isExtension = ({ type, name }: Activity) =>
  type === 'invoke' && Boolean(name?.startsWith('composeExtension/'))

/** Undefined where it is of no form that Teams sends, or has a name that is not answered. */
export const askedOf = ({ name = '', value }: Activity): Asked | undefined =>
  name && Object.hasOwn(READ, name) ? READ[name]?.(value) : undefined

/** A dialog is answered with a dialog, and a list with a list. */
export const isOfDialog = ({ name }: Activity) =>
  name === 'composeExtension/fetchTask' || name === 'composeExtension/submitAction'
