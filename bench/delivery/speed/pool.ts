/** The most that this machine can send: the same body to everybody through a pool of connections, and nothing else. */
import { Pool } from 'undici'
import { messageOf } from '../../../bot/teams/outbound.ts'
import { personOf, tenantOf } from '../town.ts'
import { cardFor } from '../trial.ts'
import { crowd, measured } from './measured.ts'

const { ORIGIN = '', PEOPLE = '0' } = process.env
const AT_ONCE = 16
const tenant = tenantOf(0)
const pool = new Pool(ORIGIN, { connections: AT_ONCE })
const body = JSON.stringify(messageOf(cardFor(tenant, personOf(0))))
const headers = { 'content-type': 'application/json' }

await measured(() =>
  crowd(Number(PEOPLE), AT_ONCE, async (place) => {
    const path = `/emea/${tenant}/v3/conversations/${encodeURIComponent(`a:${personOf(place)}`)}/activities`
    const response = await pool.request({ method: 'POST', path, headers, body })
    await response.body.dump()
  }),
)
