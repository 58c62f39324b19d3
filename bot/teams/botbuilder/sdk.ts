import { AsyncLocalStorage } from 'node:async_hooks'
import {
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
  type Activity as SdkActivity,
} from 'botbuilder'
import { AuthenticationError } from 'botframework-connector'
import { Unavailable } from '../../../services/core/ports.ts'
import { type Credentials, OPEN_ID_OF_CHANNEL, type OpenSdk, type Sender } from '../bot-sdk.ts'
import { ISSUER } from '../shown-token.ts'

const LOGIN = 'https://login.microsoftonline.com/botframework.com'
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

const authenticationOf = (credentials: Credentials, openIdMetadataUrl: string) =>
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
  if (error instanceof AuthenticationError && status !== undefined && status >= 500)
    throw new Unavailable('unreachable', 'the keys of the channel', { cause: error })
  return false
}

export const openSdk: OpenSdk = async (credentials, openIdMetadataUrl = OPEN_ID_OF_CHANNEL) => ({
  sentByChannel: sentByChannel(credentials, openIdMetadataUrl),
  channelToken: channelToken(credentials),
})

function sentByChannel(credentials: Credentials, openIdMetadataUrl: string): Sender {
  const authentication = authenticationOf(credentials, openIdMetadataUrl)
  hush()
  return (activity, { authorization }) =>
    silent
      .run(true, () => authentication.authenticateRequest(activity as unknown as SdkActivity, authorization))
      .then(() => true, refused)
}

function channelToken(credentials: Credentials) {
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
