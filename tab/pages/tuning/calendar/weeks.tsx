import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { dateIn, timeIn } from '../../../../cards/kit/dates.ts'
import type { CalendarShown, WeekShown } from '../../../../services/prompts/schema/calendar.ts'
import type { PromptShown } from '../../../../services/prompts/schema.ts'
import { daysOf, noonOf, timeOf } from '../../../kit/dates.ts'
import { Panel, Tag } from '../../../kit/layout.tsx'
import { useSession, useWords } from '../../../session.ts'
import { calendarWords } from '../../../words/calendar.ts'
import { inUse, titleOf } from '../words-of.ts'
import type { Deciding } from './deciding.ts'
import { Pin } from './pin.tsx'

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: `${tokens.spacingVerticalL} 0 0`, padding: 0 },
  week: {
    display: 'grid',
    gridTemplateColumns: '96px minmax(0, 1fr)',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXL}`,
    padding: `${tokens.spacingVerticalM} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 760px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  what: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalXS,
    justifyItems: 'start',
  },
  line: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'center' },
  small: { display: 'block', color: tokens.colorNeutralForeground2 },
})

interface Given {
  shown: CalendarShown
  prompts: readonly PromptShown[]
  deciding: Deciding
}

/** Week after week what goes out, and on which days nothing does. */
export function Weeks({ shown, prompts, deciding }: Given) {
  const styles = useStyles()
  const words = useWords(calendarWords)
  return (
    <Panel title={words.weeks}>
      <Text>{words.weeksText}</Text>
      <ul className={styles.list}>
        {shown.weeks.map((week) => (
          <Week
            key={week.week}
            week={week}
            prompts={prompts}
            deciding={deciding}
            isOpen={week.monday >= shown.changesFrom}
          />
        ))}
      </ul>
    </Panel>
  )
}

interface WeekGiven {
  week: WeekShown
  prompts: readonly PromptShown[]
  deciding: Deciding
  /** Can something be decided about it? */
  isOpen: boolean
}

function Week({ week, prompts, deciding, isOpen }: WeekGiven) {
  const styles = useStyles()
  const words = useWords(calendarWords)
  const { language } = useSession()
  const [isChoosing, setChoosing] = useState(false)
  const name = words.week(Number(week.week.slice(-2)))
  return (
    <li className={styles.week}>
      <div>
        <Text weight="semibold">{name}</Text>
        <Text size={200} className={styles.small}>
          {daysOf(language, noonOf(week.monday), noonOf(week.sunday))}
        </Text>
      </div>
      <div className={styles.what}>
        <What week={week} prompts={prompts} />
        {!isOpen && <Tag>{words.thisWeek}</Tag>}
        {isOpen && week.at && (
          <div className={styles.line}>
            {!isChoosing && (
              <Button size="small" aria-label={words.pinOf(name.toLowerCase())} onClick={() => setChoosing(true)}>
                {words.pin}
              </Button>
            )}
            {week.pinned && (
              <Button
                size="small"
                aria-label={words.unpinOf(name.toLowerCase())}
                disabledFocusable={deciding.isBusy}
                onClick={() => void deciding.decide('unpin', { week: week.week })}
              >
                {words.unpin}
              </Button>
            )}
          </div>
        )}
        {isChoosing && <Pin week={week} prompts={prompts} deciding={deciding} close={() => setChoosing(false)} />}
      </div>
    </li>
  )
}

/** The question with its hour, or why there is none; and the days that are closed. */
function What({ week: { at, prompt, pinned, quiet, closedDays }, prompts }: Pick<WeekGiven, 'week' | 'prompts'>) {
  const styles = useStyles()
  const words = useWords(calendarWords)
  const { language } = useSession()
  const titleIn = (id: string) => {
    const known = prompts.find((one) => one.id === id)
    return known ? titleOf(known, language) : id
  }
  const isAsked = (id: string) => prompts.some((one) => one.id === id && !one.off && inUse(one))
  const reasonOf = ({ holiday, period = '' }: WeekShown['closedDays'][number]) =>
    holiday ? words.holidays[holiday] : period
  const isPinned = pinned !== undefined && pinned === prompt
  return (
    <>
      {prompt && (
        <div className={styles.line}>
          <Text>{titleIn(prompt)}</Text>
          {isPinned && <Tag strong>{words.pinned}</Tag>}
        </div>
      )}
      {quiet && <Text>{words.quiet[quiet]}</Text>}
      {at && (
        <Text size={200} className={styles.small}>
          {dateIn(language, at)}, {timeIn(language, timeOf(at))}
        </Text>
      )}
      {pinned && at && !isPinned && (
        <Text size={200} className={styles.small}>
          {isAsked(pinned) ? words.pinnedForSome(titleIn(pinned)) : words.notAsked(titleIn(pinned))}
        </Text>
      )}
      {at
        ? closedDays.map((day) => (
            <Text key={day.date} size={200} className={styles.small}>
              {words.closedDay(dateIn(language, noonOf(day.date)), reasonOf(day))}
            </Text>
          ))
        : closedDays.length > 0 && (
            <Text size={200} className={styles.small}>
              {[...new Set(closedDays.map(reasonOf))].join(' · ')}
            </Text>
          )}
    </>
  )
}
