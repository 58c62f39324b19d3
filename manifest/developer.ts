/** Who offers the app, as people read it before they install: a name, and where to read on. */
export interface Developer {
  name: string
  website: string
  privacy: string
  terms: string
}

const NAME = 'APP_DEVELOPER_NAME'
const ADDRESSES = {
  website: 'APP_WEBSITE_URL',
  privacy: 'APP_PRIVACY_URL',
  terms: 'APP_TERMS_URL',
} as const
/** What is in an example and in nobody's app. */
const PLACEHOLDER = /\.(example|invalid|test|localhost)$|(^|\.)example\.(com|org|net|nl)$|(^|\.)localhost$/
const INVENTED = /^(todo|tbd|x+|changeme|your .*|jouw .*|naam|name|example|voorbeeld|leermoment)$/i
/** What Teams takes. */
const LONGEST = { name: 32, address: 2048 }

/**
 * The developer by the settings, or what has to be mended: one line for each.
 */
export function developerOf(env: Record<string, string | undefined>): Developer | string[] {
  const name = env[NAME]?.trim() ?? ''
  const problems = nameProblems(name)
  const found = { name, website: '', privacy: '', terms: '' }
  for (const [part, setting] of Object.entries(ADDRESSES) as [keyof typeof ADDRESSES, string][]) {
    const value = env[setting]?.trim() ?? ''
    const problem = addressProblem(value)
    if (problem) problems.push(`${setting} ${problem}`)
    else found[part] = value
  }
  return problems.length > 0 ? problems : found
}

function nameProblems(name: string): string[] {
  if (!name) return [`${NAME} is missing. Set it to who offers the app, for example the name of your municipality.`]
  if (INVENTED.test(name)) return [`${NAME} is a placeholder. Set it to who offers the app.`]
  return name.length > LONGEST.name ? [`${NAME} is longer than ${LONGEST.name} characters. Shorten it.`] : []
}

function addressProblem(value: string): string | undefined {
  if (!value) return 'is missing. Set it to the https address of a page that people can read.'
  const { protocol, hostname = '', username, password } = URL.parse(value) ?? {}
  if (protocol !== 'https:' || username || password || value.length > LONGEST.address)
    return 'is not an https address. Use one that people can open.'
  return PLACEHOLDER.test(hostname) ? 'is a placeholder. Use the address of a page that is there.' : undefined
}
