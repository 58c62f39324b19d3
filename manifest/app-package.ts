import { readFileSync } from 'node:fs'
import { zipSync } from 'fflate'
import type { Developer } from './developer.ts'
import { refusals } from './upload.ts'

/** What differs for each installation: the id of its bot registration (a GUID), and the version of the product. */
export interface Filling {
  appId: string
  version: string
  developer: Developer
  /** Where the service is reached, over https. Without it there is no tab: nobody could open one. */
  tab?: string | undefined
}

/**
 * The Teams app package as the bytes of a zip: the same bytes for the same filling.
 * @throws when the app id is no GUID, or Teams would refuse the package, naming each problem with its remedy
 */
export const appPackage = ({ appId, version, developer, tab }: Filling): Uint8Array => {
  if (!GUID.test(appId))
    throw new Error(`MICROSOFT_APP_ID is no GUID: ${appId}. It is the application id of your bot registration.`)
  const filled = fill(read('manifest.json').toString(), {
    MICROSOFT_APP_ID: appId,
    VERSION: version,
    APP_DEVELOPER_NAME: developer.name,
    APP_WEBSITE_URL: developer.website,
    APP_PRIVACY_URL: developer.privacy,
    APP_TERMS_URL: developer.terms,
  })
  const plain = JSON.parse(filled)
  const manifest = tab ? withTab(plain, appId, new URL(tab)) : plain
  const files: Record<string, Uint8Array> = { 'manifest.json': Buffer.from(JSON.stringify(manifest, null, 2)) }
  for (const { file } of manifest.localizationInfo.additionalLanguages) files[file] = read(file)
  for (const picture of Object.values<string>(manifest.icons)) files[picture] = read(picture)
  const refused = refusals({ manifest, files })
  if (refused.length > 0) throw new Error(['Teams would refuse this app package:', ...refused].join('\n'))
  return zipSync(files, { mtime: EPOCH })
}

// biome-ignore lint/suspicious/noExplicitAny: the manifest as it is read, which Microsoft's own schema checks
type Manifest = any

/** With the tab beside the chat, in a channel and beside a meeting, what it takes for Teams to sign somebody in to it, and its links unfolded. */
const withTab = (manifest: Manifest, appId: string, { origin, host, hostname }: URL): Manifest => ({
  ...manifest,
  staticTabs: [{ entityId: 'leermoment', name: 'Leermoment', contentUrl: `${origin}/tab/`, scopes: ['personal'] }],
  // Teams says itself that somebody is choosing a page for a channel: the address is the same.
  configurableTabs: [
    {
      configurationUrl: `${origin}/tab/`,
      canUpdateConfiguration: true,
      scopes: ['team', 'groupChat'],
      context: ['channelTab', 'meetingChatTab', 'meetingDetailsTab', 'meetingSidePanel'],
    },
  ],
  composeExtensions: manifest.composeExtensions.map((one: Manifest) => ({
    ...one,
    messageHandlers: [{ type: 'link', value: { domains: [hostname], supportsAnonymizedPayloads: false } }],
  })),
  validDomains: [host],
  webApplicationInfo: { id: appId, resource: `api://${hostname}/${appId}` },
})

const GUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i

/** The first day a zip can name. It is a local time because that is what a zip keeps. */
const EPOCH = new Date(1980, 0, 1)

const read = (file: string) => readFileSync(new URL(file, import.meta.url))

const fill = (text: string, values: Record<string, string>) =>
  text.replace(/\$\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`manifest.json asks for ${name}, which nobody fills in.`)
    // A quote in a name must not end the text that it is in.
    return JSON.stringify(value).slice(1, -1)
  })
