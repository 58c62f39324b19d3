/** A host that draws cards as Teams does, as near as can be without Teams: sizes, spaces, colours, buttons. */

export type Theme = 'light' | 'dark' | 'contrast'

interface Colours {
  page: string
  card: string
  edge: string
  text: string
  subtle: string
  box: string
  accent: string
  onAccent: string
  attention: string
  field: string
}

const COLOURS: Record<Theme, Colours> = {
  light: {
    page: '#f5f5f5',
    card: '#ffffff',
    edge: '#e0e0e0',
    text: '#242424',
    subtle: '#616161',
    box: '#f5f5f5',
    accent: '#5b5fc7',
    onAccent: '#ffffff',
    attention: '#c4314b',
    field: '#f5f5f5',
  },
  dark: {
    page: '#1f1f1f',
    card: '#292929',
    edge: '#3d3d3d',
    text: '#ffffff',
    subtle: '#adadad',
    box: '#333333',
    accent: '#7f85f5',
    onAccent: '#1f1f1f',
    attention: '#f9526b',
    field: '#1f1f1f',
  },
  contrast: {
    page: '#000000',
    card: '#000000',
    edge: '#ffffff',
    text: '#ffffff',
    subtle: '#ffffff',
    box: '#000000',
    accent: '#1aebff',
    onAccent: '#000000',
    attention: '#ffff01',
    field: '#000000',
  },
}

const pair = (plain: string, subtle: string) => ({ default: plain, subtle })

/** What the renderer is told. */
export function hostConfig(theme: Theme) {
  const { text, subtle, accent, attention, card, box, edge } = COLOURS[theme]
  const foregroundColors = {
    default: pair(text, subtle),
    accent: pair(accent, accent),
    attention: pair(attention, attention),
  }
  return {
    fontFamily: "'Segoe UI', 'Open Sans', sans-serif",
    fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
    lineHeights: { small: 16, default: 20, medium: 20, large: 24, extraLarge: 32 },
    fontWeights: { lighter: 300, default: 400, bolder: 600 },
    spacing: { small: 8, default: 8, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: edge },
    containerStyles: {
      default: { backgroundColor: card, foregroundColors },
      emphasis: { backgroundColor: box, foregroundColors },
    },
    actions: {
      maxActions: 6,
      actionsOrientation: 'horizontal',
      actionAlignment: 'left',
      buttonSpacing: 8,
      spacing: 'medium',
    },
    inputs: {
      label: {
        inputSpacing: 'small',
        requiredInputs: { weight: 'bolder', color: 'default', suffix: ' *', suffixColor: 'attention' },
        optionalInputs: { weight: 'bolder', color: 'default' },
      },
      errorMessage: { color: 'attention', size: 'small', spacing: 'small' },
    },
    supportsInteractivity: true,
  }
}

/** What the page adds: the frame of a card, its fields and its buttons. */
export function styles(theme: Theme): string {
  const { page, card, edge, text, accent, onAccent, field } = COLOURS[theme]
  return `
    * { box-sizing: border-box }
    body { margin: 0; background: ${page}; color: ${text}; font: 14px/20px 'Segoe UI', 'Open Sans', sans-serif }
    #card { background: ${card}; border: 1px solid ${edge}; border-radius: 8px; overflow: hidden }
    input.ac-input:not([type=checkbox]), textarea.ac-input, select.ac-input { width: 100%; min-height: 32px; padding: 6px 10px; font: inherit;
      color: ${text}; background: ${field}; border: 1px solid ${edge}; border-radius: 4px }
    textarea.ac-input { min-height: 64px }
    input[type=radio], input[type=checkbox] { accent-color: ${accent}; width: 16px; height: 16px; margin: 4px 8px 4px 0 !important }
    .ac-actionSet { flex-wrap: wrap; gap: 8px }
    .ac-actionSet > div { display: none }
    .ac-pushButton { padding: 6px 12px; min-height: 32px; font: 600 14px/18px 'Segoe UI', 'Open Sans', sans-serif; color: ${text};
      background: ${card}; border: 1px solid ${edge}; border-radius: 4px }
    .ac-pushButton.style-positive { color: ${onAccent}; background: ${accent}; border-color: ${accent} }
    ul { margin: 0; padding-left: 20px } p { margin: 0 } a { color: ${accent}; text-decoration: none }`
}

/** The Markdown of Teams that our cards use: bold, links and lists. */
export const MARKDOWN = `(text) => {
  const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
  const inline = escaped.replace(/\\*\\*(.+?)\\*\\*/g, '<strong>$1</strong>').replace(/\\[(.+?)\\]\\((.+?)\\)/g, '<a href="$2">$1</a>')
  const lines = inline.split('\\n')
  return lines.every((line) => line.startsWith('- '))
    ? '<ul>' + lines.map((line) => '<li>' + line.slice(2) + '</li>').join('') + '</ul>'
    : '<p>' + lines.join('<br>') + '</p>'
}`
