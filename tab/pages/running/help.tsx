import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { pointerWords as pointerCardWords } from '../../../cards/typed/words.ts'
import { useSession, useWords } from '../../session.ts'
import { shellWords } from '../../words/shell.ts'

const useStyles = makeStyles({
  all: { display: 'grid', gap: tokens.spacingVerticalS, marginTop: tokens.spacingVerticalM, maxWidth: '60ch' },
  title: { margin: 0, fontSize: '16px', lineHeight: '22px', fontWeight: tokens.fontWeightSemibold },
  small: { color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

interface Given {
  adviser: string | undefined
  isBusy: boolean
  keep(): void
  goOn(): void
  back(): void
}

/** Who can help, before anything is kept. Nothing is asked, and the ways out are equal. */
export function Help({ adviser, isBusy, keep, goOn, back }: Given) {
  const styles = useStyles()
  const { language } = useSession()
  const words = pointerCardWords(language)
  const shell = useWords(shellWords)
  return (
    <div className={styles.all}>
      <h3 tabIndex={-1} ref={(title) => title?.focus()} className={styles.title}>
        {words.title}
      </h3>
      <Text>{words.lead}</Text>
      {adviser ? (
        <Text>
          <strong>{words.adviser}</strong> {adviser}
        </Text>
      ) : (
        <Text>{words.unnamed}</Text>
      )}
      <Text>{words.listens}</Text>
      <Text>
        <strong>{words.danger}</strong> {words.dangerText}
      </Text>
      <Text>
        <strong>{words.suicide}</strong> {words.suicideText}
      </Text>
      <Text size={200} className={styles.small}>
        {words.notSent}
      </Text>
      <div className={styles.buttons}>
        <Button onClick={keep} disabledFocusable={isBusy}>
          {words.keep}
        </Button>
        <Button onClick={goOn} disabledFocusable={isBusy}>
          {words.aboutWork}
        </Button>
        <Button onClick={back}>{shell.back}</Button>
      </div>
    </div>
  )
}
