import { type Credentials, OPEN_ID_OF_CHANNEL, type OpenSdk } from '../bot-sdk.ts'
import { ISSUER } from '../shown-token.ts'
import { channelKeys } from './channel-keys.ts'
import { loadTeamsApps, type TeamsApp, type TeamsApps } from './package.ts'

const CHANNEL = 'msteams'
/** The SDK makes the address of the keys of that of the OpenID document, and so do we: both look at one list. */
const keysAt = (openIdMetadataUrl: string) => openIdMetadataUrl.replace(/\/openidconfiguration$/, '/keys')

/** All that the SDK would otherwise read from the environment, where a host may have set it for somebody else. */
const cloudOf = (openIdMetadataUrl: string) => ({
  loginEndpoint: 'https://login.microsoftonline.com',
  loginTenant: 'botframework.com',
  botScope: `${ISSUER}/.default`,
  tokenServiceUrl: 'https://token.botframework.com',
  openIdMetadataUrl,
  tokenIssuer: ISSUER,
  graphScope: 'https://graph.microsoft.com/.default',
  agenticIdentityBotScope: 'https://botapi.skype.com/.default',
})

/** While it checks a token the SDK logs the activity, and stacks. What is not to be said is not said. */
const SILENT = {
  error: () => {},
  warn: () => {},
  info: () => {},
  debug: () => {},
  trace: () => {},
  log: () => {},
  child: () => SILENT,
}

/** The Teams SDK, as far as this bot uses it: its HTTP server without HTTP, and its tokens. */
export const openSdk: OpenSdk = async (credentials, openIdMetadataUrl = OPEN_ID_OF_CHANNEL) => {
  const apps = await loadTeamsApps()
  const made = () => appOf(apps, credentials, openIdMetadataUrl)
  const { server } = await checking(made())
  const endorsementsOf = channelKeys(keysAt(openIdMetadataUrl))
  let sending = made()

  return {
    async sentByChannel({ type, id, serviceUrl }, { authorization, kid, audience }) {
      // It would also take an `api://` form of this bot, and does not look whom the key is for.
      if (audience !== credentials.appId) return false
      const endorsements = await endorsementsOf(kid)
      if (!endorsements || (endorsements.length > 0 && !endorsements.includes(CHANNEL))) return false
      // No more of the activity than its check reads: what else somebody puts into one cannot break it.
      const { status } = await server.handleRequest({ body: { type, id, serviceUrl }, headers: { authorization } })
      return status === 200
    },

    async channelToken(fresh = false) {
      // What it kept cannot be taken from it: a new one has kept nothing.
      if (fresh) sending = made()
      const token = await sending.tokenProvider.getAppToken()
      if (!token) throw new Error('no token')
      return token.toString()
    },
  }
}

const appOf = ({ App }: TeamsApps, { appId, tenantId, password }: Credentials, openIdMetadataUrl: string) =>
  new App({
    clientId: appId,
    tenantId,
    // An empty one is none. Left out, it would be looked for in the environment.
    clientSecret: password ?? '',
    managedIdentityClientId: appId,
    cloud: cloudOf(openIdMetadataUrl),
    serviceUrl: 'https://smba.trafficmanager.net/teams',
    dangerouslyAllowUnauthenticatedRequests: false,
    httpServerAdapter: { registerRoute: () => {} },
    logger: SILENT,
  })

/** Who passes the check has passed: the turn is ours. */
async function checking(app: TeamsApp): Promise<TeamsApp> {
  await app.initialize()
  app.server.onRequest = async () => ({ status: 200 })
  return app
}
