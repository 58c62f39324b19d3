import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { PAGES, pagesOf } from '../../tab/pages.ts'
import { come, everyPage, inPublishedTown, NARROW, PEOPLE } from './every-page.ts'
import { moving } from './seen.ts'

describe('the tab, for everyone', function () {
  this.timeout(120_000)
  const published = inPublishedTown()
  const { teams, town } = published

  // Each role in one language; the other one is in `for-everyone.long.test.ts`.
  everyPage(published, [
    ['staff', 'nl'],
    ['manager', 'en'],
    ['HR', 'nl'],
    ['administrator', 'en'],
    ['works council', 'nl'],
  ])

  it('leaves no page out', async () => {
    const all = await Promise.all(Object.values(PEOPLE).map(async (name) => (await town().get(name, '/api/me')).body))
    const seen = new Set(all.flatMap((who) => pagesOf(who).map(({ key }) => key)))
    assert.deepEqual(
      PAGES.filter(({ key }) => !seen.has(key)),
      [],
    )
  })

  it('moves nothing for who asks for rest; for others it does', async () => {
    const { page, frame } = await teams.show({ as: PEOPLE.HR, ...NARROW })
    for (const { key } of pagesOf((await town().get(PEOPLE.HR, '/api/me')).body)) {
      await frame.evaluate(`location.hash = '#/${key}'`)
      await come(frame)
      await page.emulateMedia({ reducedMotion: 'no-preference' })
      assert.ok(Number(await moving(frame)) > 0, `${key} moves`)
      await page.emulateMedia({ reducedMotion: 'reduce' })
      assert.equal(await moving(frame), 0, `${key} rests`)
    }
  })
})
