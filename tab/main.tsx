import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { openHost } from './host.ts'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no root')
const host = await openHost()
createRoot(root).render(<App host={host} />)
