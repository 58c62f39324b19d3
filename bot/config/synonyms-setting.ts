import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { SynonymGroup } from '../../services/search/analysis/synonyms.ts'
import type { Given } from './store-setting.ts'

const NAME = 'LEERMOMENT_SYNONYMS'
const EXAMPLE = 'Write it as [["bijstand", "Participatiewet"], ["BRP", "basisregistratie personen"]].'

const LONGEST = 80
const Phrase = z.string().trim().min(1, 'is empty').max(LONGEST, `is longer than ${LONGEST} characters`)
const Groups = z
  .array(z.array(Phrase).min(2, 'has fewer than two words or phrases').max(20, 'has more than 20'))
  .max(2_000)

/** The municipality's own words that mean the same, beside those that come along; or what has to be mended, in one line. */
export function synonymsSetting({ [NAME]: path }: Given): SynonymGroup[] | string {
  if (!path) return []
  const written = contentOf(path)
  if (written === undefined) return `${NAME} is not a file that can be read as JSON. ${EXAMPLE}`
  const { data, error } = Groups.safeParse(written)
  if (data) return data
  const [{ path: place, message } = { path: [], message: '' }] = error.issues
  const where = place.map((at) => Number(at) + 1).join('.')
  return `${NAME} is not a list of groups: ${where ? `at ${where} it ` : 'it '}${complaint(message)}. ${EXAMPLE}`
}

const complaint = (message: string) => (/^(is|has) /.test(message) ? message : 'is something else')

function contentOf(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}
