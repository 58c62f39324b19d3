import { FluentProvider, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import { AdaptiveCard, HostConfig } from 'adaptivecards'
import { memo, useContext, useEffect, useRef, useState } from 'react'
import { questionCard } from '../../../cards/reflection/question.ts'
import type { Language } from '../../../services/core/ports.ts'
import type { Words } from '../../../services/prompts/schema.ts'
import type { ThemeName } from '../../host.ts'
import { Panel } from '../../kit/layout.tsx'
import { Segments } from '../../kit/segments.tsx'
import { useSettled } from '../../kit/settled.ts'
import { LanguageContext, useWords } from '../../session.ts'
import { THEMES } from '../../themes.ts'
import { tuningWords } from '../../words/tuning.ts'
import { CARD_LOOKS } from './card-looks.ts'
import './preview.css'
import { LANGUAGES } from './words-of.ts'

const useStyles = makeStyles({
  rows: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, marginBottom: tokens.spacingVerticalM },
  stage: {
    padding: '16px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: '8px',
    backgroundColor: tokens.colorNeutralBackground3,
  },
  card: {
    padding: '4px',
    borderRadius: '8px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  phone: { maxWidth: '288px' },
  small: { display: 'block', marginTop: tokens.spacingVerticalS, color: tokens.colorNeutralForeground2 },
})

type Width = 'laptop' | 'phone'

/** How the card will look, in each language, theme and width. It is a picture: nothing in it can be pressed. */
export function Preview({ words: typing, journalOnly }: { words: Words; journalOnly: boolean }) {
  return <Settled words={useSettled(typing)} journalOnly={journalOnly} />
}

/** Drawn when somebody stops typing: a card is much to draw for every letter. */
const Settled = memo(function Settled({ words: typed, journalOnly }: { words: Words; journalOnly: boolean }) {
  const styles = useStyles()
  const words = useWords(tuningWords)
  const [language, setLanguage] = useState<Language>(useContext(LanguageContext))
  const [theme, setTheme] = useState<ThemeName>('light')
  const [width, setWidth] = useState<Width>('laptop')
  return (
    <Panel title={words.preview}>
      <div className={styles.rows}>
        <Segments<Language>
          name={words.language}
          of={LANGUAGES}
          named={words.languages}
          chosen={language}
          choose={setLanguage}
        />
        <Segments<ThemeName>
          name={words.theme}
          of={['light', 'dark', 'contrast']}
          named={words.themes}
          chosen={theme}
          choose={setTheme}
        />
        <Segments<Width>
          name={words.width}
          of={['laptop', 'phone']}
          named={words.widths}
          chosen={width}
          choose={setWidth}
        />
      </div>
      <FluentProvider theme={THEMES[theme]} className={styles.stage}>
        <div className={mergeClasses(styles.card, width === 'phone' && styles.phone)}>
          <Drawn words={typed} language={language} journalOnly={journalOnly} />
        </div>
      </FluentProvider>
      <Text size={200} className={styles.small}>
        {words.previewText}
      </Text>
    </Panel>
  )
})

function Drawn({ words, language, journalOnly }: { words: Words; language: Language; journalOnly: boolean }) {
  const place = useRef<HTMLDivElement>(null)
  const { question, example } = words[language]
  useEffect(() => {
    const card = new AdaptiveCard()
    card.hostConfig = new HostConfig(CARD_LOOKS)
    card.parse(
      questionCard({
        language,
        moment: 'preview',
        revision: 0,
        question: question || '…',
        example,
        counted: 'counted',
        ...(journalOnly && { journalOnly }),
      }),
    )
    const drawn = card.render()
    if (drawn) place.current?.replaceChildren(drawn)
  }, [question, example, language, journalOnly])
  return <div ref={place} className="card-preview" inert lang={language} />
}
