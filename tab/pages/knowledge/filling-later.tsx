import { later } from '../../kit/later.tsx'
import { useSession } from '../../session.ts'

const { Later } = later(() => import('./filling.tsx'))

/** For HR and administrators, and for nobody in a channel. */
export function Filling({ changed }: { changed(): void }) {
  const { who, isShared } = useSession()
  const isTheirs = who?.roles.some((role) => role === 'hr' || role === 'admin') ?? false
  return isTheirs && !isShared ? <Later changed={changed} /> : null
}
