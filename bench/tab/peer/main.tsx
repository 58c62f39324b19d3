/** The least that a page in the looks of Teams can be: React, Fluent's provider, and one card of text. */
import { Card, FluentProvider, Text, teamsLightTheme } from '@fluentui/react-components'
import { createRoot } from 'react-dom/client'

const TEXT =
  'Ik vroeg eerst wat de beller al had geprobeerd. Daarna was het gesprek korter, en ze wist zelf wat ze nog kon doen.'

createRoot(document.getElementById('root') as HTMLElement).render(
  <FluentProvider theme={teamsLightTheme}>
    <Card>
      <Text>{TEXT}</Text>
    </Card>
  </FluentProvider>,
)
