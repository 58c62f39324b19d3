import { build, type Plugin, type Rolldown } from 'vite'

interface Wanted {
  root: string
  outDir: string
  /** Files that those which come first load at once, by the end of their path: fetched in the same breath. */
  ahead?: string[]
}

type Bundle = Rolldown.OutputBundle
type Parts = Record<'begin' | 'first', ReadonlySet<string>>

/**
 * Makes a page of what is in `root`: each file named by what is in it, and nothing inline. It is made twice: the first
 * time shows what is needed at first, the second puts that into two files, for each file more is one more thing to wait
 * for.
 */
export async function buildPage({ root, outDir, ahead = [] }: Wanted): Promise<void> {
  let parts: Parts | undefined
  const looked: Plugin = {
    name: 'looked',
    generateBundle(_, bundle) {
      parts = partsOf(bundle, ahead)
    },
  }
  await build(settings(root, outDir, [looked], false))
  await build(settings(root, outDir, [fetchedAhead(ahead)], true, parts))
}

const settings = (root: string, outDir: string, plugins: Plugin[], write: boolean, parts?: Parts) => ({
  configFile: false as const,
  root,
  base: './',
  logLevel: 'error' as const,
  plugins,
  build: {
    outDir,
    write,
    emptyOutDir: true,
    target: 'es2024',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // A schema that nobody checks with takes its library along otherwise.
      treeshake: { manualPureFunctions: ['z'] },
      ...(parts && {
        output: {
          codeSplitting: {
            includeDependenciesRecursively: false,
            groups: (['begin', 'first'] as const).map((name) => ({ name, test: (id: string) => parts[name].has(id) })),
          },
        },
      }),
    },
  },
})

const chunksOf = (bundle: Bundle) => Object.values(bundle).filter((one) => one.type === 'chunk')

/** These files of the bundle, with all that they cannot do without. */
function withNeeds(bundle: Bundle, files: string[]): Set<string> {
  const all = new Set(files)
  // What is added meanwhile has its turn too.
  for (const file of all) {
    const chunk = bundle[file]
    if (chunk?.type === 'chunk') for (const needed of chunk.imports) all.add(needed)
  }
  return all
}

const filesAhead = (bundle: Bundle, ahead: string[]) =>
  chunksOf(bundle)
    .filter(({ moduleIds }) => ahead.some((end) => moduleIds.some((id) => id.endsWith(end))))
    .map(({ fileName }) => fileName)

function partsOf(bundle: Bundle, ahead: string[]): Parts {
  const modules = (files: Set<string>) =>
    chunksOf(bundle).flatMap(({ fileName, moduleIds }) => (files.has(fileName) ? moduleIds : []))
  const entries = chunksOf(bundle).flatMap(({ isEntry, fileName }) => (isEntry ? [fileName] : []))
  const begin = new Set(modules(withNeeds(bundle, entries)))
  const first = modules(withNeeds(bundle, filesAhead(bundle, ahead)))
  return { begin, first: new Set(first.filter((id) => !begin.has(id))) }
}

/** Lets the browser fetch these files beside the ones that the page names already. */
const fetchedAhead = (ahead: string[]): Plugin => ({
  name: 'fetched-ahead',
  transformIndexHtml: {
    order: 'post',
    handler: (html, { bundle = {} }) =>
      [...withNeeds(bundle, filesAhead(bundle, ahead))]
        .filter((file) => !html.includes(file))
        .map((file) => ({
          tag: 'link',
          injectTo: 'head' as const,
          attrs: { rel: 'modulepreload', crossorigin: true, href: `./${file}` },
        })),
  },
})
