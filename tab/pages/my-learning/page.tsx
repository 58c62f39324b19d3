import { Button } from '@fluentui/react-components'
import { LockClosed20Regular } from '@fluentui/react-icons'
import { startTransition, useState } from 'react'
import { later } from '../../kit/later.tsx'
import { Columns, Head } from '../../kit/layout.tsx'
import { useSession, useWords } from '../../session.ts'
import { myLearningWords } from '../../words/my-learning.ts'
import { LifeLines } from '../intentions/life-lines.tsx'
import { Asks } from './asks.tsx'
import { useEditorSoon } from './editor-later.ts'
import { Moments } from './moments.tsx'
import { OwnData } from './own-data.tsx'

/** A picture that nobody waits for. */
const { Later: YearRing } = later(() => import('./year-ring.tsx'))

/** What is one's own: moments, open questions, and all that is kept. */
export default function MyLearning() {
  const words = useWords(myLearningWords)
  const { drafts } = useSession()
  useEditorSoon()
  const [isWriting, setWriting] = useState(() => drafts.has('new'))
  const only = (
    <>
      <LockClosed20Regular aria-hidden />
      {words.only}
    </>
  )
  const aside = (
    <>
      <LifeLines />
      <YearRing />
      <Asks />
      <OwnData />
    </>
  )
  return (
    <>
      <Head title={words.title} under={only}>
        <Button
          appearance="primary"
          disabledFocusable={isWriting}
          onClick={() => startTransition(() => setWriting(true))}
        >
          {words.write}
        </Button>
      </Head>
      <Columns aside={aside}>
        <Moments isWriting={isWriting} endWriting={() => setWriting(false)} />
      </Columns>
    </>
  )
}
