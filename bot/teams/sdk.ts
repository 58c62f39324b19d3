import { AsyncLocalStorage } from 'node:async_hooks'
import {
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
  type Activity as SdkActivity,
} from 'botbuilder'
import { AuthenticationError } from 'botframework-connector'
import type { Activity } from './activity.ts'
import { ISSUER } from './shown-token.ts'

/** The app registration. In playground mode there is none, and the SDK is not even loaded. */
export interface Credentials {
  appId: string
  appType: 'SingleTenant' | 'UserAssignedMSI'
  tenantId: string
  password?: string
}

const LOGIN = 'https://login.microsoftonline.com/botframework.com'
const OPEN_ID_OF_CHANNEL = 'https://login.botframework.com/v1/.well-known/openidconfiguration'
const OPEN_ID_OF_OTHERS = 'https://login.microsoftonline.com/common/v2.0/.well-known/openid-configuration'

/** The SDK makes credentials for every turn, and for a managed identity that is dear: one set serves all. */
class OneCredential extends ConfigurationServiceClientCredentialFactory {
  #made?: ReturnType<ConfigurationServiceClientCredentialFactory['createCredentials']>

  override createCredentials(appId: string, audience: string, login: string, validate: boolean) {
    this.#made ??= super.createCredentials(appId, audience, login, validate)
    return this.#made
  }
}

const credentialsOf = (credentials: Credentials) =>
  new OneCredential({
    MicrosoftAppId: credentials.appId,
    MicrosoftAppType: credentials.appType,
    MicrosoftAppTenantId: credentials.tenantId,
    ...(credentials.password && { MicrosoftAppPassword: credentials.password }),
  })

const authenticationOf = (credentials: Credentials, openIdMetadataUrl = OPEN_ID_OF_CHANNEL) =>
  new ConfigurationBotFrameworkAuthentication(
    {
      ToChannelFromBotLoginUrl: LOGIN,
      ToChannelFromBotOAuthScope: ISSUER,
      ToBotFromChannelTokenIssuer: ISSUER,
      OAuthUrl: ISSUER,
      ToBotFromChannelOpenIdMetadataUrl: openIdMetadataUrl,
      ToBotFromEmulatorOpenIdMetadataUrl: OPEN_ID_OF_OTHERS,
    },
    credentialsOf(credentials),
  )

/** A token that does not hold is no failure; keys that cannot be fetched are. */
function refused(error: unknown): false {
  const status = (error as { statusCode?: number }).statusCode
  if (error instanceof AuthenticationError && status !== undefined && status >= 500) throw error
  return false
}

/** Whether the channel sent this activity. */
export type Sender = (activity: Activity, authorization: string) => Promise<boolean>

/** The bot SDK, as far as this bot uses it: it checks who sends. A turn is run and answered without it. */
export function sentByChannel(credentials: Credentials, openIdMetadataUrl?: string): Sender {
  const authentication = authenticationOf(credentials, openIdMetadataUrl)
  hush()
  return (activity, authorization) =>
    silent
      .run(true, () => authentication.authenticateRequest(activity as unknown as SdkActivity, authorization))
      .then(() => true, refused)
}

/** Fetches the token that the wire shows to Teams; the SDK keeps it until it nearly expires. */
export function channelToken(credentials: Credentials): (fresh?: boolean) => Promise<string> {
  const factory = credentialsOf(credentials)
  return async (fresh = false) => {
    const made = await factory.createCredentials(credentials.appId, ISSUER, LOGIN, true)
    return (made as unknown as { getToken(fresh: boolean): Promise<string> }).getToken(fresh)
  }
}

const silent = new AsyncLocalStorage<boolean>()
let hushed = false

/** While it checks a token the SDK prints keys and stacks to the console. What is not to be said is not said. */
function hush(): void {
  if (hushed) return
  hushed = true
  const { console: printer } = globalThis
  const print = printer.error
  printer.error = (...words: unknown[]) => {
    if (!silent.getStore()) print.apply(printer, words)
  }
}
