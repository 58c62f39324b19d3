import type { Request, Response } from 'restify'
import { z } from 'zod'
import { ID } from '../../services/core/ids.ts'
import { asFile, type OwnData } from '../../services/privacy/formats.ts'
import { FileKind } from '../../services/privacy/schema.ts'
import { problem } from './problem.ts'

/** What a person may fetch without signing in. A ticket stands for the person: it is random, and valid for minutes. */
export interface TicketPorts {
  /** Undefined when the ticket is unknown or its time is over: the two are not told apart. */
  exported(ticket: string): Promise<OwnData | undefined>
}

const EXPIRED = 'This link is not valid any more. Type "neem mee" for a new one.'

const Named = z.strictObject({ ticket: z.string().regex(ID), kind: FileKind })

/** Where the export is: one address per ticket and kind of file. */
export const EXPORT_PATH = '/api/me/export/:ticket/leermoment.:kind'

export const exportFile =
  ({ exported }: TicketPorts) =>
  async (req: Request, res: Response): Promise<void> => {
    const { data: named } = Named.safeParse(req.params)
    const found = named && (await exported(named.ticket))
    if (!found) return problem(res, { status: 404, title: EXPIRED })
    const file = asFile(found, named.kind)
    res.setHeader('Content-Type', `${file.type}; charset=utf-8`)
    res.setHeader('Content-Disposition', `attachment; filename="leermoment.${named.kind}"`)
    res.sendRaw(200, file.text)
  }
