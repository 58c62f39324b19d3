import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { signsWords as signsCardWords } from '../../../cards/kit/signs-words.ts'
import { elsewhereIn, readersOf, signsIn } from '../../../cards/reflection/consent.ts'
import { reflectionWords as reflectionCardWords } from '../../../cards/reflection/question-words.ts'
import { Quote } from '../../kit/layout.tsx'
import { useSession } from '../../session.ts'
import type { Asked } from './saving.ts'

const useStyles = makeStyles({
  all: { display: 'grid', gap: tokens.spacingVerticalM },
  title: {
    margin: 0,
    fontSize: '16px',
    lineHeight: '22px',
    fontWeight: tokens.fontWeightSemibold,
    outlineStyle: 'none',
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  small: { color: tokens.colorNeutralForeground2 },
})

interface Given {
  asked: Asked
  agree(asked: Asked): void
  decline(asked: Asked): void
}

/** R9: the exact text and the readers by name, before anything goes near a pulse. */
export function Consent({ asked, agree, decline }: Given) {
  const styles = useStyles()
  const { language } = useSession()
  const words = reflectionCardWords(language)
  const signs = signsCardWords(language)
  const pointing = signsIn(language, asked.signs)
  const isPulse = asked.audience === 'pulse'
  return (
    <div className={styles.all}>
      <h3 tabIndex={-1} ref={(title) => title?.focus()} className={styles.title}>
        {isPulse ? words.consentTitle : words.shareTitle}
      </h3>
      <Quote>{asked.moment.text}</Quote>
      {asked.elsewhere && <Text block>{elsewhereIn({ ...asked, language })}</Text>}
      {!asked.elsewhere && pointing.length > 0 && (
        <div role="note">
          <Text block weight="semibold">
            {signs.title}
          </Text>
          <Text block>{signs.lead}</Text>
          {pointing.map((one) => (
            <Text block key={one.kind}>
              <strong>{one.kind}</strong> {one.words}
            </Text>
          ))}
        </div>
      )}
      {(asked.elsewhere ? [] : readersOf({ ...asked, language })).map((line) => (
        <Text block key={line}>
          {line}
        </Text>
      ))}
      <Text size={200} className={styles.small}>
        {isPulse && words.consentNote} {words.consentSelf}
      </Text>
      <div className={styles.buttons}>
        {!asked.elsewhere && (
          <Button appearance="primary" onClick={() => agree(asked)}>
            {!isPulse ? words.shareAnyway : pointing.length > 0 ? words.consentAnyway : words.consentYes}
          </Button>
        )}
        <Button onClick={() => decline(asked)}>{words.consentNo}</Button>
      </div>
    </div>
  )
}
