import type { GriffelStyle } from '@fluentui/react-components'

/** Heard by whoever is read to, and seen by nobody. */
export const HEARD: GriffelStyle = {
  ...{ position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
}
