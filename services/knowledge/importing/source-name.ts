/** What a download or a copy puts behind a name. */
const COPY = /\s*(?:\(\d{1,3}\)|[-–]\s*(?:kopie|copy)(?:\s*\(\d{1,3}\))?)$/i
const LONGEST = 80

/** How a source is called, from the name of its file: `FAQ_Wmo (2).csv` is "FAQ Wmo". The same list keeps its name. */
export function sourceNamed(file: string): string {
  const own = file.split(/[\\/]/).at(-1) ?? ''
  let name = own.replace(/\.[a-z\d]{1,8}$/i, '').replaceAll('_', ' ')
  while (COPY.test(name)) name = name.replace(COPY, '')
  return (
    name
      .replace(/[\p{C}\s]+/gu, ' ')
      .trim()
      .slice(0, LONGEST) || own.slice(0, LONGEST)
  )
}
