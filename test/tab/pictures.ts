/**
 * Draws every page of the tab, light, dark and on a phone, into `dist/pictures/`: for people who want to look at them.
 */
import { launchChromium } from '../../bench/browser/chromium.ts'
import { kept } from './seen.ts'
import { openInTeams } from './teams.ts'
import { openTown } from './town.ts'

const PAGES = [
  { page: 'wat-loopt-er', as: 'Marieke Jansen' },
  { page: 'besluiten', as: 'Karin de Wit' },
  { page: 'potloodlijst', as: 'Karin de Wit' },
  { page: 'mijn-leren', as: 'Karin de Wit' },
  { page: 'kennisbank', as: 'Karin de Wit' },
  { page: 'kenniskapitaal', as: 'Karin de Wit' },
  { page: 'leerpuls', as: 'Marieke Jansen' },
  { page: 'vragen-afstemmen', as: 'Kim Nguyen' },
  { page: 'beheer', as: 'Jeroen Maas' },
]
const LOOKS = {
  light: { width: 1200 },
  dark: { width: 1200, theme: 'dark' as const },
  phone: { width: 360, height: 740 },
}

const town = await openTown()
const browser = await launchChromium()
try {
  await town.house.app.rosterChanged(town.tenant)
  const due = await town.house.app.pulse.publication(town.tenant)
  if (due) await town.house.until(new Date(due.getTime() + 3_600_000).toISOString())
  for (const { page, as } of PAGES)
    for (const [name, look] of Object.entries(LOOKS)) {
      const shown = await openInTeams(browser, town, { as, page, ...look })
      await shown.frame.getByRole('heading', { level: 1 }).waitFor()
      await shown.page.waitForLoadState('networkidle')
      await kept(shown, `tab-${page}-${name}`)
      await shown.close()
    }
} finally {
  await browser.close()
  await town.close()
}
process.exit(0)
