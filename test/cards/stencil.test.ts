import assert from 'node:assert/strict'
import { messageOf } from '../../bot/teams/outbound.ts'
import { messageTo } from '../../bot/teams/written.ts'
import { stencilled } from '../../cards/kit/stencil.ts'
import { type QuestionView, questionCard } from '../../cards/reflection/question.ts'
import { library, wordingIn } from '../../services/prompts/library.ts'
import { LANGUAGES } from './gallery.ts'

const ADDRESS = { from: { id: '28:bot' }, conversation: { id: 'a:"anna"' } }
const IDS = ['question-2026-W47-0123456789ab', '"},{"verb":"x', '\\', 'é\u{1f600}\n', '$&']

/** Every question of the library in every way in which it is sent by itself. */
const views: Omit<QuestionView, 'moment'>[] = LANGUAGES.flatMap((language) =>
  library.flatMap(({ id, versions }) =>
    versions.flatMap(({ version }) => {
      const { question, example } = wordingIn(library, { id, version })[language]
      const view = { language, revision: 0, question, example }
      return [
        ...(['counted', 'opted-out', 'reader', 'by-name', 'late'] as const).map((counted) => ({ ...view, counted })),
        { ...view, counted: 'counted' as const, seldom: true },
        { ...view, counted: 'counted' as const, journalOnly: true },
      ]
    }),
  ),
)

const plainly = (view: QuestionView) => JSON.stringify({ ...messageOf(questionCard(view)), ...ADDRESS })

describe('cards: drawn once for many', () => {
  it('go over the wire, to the byte, as if each had been drawn', () => {
    const drawn = stencilled(questionCard)
    for (const moment of IDS)
      for (const view of views) {
        const written = messageTo(ADDRESS, drawn({ ...view, moment }))
        assert.ok(written instanceof Uint8Array)
        assert.equal(Buffer.from(written).toString(), plainly({ ...view, moment }))
      }
  })

  it('look the same to everyone who reads them', () => {
    const drawn = stencilled(questionCard)
    for (const moment of IDS)
      for (const view of views) assert.deepEqual(drawn({ ...view, moment }), questionCard({ ...view, moment }))
  })

  it('are drawn anew when somebody sees something else', () => {
    let count = 0
    const drawn = stencilled((view: QuestionView) => {
      count++
      return questionCard(view)
    })
    const [first, second] = views
    assert.ok(first && second)
    for (const view of [first, second]) for (const moment of IDS) drawn({ ...view, moment })
    assert.equal(count, 2)
  })

  it('and one that was changed afterwards goes as it is', () => {
    const [view] = views
    assert.ok(view)
    const changed = { ...stencilled(questionCard)({ ...view, moment: 'one' }), body: [] }
    assert.deepEqual(messageTo(ADDRESS, changed), { ...messageOf(changed), ...ADDRESS })
  })
})
