/** Title, then heading 1 and further: Word keeps these names in English, whatever its language is. */
const HEADING = /^heading (\d)$/i
const TITLE = /^title$/i
const MOST_STEPS = 20

interface Style {
  level?: number
  basedOn?: string
}

/** Which styles are headings, also those of the house that are based on one. */
export function stylesReader() {
  const styles = new Map<string, Style>()
  let current: Style | undefined

  function levelOf(id: string): number | undefined {
    let style = styles.get(id)
    for (let step = 0; style && step < MOST_STEPS; step++) {
      if (style.level !== undefined) return style.level
      style = style.basedOn === undefined ? undefined : styles.get(style.basedOn)
    }
    return undefined
  }

  return {
    levelOf,
    reading: {
      onopentag(name: string, attributes: Record<string, string>) {
        const value = attributes['w:val'] ?? ''
        if (name === 'w:style') {
          current = {}
          styles.set(attributes['w:styleId'] ?? '', current)
        } else if (!current) return
        else if (name === 'w:name') current.level = levelNamed(value)
        else if (name === 'w:basedOn') current.basedOn = value
        else if (name === 'w:outlineLvl') current.level ??= levelOfOutline(value)
      },
      onclosetag(name: string) {
        if (name === 'w:style') current = undefined
      },
    },
  }
}

function levelNamed(name: string): number | undefined {
  const heading = HEADING.exec(name)
  return heading ? Number(heading[1]) : TITLE.test(name) ? 0 : undefined
}

/** Nine stands for text. */
export const levelOfOutline = (value: string): number | undefined =>
  /^[0-8]$/.test(value) ? Number(value) + 1 : undefined
