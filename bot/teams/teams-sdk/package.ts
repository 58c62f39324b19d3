import { NotInstalled } from '../bot-sdk.ts'

/** What of the package is used. Neither a start nor the types depend on its being installed: only who chose this edge loads it. */
export interface TeamsApps {
  App: new (options: object) => TeamsApp
}

export interface TeamsApp {
  initialize(): Promise<void>
  readonly tokenProvider: { getAppToken(): Promise<{ toString(): string } | null> }
  readonly server: {
    /** What is done with an activity whose token holds. */
    onRequest?: () => Promise<{ status: number }>
    handleRequest(request: { body: unknown; headers: Record<string, string> }): Promise<{ status: number }>
  }
}

const TEAMS_APPS = '@microsoft/teams.apps'

/** @throws {NotInstalled} with the remedy */
export async function loadTeamsApps(): Promise<TeamsApps> {
  try {
    return await import(TEAMS_APPS)
  } catch (error) {
    if (Object(error).code !== 'ERR_MODULE_NOT_FOUND') throw error
    throw new NotInstalled(
      `LEERMOMENT_EDGE is teams, and ${TEAMS_APPS} is not installed. Run npm ci, or set it to botbuilder.`,
    )
  }
}
