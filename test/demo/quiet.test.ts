import assert from 'node:assert/strict'
import { openDemoChat } from './demo-chat.ts'

describe('demo: begun outside office hours', function () {
  this.timeout(120_000)

  for (const [when, start] of [
    ['on a Saturday', '2026-11-28T09:00:00Z'],
    ['on a Sunday at night', '2026-11-29T23:30:00Z'],
    ['on a Thursday at night', '2026-11-26T22:00:00Z'],
    ['on a Monday before office hours', '2026-11-30T01:30:00Z'],
  ] as const)
    it(`${when} logs no alert`, async () => {
      const chat = await openDemoChat(new Date(start))
      chat.begin()
      await chat.settle()
      await chat.says('help')
      await chat.says('demo dag')
      const errors = chat.lines.filter(({ level }) => level === 'error')
      await chat.close()
      assert.deepEqual(errors, [])
    })
})
