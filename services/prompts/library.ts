import source from './library.json' with { type: 'json' }
import { Library, type Prompt, type Version } from './schema.ts'

/** The questions that come with the product, the opening one first. */
export const library: Prompt[] = Library.parse(source).prompts

/** The first question anybody gets. The schema sees to it that there is one. */
export const opening = library[0] as Prompt

/** The version that is sent: the latest published one. Undefined when none is. */
export const latest = ({ versions }: Pick<Prompt, 'versions'>): Version | undefined =>
  versions.findLast(({ status }) => status === 'published')

/**
 * The version that is sent.
 * @throws {RangeError} when no version of the prompt is published
 */
export function published(prompt: Prompt): Version {
  const version = latest(prompt)
  if (!version) throw new RangeError(`prompt ${prompt.id} has no published version`)
  return version
}

/** The words of a question as they were sent, also when a newer version exists. */
export function wordingIn(prompts: readonly Prompt[], { id, version }: { id: string; version: number }): Version {
  const prompt = prompts.find((one) => one.id === id) ?? opening
  return prompt.versions.find((one) => one.version === version) ?? published(opening)
}
