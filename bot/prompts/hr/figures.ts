import { z } from 'zod'
import { ID } from '../../../services/core/ids.ts'
import { FiguresShown } from '../../../services/prompts/schema/figures.ts'
import { get, type Route } from '../../http/audience.ts'

/** How a question does, over the whole organisation. */
export interface FigurePorts {
  figures(tenant: string, prompt: string): Promise<FiguresShown | undefined>
}

const Named = z.strictObject({ prompt: z.string().regex(ID).max(60) })

export const figureRoutes = ({ figures }: FigurePorts): Route[] => [
  get('/api/hr/prompts/:prompt/figures', Named, FiguresShown, ({ tenant }, { prompt }) => figures(tenant, prompt)),
]
