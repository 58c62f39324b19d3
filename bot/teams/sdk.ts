import { AsyncLocalStorage } from 'node:async_hooks'
import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
  type Activity as SdkActivity,
} from 'botbuilder'
import { AuthenticationError, type ConnectorClient, type UserTokenClient } from 'botframework-connector'
import type { Activity } from './activity.ts'
import { ISSUER } from './gate.ts'

/** The app registration. In playground mode there is none, and the SDK checks nothing. */
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

const credentialsOf = (credentials: Credentials | undefined) =>
  new OneCredential(
    credentials && {
      MicrosoftAppId: credentials.appId,
      MicrosoftAppType: credentials.appType,
      MicrosoftAppTenantId: credentials.tenantId,
      ...(credentials.password && { MicrosoftAppPassword: credentials.password }),
    },
  )

const authenticationOf = (credentials: Credentials | undefined, openIdMetadataUrl = OPEN_ID_OF_CHANNEL) =>
  new Authentication(
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

/** Sending goes by the wire, so the SDK need not make clients to send with: it would, for every turn. */
const noConnector = { create: async () => ({}) as ConnectorClient }

class Authentication extends ConfigurationBotFrameworkAuthentication {
  override async createUserTokenClient() {
    return {} as UserTokenClient
  }
}

class TurnAdapter extends CloudAdapter {
  turn(verified: Verified, activity: SdkActivity, logic: () => Promise<void>) {
    return this.processActivity({ ...verified, connectorFactory: noConnector }, activity, logic)
  }
}

type Verified = Awaited<ReturnType<ConfigurationBotFrameworkAuthentication['authenticateRequest']>>

/** A token that does not hold is no failure; keys that cannot be fetched are. */
function refusedOnly(error: unknown): undefined {
  const status = (error as { statusCode?: number }).statusCode
  if (error instanceof AuthenticationError && status !== undefined && status >= 500) throw error
  return undefined
}

/** The bot SDK, as far as this bot uses it: it checks and it runs the turn. Sending goes by the wire alone. */
export interface Sdk {
  /** Runs the turn, or gives undefined without running it when the token does not hold. */
  verified<T>(activity: Activity, authorization: string, turn: () => Promise<T>): Promise<T | undefined>
}

export function createSdk(credentials: Credentials | undefined, openIdMetadataUrl?: string): Sdk {
  const authentication = authenticationOf(credentials, openIdMetadataUrl)
  const adapter = new TurnAdapter(authentication)
  hush()
  return {
    async verified(activity, authorization, turn) {
      const its = activity as unknown as SdkActivity
      const verified = await silent
        .run(true, () => authentication.authenticateRequest(its, authorization))
        .catch(refusedOnly)
      if (!verified) return undefined
      let answer: Awaited<ReturnType<typeof turn>> | undefined
      await adapter.turn(verified, its, async () => {
        answer = await turn()
      })
      return answer
    },
  }
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
