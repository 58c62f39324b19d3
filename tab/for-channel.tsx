import { Field, makeStyles, Radio, RadioGroup, Text, tokens } from '@fluentui/react-components'
import { useContext, useEffect, useState } from 'react'
import type { ChosenPage } from './host.ts'
import { pageOf, pagesIn } from './pages.ts'
import type { Place } from './place.ts'
import { LanguageContext, useWords } from './session.ts'
import { shellWords } from './words/shell.ts'

/** What a place gets unless somebody chooses another page. */
const USUAL: Record<Place, string> = { own: '', channel: 'kennisbank', meeting: 'besluiten' }

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

/** While somebody puts the tab in a channel or a meeting: which page. Teams has the button that saves it. */
export default function ForChannel({ place, choose }: { place: Place; choose(page: ChosenPage): void }) {
  const styles = useStyles()
  const words = useWords(shellWords)
  const language = useContext(LanguageContext)
  const [key, setKey] = useState(USUAL[place])
  const pages = pagesIn(place)
  useEffect(() => choose({ key, title: pageOf(pages, key).title[language] }), [choose, key, language, pages])
  return (
    <main className={styles.room}>
      <h1 className={styles.title}>{place === 'meeting' ? words.meeting : words.channel}</h1>
      <Field label={words.channelPage}>
        <RadioGroup value={key} onChange={(_, { value }) => setKey(value)}>
          {pages.map((page) => (
            <Radio key={page.key} value={page.key} label={page.title[language]} />
          ))}
        </RadioGroup>
      </Field>
      <Text className={styles.small}>{place === 'meeting' ? words.meetingText : words.channelText}</Text>
    </main>
  )
}
