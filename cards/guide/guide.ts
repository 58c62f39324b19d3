import type { Role } from '../../services/core/people.ts'
import type { Language } from '../../services/core/ports.ts'
import { noticeWords } from '../draft/words.ts'
import { bullets, type Card, card, section, text } from '../kit/card.ts'
import { commands, typed } from '../kit/commands.ts'
import { guideWords } from './words.ts'

export interface GuideView {
  language: Language
  roles: Role[]
  manages: boolean
  /** In the Playground time can be moved, and one can be a colleague. */
  playground: boolean
}

/** What can be done, for everybody and for each role this person has. */
export function guideCard({ language, roles, manages, playground }: GuideView): Card {
  const words = guideWords(language)
  const parts: [boolean, string, string[]][] = [
    [true, words.staff, words.staffPoints],
    [manages, words.manager, words.managerPoints],
    [roles.includes('hr'), words.hr, words.hrPoints],
    [roles.includes('admin'), words.admin, words.adminPoints],
    [roles.includes('works-council'), words.council, words.councilPoints],
    [playground, words.demo, words.demoPoints],
  ]
  return card({
    language,
    title: words.title,
    content: parts.filter(([has]) => has).flatMap(([, head, points]) => [section(head), bullets(points)]),
    buttons: [
      { title: words.question, verb: 'reflection.ask', typed: typed(commands.question, language) },
      { title: words.moments, verb: 'reflection.journal', typed: typed(commands.moments, language) },
      { title: words.settings, verb: 'settings.show', typed: typed(commands.settings, language) },
    ],
  })
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
