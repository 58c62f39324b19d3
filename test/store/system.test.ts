import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { systemClock } from '../../services/adapters/system/clock.ts'
import { jsonLog } from '../../services/adapters/system/log.ts'
import { systemRandom } from '../../services/adapters/system/random.ts'
import { hmacSecrets } from '../../services/adapters/system/secrets.ts'
import { testClock } from './world.ts'

describe('the system', () => {
  it('tells the time of the machine', () => {
    const before = Date.now()
    const now = systemClock.now().getTime()
    assert.ok(now >= before && now <= Date.now())
  })

  it('draws another id each time', () => {
    const ids = Array.from({ length: 1000 }, () => systemRandom.id())
    assert.equal(new Set(ids).size, ids.length)
    assert.ok(ids.every((id) => /^[0-9a-f-]{36}$/.test(id)))
  })

  it('hashes parts under a key: the same again, and another for every other key, part or cut', () => {
    const { hmac } = hmacSecrets('key')
    const full = createHmac('sha256', 'key').update('["a","bc"]').digest('hex')
    assert.equal(hmac('a', 'bc'), full.slice(0, 32))
    const different = [
      ['a', 'bc'],
      ['ab', 'c'],
      ['abc'],
      ['a', 'b', 'c'],
      ['a","bc'],
      ['bc', 'a'],
      ['', 'abc'],
      ['abc', ''],
      [],
    ]
    const hashes = [...different.map((parts) => hmac(...parts)), hmacSecrets('other').hmac('a', 'bc')]
    assert.equal(new Set(hashes).size, hashes.length)
  })

  it('hashes nothing without a key', () => {
    assert.throws(() => hmacSecrets(''), TypeError)
  })

  it('logs one line of JSON for each event, whatever the fields hold', () => {
    const lines: string[] = []
    const log = jsonLog((line) => lines.push(line), testClock())
    log.info('started', { port: 3978, safe: true })
    log.error('failed', { code: 'a\n{"level":"info"}\r\u2028', event: 'other', level: 'info', at: 'never' })
    log.info('bare')
    assert.ok(lines.every((line) => line.endsWith('\n') && line.indexOf('\n') === line.length - 1))
    const at = '2026-03-02T08:00:00.000Z'
    assert.deepEqual(
      lines.map((line) => JSON.parse(line)),
      [
        { at, level: 'info', event: 'started', port: 3978, safe: true },
        { at, level: 'error', event: 'failed', code: 'a\n{"level":"info"}\r\u2028' },
        { at, level: 'info', event: 'bare' },
      ],
    )
  })
})
