import { writeFile } from 'node:fs/promises'
import { launchChromium } from '../../bench/browser/chromium.ts'
import { drawIcon, ICONS } from '../../manifest/icons.ts'

// `npm run icons`: makes the pictures of the app package again after a drawing was changed.
const browser = await launchChromium()
for (const icon of ICONS) {
  await writeFile(new URL(`../../manifest/${icon.picture}`, import.meta.url), await drawIcon(browser, icon))
  process.stdout.write(`manifest/${icon.picture} ${icon.size} x ${icon.size}\n`)
}
await browser.close()
