import type { GriffelStyle } from '@fluentui/react-components'

/** A screen reader reads this aloud; nobody sees it. */
export const HEARD: GriffelStyle = {
  position: 'absolute',
  width: '1px',
  height: '1px',
  overflow: 'hidden',
  clipPath: 'inset(50%)',
}
