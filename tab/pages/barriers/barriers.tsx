import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { barrierWords } from '../../../cards/barriers/words.ts'
import { leafIn } from '../../../cards/kit/dates.ts'
import type { BarrierShown } from '../../../services/barriers/schema.ts'
import { Tag } from '../../kit/layout.tsx'
import { useSession, useWords } from '../../session.ts'
import { barrierPageWords } from '../../words/barriers.ts'

const NARROW = '@media (max-width: 760px)'

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: '-12px 0', padding: 0 },
  row: {
    display: 'flex',
    alignItems: 'center',
    columnGap: '16px',
    rowGap: '8px',
    minHeight: '64px',
    padding: '8px 0',
    ':not(:last-child)': { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
    [NARROW]: { flexWrap: 'wrap' },
  },
  leaf: { display: 'grid', justifyItems: 'center', width: '40px', flexShrink: 0 },
  day: {
    fontSize: '18px',
    lineHeight: '22px',
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorBrandForeground1,
  },
  month: { fontSize: '12px', lineHeight: '16px', color: tokens.colorNeutralForeground2 },
  words: { flex: '1 1 0', minWidth: '60%', overflowWrap: 'anywhere' },
  title: { display: 'block', fontWeight: tokens.fontWeightSemibold },
  under: { display: 'block', color: tokens.colorNeutralForeground2, fontSize: '13px', lineHeight: '18px' },
  said: { display: 'block', fontSize: '13px', lineHeight: '18px', whiteSpace: 'pre-line' },
  right: { display: 'flex', alignItems: 'center', gap: '8px', flexShrink: 0, [NARROW]: { marginLeft: '56px' } },
})

interface Given {
  all: readonly BarrierShown[]
  /** What is over cannot be joined. */
  joins?: (one: BarrierShown) => Promise<void>
}

/** One under another, each with the day on which more is heard, how old it is, and who has it. */
export function Barriers({ all, joins }: Given) {
  const styles = useStyles()
  return (
    <ul className={styles.list}>
      {all.map((one) => (
        <One key={one.id} of={one} {...(joins && { joins })} />
      ))}
    </ul>
  )
}

function One({ of, joins }: { of: BarrierShown; joins?: (one: BarrierShown) => Promise<void> }) {
  const styles = useStyles()
  const { language } = useSession()
  const words = useWords(barrierPageWords)
  const card = barrierWords(language)
  const { text, place, weeks, next, owner, said, part, isOpen, waits, kind } = of
  const leaf = next && isOpen ? leafIn(language, next) : undefined
  const who = isOpen ? (owner ?? (waits ? words.waits : words.nobody)) : undefined
  return (
    <li className={styles.row}>
      {isOpen && (
        <span className={styles.leaf}>
          {leaf && (
            <time dateTime={next} className={styles.leaf}>
              <span className={styles.day}>{leaf.day}</span> <span className={styles.month}>{leaf.month}</span>
            </time>
          )}
        </span>
      )}
      <div className={styles.words}>
        <span className={styles.title}>{text}</span>
        <span className={styles.under}>
          {[isOpen ? words.age(weeks) : words.took(weeks), who, part && words.mine[part]].filter(Boolean).join(' · ')}
        </span>
        {said && <span className={styles.said}>{words.said(said.by, said.words)}</span>}
        {!said && place === 'stays' && <span className={styles.said}>{card.nobodyTook}</span>}
      </div>
      <div className={styles.right}>
        {kind !== 'in-de-weg' && <Tag>{card.canGo}</Tag>}
        {isOpen && <Tag strong={place !== 'listed'}>{card.places[place]}</Tag>}
        {joins && !part && (
          <Button size="small" aria-label={words.joinNamed(text)} onClick={() => void joins(of)}>
            {card.join}
          </Button>
        )}
      </div>
    </li>
  )
}
