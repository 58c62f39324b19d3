import type { Guest } from '../bot/http/playground.ts'
import { Refusal } from './api.ts'

/** Who was chosen, so that the page can be loaded again; never a token. */
const CHOSEN = 'leermoment.guest'

/** As whom somebody looks in the Playground, in this window; nothing when nobody was chosen yet. */
export const chosenGuest = () => sessionStorage.getItem(CHOSEN) ?? ''

export const chooseGuest = (person: string) =>
  person ? sessionStorage.setItem(CHOSEN, person) : sessionStorage.removeItem(CHOSEN)

async function asked<T>(path: string, init?: RequestInit): Promise<T> {
  const response = await fetch(path, { cache: 'no-store', ...init })
  if (!response.ok) throw new Refusal(response.status)
  return response.json()
}

/** What shows who a guest is. */
export const tokenOfGuest = (person: string) => async () => {
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ person }),
  }
  return (await asked<{ token: string }>('/api/playground/sign-in', init)).token
}

/** No guests means that this is no Playground: then only Teams knows who somebody is. */
export const guests = async () => {
  try {
    return (await asked<{ guests: Guest[] }>('/api/playground/guests')).guests
  } catch (error) {
    if (error instanceof Refusal && error.status === 404) return []
    throw error
  }
}
