import { problems, type Schema } from './schema.ts'

/** The files of a package, by their name in it, with the manifest read. */
export interface Packed {
  // biome-ignore lint/suspicious/noExplicitAny: it is checked by Microsoft's own schema here
  manifest: any
  files: Readonly<Record<string, Uint8Array>>
}

/**
 * What Teams would refuse when somebody uploads this package, with the remedy: one line for each. Teams itself says no more
 * than that the manifest could not be read.
 */
export const refusals = (packed: Packed): string[] => [
  ...bySchema(packed),
  ...byIcons(packed),
  ...byHosts(packed),
  ...byDoubles(packed),
  ...byLanguages(packed),
]

const REMEDIES: readonly [RegExp, string][] = [
  [/^\/version /, 'Give package.json a version of three numbers, like 1.2.3.'],
  [
    /^\/(id|bots|webApplicationInfo)\b.* pattern/,
    'Set MICROSOFT_APP_ID to the application id of the bot registration.',
  ],
  [/^\/(developer|staticTabs|configurableTabs).* pattern/, 'Use an address that begins with https://.'],
  [/must NOT have more than \d+ characters/, 'Shorten it.'],
  [/must NOT have more than \d+ items/, 'Leave some out.'],
  [/additional properties/, 'Leave out what this version of the schema does not know.'],
]

function bySchema({ manifest, files }: Packed): string[] {
  return Object.entries(files)
    .filter(([file]) => file.endsWith('.json'))
    .flatMap(([file, bytes]) => {
      const schema: Schema = file === 'manifest.json' ? 'MicrosoftTeams' : 'MicrosoftTeams.Localization'
      const found = problems(schema, manifest.manifestVersion, JSON.parse(Buffer.from(bytes).toString()))
      return found.map((problem) => {
        const remedy = REMEDIES.find(([what]) => what.test(problem))?.[1] ?? `Mend manifest/${file}.`
        return `${file} is not valid: ${problem}. ${remedy}`
      })
    })
}

const ICON_SIZES: Record<string, number> = { color: 192, outline: 32, color32x32: 32 }
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
/** Where a PNG has its width, its height, and the kind of its pixels. */
const [WIDTH, HEIGHT, KIND] = [16, 20, 25]
/** The kinds of pixels that can be transparent. */
const WITH_ALPHA = [4, 6]

function byIcons({ manifest, files }: Packed): string[] {
  return Object.entries<string>(manifest.icons ?? {}).flatMap(([icon, file]) => {
    const size = ICON_SIZES[icon]
    const bytes = Buffer.from(files[file] ?? [])
    if (!bytes.subarray(0, PNG.length).equals(PNG)) return [`${file} is no PNG. Draw it anew: npm run icons.`]
    if (bytes.readUInt32BE(WIDTH) !== size || bytes.readUInt32BE(HEIGHT) !== size)
      return [`${file} is not ${size} by ${size} pixels. Draw it anew: npm run icons.`]
    if (icon === 'outline' && !WITH_ALPHA.includes(bytes[KIND] ?? 0))
      return [`${file} has no transparent background. Draw it anew: npm run icons.`]
    return []
  })
}

/** What only this machine or this network knows. */
const NEARBY = /^(localhost|\[.*\]|[\d.]+)$|\.(local|localhost|internal|test|invalid|example)$/

function byHosts({ manifest }: Packed): string[] {
  const links = (manifest.composeExtensions ?? []).flatMap(
    ({ messageHandlers = [] }: { messageHandlers?: { value: { domains: string[] } }[] }) =>
      messageHandlers.flatMap(({ value }) => value.domains),
  )
  const hosts: string[] = [...new Set<string>([...(manifest.validDomains ?? []), ...links])]
  const tabs = [...(manifest.staticTabs ?? []), ...(manifest.configurableTabs ?? [])]
  const addresses: string[] = tabs.flatMap(({ contentUrl, configurationUrl }) => contentUrl ?? configurationUrl ?? [])
  return [
    ...hosts.flatMap((host) => {
      const { hostname = '' } = URL.parse(`https://${host}`) ?? {}
      if (/[/*]/.test(host) || !hostname) return [`"${host}" is no host. ${SET_TAB}`]
      return NEARBY.test(hostname) || !hostname.includes('.')
        ? [`Nobody in Teams can reach the host "${host}". ${SET_TAB}`]
        : []
    }),
    ...addresses
      .filter((address) => !(manifest.validDomains ?? []).includes(URL.parse(address)?.host))
      .map((address) => `The tab ${address} is on a host that validDomains does not name. Add it there.`),
  ]
}

const SET_TAB = 'Set TAB_BASE_URL to the https address under which people reach this service.'

function byDoubles({ manifest }: Packed): string[] {
  const { bots = [], composeExtensions = [], staticTabs = [] } = manifest
  const lists: { where: string; names: string[] }[] = [
    { where: 'staticTabs', names: namesOf(staticTabs, 'entityId') },
    ...composeExtensions.map(({ commands = [] }) => ({ where: 'composeExtensions', names: namesOf(commands, 'id') })),
    ...bots.flatMap(({ commandLists = [] }: { commandLists?: Listed[] }) =>
      commandLists.map(({ commands }, at) => ({ where: `commandLists[${at}]`, names: namesOf(commands, 'title') })),
    ),
  ]
  const scopes = bots.flatMap(({ commandLists = [] }: { commandLists?: Listed[] }) =>
    commandLists.flatMap((list) => list.scopes),
  )
  return [
    ...lists.flatMap(({ where, names }) =>
      doublesIn(names).map((name) => `${where} has "${name}" twice. Give each its own name.`),
    ),
    ...doublesIn(scopes).map((scope) => `Two commandLists are for the scope "${scope}". Make one of them.`),
  ]
}

interface Listed {
  scopes: string[]
  commands: object[]
}

const namesOf = (list: readonly object[], key: string) =>
  list.map((one) => String((one as Record<string, unknown>)[key]).toLowerCase())

const doublesIn = (names: readonly string[]) => [...new Set(names.filter((name, at) => names.indexOf(name) !== at))]

function byLanguages({ manifest, files }: Packed): string[] {
  const { defaultLanguageTag, additionalLanguages = [] } = manifest.localizationInfo ?? {}
  const others: { languageTag: string; file: string }[] = additionalLanguages
  const tags = [defaultLanguageTag, ...others.map(({ languageTag }) => languageTag)]
  return [
    ...doublesIn(tags).map((tag) => `The language "${tag}" is named twice. Name it once.`),
    ...others
      .filter(({ file }) => !files[file])
      .map(({ file }) => `${file} is not in the package. Add it, or leave its language out.`),
  ]
}
