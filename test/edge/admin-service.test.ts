import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'mocha'
import { config } from '../../bot/config/config.ts'
import { createService } from '../../bot/service/service.ts'
import { memoryStore } from '../../services/adapters/memory/store.ts'
import { systemClock } from '../../services/adapters/system/clock.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import { openTown } from '../down/town.ts'
import { APP, TENANT } from './channel.ts'
import { diary } from './world.ts'

const PRODUCTION = {
  HOST: '127.0.0.1',
  PORT: '0',
  LEERMOMENT_STORE: 'sqlite:not-used.db',
  LEERMOMENT_TENANTS: TENANT,
  LEERMOMENT_VERTROUWENSPERSOON: 'Noor Vermeulen, 06 00 00 00 00, vertrouwenspersoon@voorbeeldstad.example',
  LEERMOMENT_CONTROLLER: 'Gemeente Voorbeeldstad, Markt 1',
  LEERMOMENT_FG: 'Farid Gerritsen, fg@voorbeeldstad.example',
  LEERMOMENT_LEGAL_BASIS: 'artikel 6, eerste lid, onder e, AVG',
  LEERMOMENT_KEY_FILE: join(mkdtempSync(join(tmpdir(), 'leermoment-key-')), 'house.key'),
  MICROSOFT_APP_ID: APP,
  MICROSOFT_APP_TYPE: 'UserAssignedMSI',
  MICROSOFT_APP_TENANT_ID: TENANT,
}

describe('the API for administrators, in the whole service', () => {
  it('wants a token in production', async () => {
    const store = memoryStore({ clock: systemClock, random: systemRandom })
    const service = await createService(config(PRODUCTION), store, undefined, diary().log)
    const response = await fetch(`http://127.0.0.1:${await service.listen()}/api/admin/round`)
    assert.equal(response.status, 401)
    await service.stop()
  })

  it('wants a token in the Playground too', async () => {
    const town = await openTown()
    for (const path of ['/api/admin/round', '/api/admin/sending']) assert.equal((await town.get(path)).status, 401)
    await town.close()
  })
})
