import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import packaged, { inflate } from '@sparticuz/chromium'

// Run as a process of its own, with TMPDIR set: the package unpacks to fixed names under the temporary directory.

const libraries = new URL('../bin/al2023.tar.br', import.meta.resolve('@sparticuz/chromium'))

// The package's own fonts.conf names directories of a cloud machine; this one stays right wherever it is moved.
const FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts/fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`

await packaged.executablePath()
await inflate(fileURLToPath(libraries))
await writeFile(join(tmpdir(), 'fonts.conf'), FONTS)
