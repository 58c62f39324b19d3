import type { Role } from '../../services/core/people.ts'
import type { Language } from '../../services/core/ports.ts'
import { noticeWords } from '../draft/words.ts'
import { bullets, type Card, card, type Element, section, text } from '../kit/card.ts'
import { commands, typed } from '../kit/commands.ts'
import { unfolding } from '../kit/rows.ts'
import { guideWords } from './words.ts'

export interface GuideView {
  language: Language
  roles: Role[]
  manages: boolean
  /** In the Playground time can be moved, and one can be a colleague. */
  playground: boolean
}

/** What can be done, for everybody; what comes with the roles of this person unfolds below it. */
export function guideCard({ language, roles, manages, playground }: GuideView): Card {
  const words = guideWords(language)
  const parts: [boolean, string, string[]][] = [
    [manages, words.manager, words.managerPoints],
    [roles.includes('hr'), words.hr, words.hrPoints],
    [roles.includes('admin'), words.admin, words.adminPoints],
    [roles.includes('works-council'), words.council, words.councilPoints],
    [playground, words.demo, words.demoPoints],
  ]
  return card({
    language,
    title: words.title,
    content: [
      section(words.staff),
      bullets(words.staffPoints),
      ...folded(
        language,
        parts.filter(([has]) => has),
      ),
    ],
    buttons: [
      { title: words.question, verb: 'reflection.ask', typed: typed(commands.question, language) },
      { title: words.moments, verb: 'reflection.journal', typed: typed(commands.moments, language) },
      { title: words.settings, verb: 'settings.show', typed: typed(commands.settings, language) },
    ],
  })
}

/** One part unfolds by its own name; several unfold together, so that the card stays short for who has many roles. */
function folded(language: Language, parts: readonly [boolean, string, string[]][]): Element[] {
  const [one, ...others] = parts
  if (!one) return []
  if (others.length === 0) return unfolding(language, 'role', one[1], bullets(one[2]))
  const all = parts.flatMap(([, head, points]) => [section(head), bullets(points)])
  return unfolding(language, 'role', guideWords(language).roles, ...all)
}

/** Not knowing is where asking begins: what to type for that, and the two other ways on. */
export function dontKnowCard(language: Language): Card {
  const words = guideWords(language)
  const notice = noticeWords(language)
  return card({
    language,
    title: words.dontKnow,
    content: [text(words.dontKnowText)],
    equal: true,
    buttons: [
      { title: words.question, verb: 'reflection.ask', typed: typed(commands.question, language) },
      { title: notice.help, verb: 'guide.show', typed: typed(commands.help, language) },
    ],
  })
}
