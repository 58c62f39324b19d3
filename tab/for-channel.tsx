import { Field, makeStyles, Radio, RadioGroup, Text, tokens } from '@fluentui/react-components'
import { useContext, useEffect, useState } from 'react'
import type { ChosenPage } from './host.ts'
import { CHANNEL_PAGES, pageOf } from './pages.ts'
import { LanguageContext, useWords } from './session.ts'
import { shellWords } from './words/shell.ts'

/** What a channel gets unless somebody chooses another one. */
const USUAL = 'kennisbank'

const useStyles = makeStyles({
  room: {
    display: 'grid',
    gap: tokens.spacingVerticalL,
    padding: '16px',
    justifyItems: 'start',
    alignContent: 'start',
    boxSizing: 'border-box',
    minHeight: '100vh',
  },
  title: { margin: 0, fontSize: '16px', lineHeight: '22px', fontWeight: tokens.fontWeightSemibold },
  small: { color: tokens.colorNeutralForeground2 },
})

/** While somebody puts the tab in a channel: which page. Teams has the button that saves it. */
export default function ForChannel({ choose }: { choose(page: ChosenPage): void }) {
  const styles = useStyles()
  const words = useWords(shellWords)
  const language = useContext(LanguageContext)
  const [key, setKey] = useState(USUAL)
  useEffect(() => choose({ key, title: pageOf(CHANNEL_PAGES, key).title[language] }), [choose, key, language])
  return (
    <main className={styles.room}>
      <h1 className={styles.title}>{words.channel}</h1>
      <Field label={words.channelPage}>
        <RadioGroup value={key} onChange={(_, { value }) => setKey(value)}>
          {CHANNEL_PAGES.map((page) => (
            <Radio key={page.key} value={page.key} label={page.title[language]} />
          ))}
        </RadioGroup>
      </Field>
      <Text className={styles.small}>{words.channelText}</Text>
    </main>
  )
}
