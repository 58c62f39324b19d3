import { readFileSync } from 'node:fs'
import Ajv from 'ajv-draft-04'
import addFormats from 'ajv-formats'

export type Schema = 'MicrosoftTeams' | 'MicrosoftTeams.Localization'

/**
 * What Microsoft's own schema has against a manifest or a localisation file; nothing when it is valid.
 * `version` is the manifest version, like `1.24`.
 * @throws when the installed schemas have no such version
 */
export const problems = (schema: Schema, version: string, json: unknown): string[] => {
  // Some patterns in the schemas are written for expressions without Unicode, and a strict reader knows not all their words.
  const ajv = new Ajv.default({ allErrors: true, strict: false, unicodeRegExp: false })
  addFormats.default(ajv)
  const validate = ajv.compile(read(schema, version))
  if (validate(json)) return []
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath || '/'} ${message}`)
}

const SCHEMAS = new URL('json-schemas/teams/', import.meta.resolve('@microsoft/app-manifest'))

const read = (schema: Schema, version: string) =>
  JSON.parse(readFileSync(new URL(`v${version}/${schema}.schema.json`, SCHEMAS), 'utf8'))
