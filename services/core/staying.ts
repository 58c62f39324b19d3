/**
 * What stays of something that is emptied, or made nobody's: the fields that are named here and no other. So what a later
 * release adds to it goes by itself, until somebody decides that it may stay.
 */
export function staying<T extends object, Field extends keyof T>(of: T, ...fields: readonly Field[]): Pick<T, Field> {
  const held = fields.flatMap((field) => (of[field] === undefined ? [] : [[field, of[field]] as const]))
  return Object.fromEntries(held) as Pick<T, Field>
}
