const pair = (plain: string, subtle: string) => ({ default: plain, subtle })

const foregroundColors = {
  default: pair('var(--colorNeutralForeground1)', 'var(--colorNeutralForeground2)'),
  accent: pair('var(--colorBrandForeground1)', 'var(--colorBrandForeground1)'),
  attention: pair('var(--colorPaletteRedForeground1)', 'var(--colorPaletteRedForeground1)'),
}

/** What the renderer of cards is told, so that a card looks as in Teams, in the theme that is around it. */
export const CARD_LOOKS = {
  fontFamily: 'var(--fontFamilyBase)',
  fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
  lineHeights: { small: 16, default: 20, medium: 20, large: 24, extraLarge: 32 },
  fontWeights: { lighter: 300, default: 400, bolder: 600 },
  spacing: { small: 8, default: 8, medium: 16, large: 20, extraLarge: 24, padding: 16 },
  containerStyles: {
    default: { backgroundColor: 'transparent', foregroundColors },
    emphasis: { backgroundColor: 'var(--colorNeutralBackground3)', foregroundColors },
  },
  actions: { maxActions: 6, actionsOrientation: 'horizontal', actionAlignment: 'left', buttonSpacing: 8 },
  inputs: { label: { inputSpacing: 4, requiredInputs: { weight: 'bolder' }, optionalInputs: { weight: 'bolder' } } },
}
