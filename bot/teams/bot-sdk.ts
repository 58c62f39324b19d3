import type { Activity } from './activity.ts'
import type { ShownToken } from './shown-token.ts'

/** The bot SDKs that may check who sends. Everything else is ours, whichever of them runs. */
export const EDGES = ['botbuilder', 'teams'] as const
export type EdgeName = (typeof EDGES)[number]

/** The app registration. In playground mode there is none, and no SDK is even loaded. */
export interface Credentials {
  appId: string
  appType: 'SingleTenant' | 'UserAssignedMSI'
  tenantId: string
  /** Present for SingleTenant, absent for a managed identity. */
  password?: string
}

/**
 * Whether the channel sent this activity, with a token that says all that it has to.
 * @throws {Unavailable} when the keys of the channel cannot be had
 */
export type Sender = (activity: Activity, token: ShownToken) => Promise<boolean>

/** All that a bot SDK is asked for. A turn is run and answered, and a message sent, without it. */
export interface BotSdk {
  sentByChannel: Sender
  /** Fetches the token that the wire shows to Teams; the SDK keeps it until it nearly expires. */
  channelToken(fresh?: boolean): Promise<string>
}

/** `openIdMetadataUrl` is where the channel publishes its keys; given by tests only. */
export type OpenSdk = (credentials: Credentials, openIdMetadataUrl?: string) => Promise<BotSdk>

export const OPEN_ID_OF_CHANNEL = 'https://login.botframework.com/v1/.well-known/openidconfiguration'

/** The edge that is set needs a package that is not installed. The message has the remedy. */
export class NotInstalled extends Error {
  override readonly name = 'NotInstalled'
}
