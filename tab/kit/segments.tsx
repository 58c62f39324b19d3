import { makeStyles, ToggleButton, tokens } from '@fluentui/react-components'

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
})

interface Given<One extends string> {
  name: string
  of: readonly One[]
  named: Record<One, string>
  chosen: One
  choose(one: One): void
  size?: 'small' | 'medium'
}

/** A few choices of which one holds. */
export function Segments<One extends string>({ name, of, named, chosen, choose, size = 'small' }: Given<One>) {
  const styles = useStyles()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would want a legend that is seen
    <div role="group" aria-label={name} className={styles.row}>
      {of.map((one) => (
        <ToggleButton key={one} size={size} checked={one === chosen} onClick={() => choose(one)}>
          {named[one]}
        </ToggleButton>
      ))}
    </div>
  )
}
