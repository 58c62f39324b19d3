/** The layer lint: who may know whom. Every rule says the remedy; test/layers plants a trespass against each. */

const ROOMS = '^(bot|cards|services|tab|manifest|demo|bench|test)/'

/** A room of services that holds one feature: everything but the ports and what keeps them. */
const FEATURE = '^services/(?!core/|adapters/)([^/]+)/'

/** The rooms of bot that are no feature: every other folder of it is one. */
const NO_FEATURE = 'teams|http|cli|config|dispatch|service|composition|demo'

/** A folder of bot that holds one feature. */
const BOT_FEATURE = `^bot/(?!(?:${NO_FEATURE})/)([^/]+)/`

/** What wires a feature: it names its services, and other features' by their types. */
const PART = '^bot/[^/]+/[a-z-]*part\\.ts$'

/** Addresses that are for somebody else than the person themselves. */
const NOT_FOR_ONESELF = '^bot/[^/]+/([a-z-]*\\.?api\\.(hr|manager|admin|council)\\.ts$|hr/)'

/** The files that put the parts together. */
const ROOT_FILES = [
  '^bot/(main|cli|demo|app|app-ports|audiences|ground|texts)\\.ts$',
  '^bot/(cli|service|composition|demo)/',
  PART,
]

/** Not found yet, and so of no room: `everything-resolves` says it. */
const NOWHERE = '^\\.'

/** Where a package is found, with its types apart or not. */
const packages = (names) => `(^|/)node_modules/(@types/)?(${names})/`

/** What a browser loads. */
const TAB_PACKAGES = 'react|react-dom|@fluentui/[^/]+|@microsoft/teams-js'

const rules = [
  {
    name: 'sdk-only-in-teams',
    comment: 'A bot SDK must stay replaceable: it checks who sends, in its own folder of bot/teams, behind bot-sdk.ts.',
    from: { pathNot: '^(bot/teams/(botbuilder|teams-sdk)|test|bench)/' },
    to: { path: packages('botbuilder[^/]*|botframework[^/]*|@microsoft/(agents-|teams\\.)[^/]*') },
  },
  {
    name: 'restify-only-in-http',
    comment: 'Routes live in bot/http: hand it a handler over app.ts instead of the server.',
    from: { pathNot: '^(bot/http|test|bench)/' },
    to: { path: packages('restify[^/]*') },
  },
  {
    name: 'stemmers-only-in-search',
    comment:
      'Language analysis is one thing in one place: ask services/search for terms. A peer in bench stands alone.',
    from: { pathNot: '^(services/search|bench/search)/' },
    to: { path: packages('@orama/stemmers') },
  },
  {
    name: 'core-stands-alone',
    comment: 'services/core imports nothing at all: what needs a package or node: is an adapter behind a port.',
    from: { path: '^services/core/' },
    to: { pathNot: ['^services/core/', NOWHERE] },
  },
  {
    name: 'services-know-no-outer-room',
    comment: 'Services return outcomes. Let the bot feature or the card turn them into something to see.',
    from: { path: '^services/(?!core/)' },
    to: { path: ROOMS, pathNot: ['^services/', '^test/'] },
  },
  {
    name: 'services-stay-apart',
    comment: 'What one feature needs of another is a function type among its own ports, handed over by app.ts.',
    from: { path: FEATURE },
    to: { path: '^services/(?!core/|search/|delivery/|follow-through/|adapters/)', pathNot: '^services/$1/' },
  },
  {
    name: 'services-see-no-adapters',
    comment: 'Name what you need as a port in services/core; main.ts brings the adapter.',
    from: { path: FEATURE },
    to: { path: '^services/adapters/' },
  },
  {
    name: 'services-use-few-packages',
    comment: 'Rules need zod at most. Time, ids, files and the network are ports (Clock, Random, Secrets, ...).',
    from: { path: FEATURE },
    to: { pathNot: [ROOMS, NOWHERE, packages('zod|@orama/stemmers')] },
  },
  {
    name: 'adapters-see-ports-only',
    comment: 'An adapter keeps a port of services/core with one technology. Move what two adapters share to core.',
    from: { path: '^services/adapters/([^/]+)/' },
    to: { path: '^services/', pathNot: ['^services/core/', '^services/adapters/$1/'] },
  },
  {
    name: 'adapters-wired-at-the-root-only',
    comment:
      'Take the port as an argument. Only the files that compose (ROOT_FILES) and the benchmarks choose a technology.',
    from: { pathNot: ['^services/', ...ROOT_FILES, '^(bench|test)/'] },
    to: { path: '^services/adapters/' },
  },
  {
    name: 'telemetry-is-loaded-when-it-is-set',
    comment: 'OpenTelemetry is large and mostly off: `await import` it, in opened-telemetry.ts alone.',
    from: { pathNot: '^(services/adapters/opentelemetry|test)/' },
    to: {
      path: [
        '^services/adapters/opentelemetry/',
        packages('@opentelemetry/[^/]+|@azure/monitor-opentelemetry-exporter'),
      ],
      dynamic: false,
      dependencyTypesNot: ['type-only'],
    },
  },
  {
    name: 'cards-are-pure',
    comment: 'A card is a function from an outcome to JSON: give it the value it needs.',
    from: { path: '^cards/' },
    to: { pathNot: ['^cards/', '^services/', '^test/', NOWHERE] },
  },
  {
    name: 'cards-take-types-only',
    comment: 'Import the outcome with `import type`; let the bot feature run the service.',
    from: { path: '^cards/' },
    to: { path: '^services/(?!adapters/)', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'bot-features-stay-apart',
    comment: 'Features do not know each other: what one needs of another is handed over by app.ts.',
    from: { path: BOT_FEATURE, pathNot: PART },
    to: { path: BOT_FEATURE, pathNot: '^bot/$1/' },
  },
  {
    name: 'bot-features-see-few-things',
    comment:
      'A bot feature knows its service, its card, turn.ts and zod. The rest it is given, or it belongs in the service.',
    from: { path: BOT_FEATURE, pathNot: [PART, ...ROOT_FILES] },
    to: {
      pathNot: [
        ...['^services/', '^cards/', '^bot/turn\\.ts$', '^bot/http/(audience|bearer|policy|steps)\\.ts$', BOT_FEATURE],
        ...['^test/', NOWHERE, packages('zod')],
      ],
    },
  },
  {
    name: 'only-the-root-names-features',
    comment: 'Features are named in app.ts (and the demo) alone; elsewhere take a Feature from turn.ts.',
    from: { pathNot: ['^(services|cards|tab|test)/', BOT_FEATURE, ...ROOT_FILES] },
    to: { path: BOT_FEATURE },
  },
  {
    name: 'one-composition',
    comment:
      'The app is put together in bot/composition/composition.ts alone: enter by createHouse or openHouse, with bare technologies.',
    from: { pathNot: '^bot/composition/composition\\.ts$' },
    to: { path: '^bot/app\\.ts$', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'wrappers-go-on-together',
    comment:
      'What is around a store goes on at once, in bot/composition/kept-store.ts. A test of one wrapper stands in test/store.',
    from: { pathNot: '^(bot/composition/kept-store\\.ts$|test/(store|copying|telemetry)/|services/core/)' },
    to: { path: '^services/core/store/(migrated|measured|retained|declared)\\.ts$', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'edges-know-no-meaning',
    comment:
      'bot/teams and bot/http carry cards and never make one: return it from a feature. cards/kit/presses.ts only goes over one.',
    from: { path: ['^bot/(teams|http)/', NOT_FOR_ONESELF] },
    to: { path: '^cards/', pathNot: '^cards/kit/presses\\.ts$', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'teams-knows-no-service',
    comment: 'bot/teams turns activities into turns: what it needs to know it is given, as a port of services/core.',
    from: { path: '^bot/teams/' },
    to: { path: '^services/(?!core/|adapters/)' },
  },
  {
    name: 'answers-are-reached-by-oneself',
    comment:
      "No way leads to a person's own answers but their own: not for HR, managers, administrators or the works council (privacy.md).",
    from: { path: NOT_FOR_ONESELF },
    to: { path: '^services/(reflection|ask|draft|privacy)/', reachable: true },
  },
  {
    name: 'only-the-demo-knows-the-demo',
    comment: 'The example municipality does not exist in production: give its content to bot/demo/town.ts.',
    from: {
      pathNot: ['^services/', '^cards/', '^(demo|bench|test)/', '^bot/demo(/|\\.ts$)'],
    },
    to: { path: '^demo/' },
  },
  {
    name: 'demo-is-content',
    comment: 'The demo seeds through services and bot, as a user would. Put cards and tools where they belong.',
    from: { path: '^demo/' },
    to: { path: '^(cards|tab|manifest|bench)/' },
  },
  {
    name: 'tab-sees-little',
    comment: 'The tab runs in a browser: cards, the schema.ts of a feature, and types. Ask its api.ts for the rest.',
    from: { path: '^tab/' },
    to: {
      path: '^(bot|services|manifest|demo|bench)/',
      pathNot: ['^services/(?!adapters/)[^/]+/schema\\.ts$', '^services/(?!adapters/)[^/]+/schema/[^/]+\\.ts$'],
      dependencyTypesNot: ['type-only'],
    },
  },
  {
    name: 'tab-uses-few-packages',
    comment: 'What the tab loads, everybody waits for: React, Fluent UI and teams-js. What builds it runs in Node.',
    from: { path: '^tab/', pathNot: ['^tab/build(ing)?\\.ts$', '^tab/pages/tuning/preview\\.tsx$'] },
    to: { pathNot: [ROOMS, NOWHERE, packages(TAB_PACKAGES)] },
  },
  {
    name: 'tab-draws-cards-in-one-place',
    comment:
      'The renderer of cards is large: only the preview of a question needs it, and its page is loaded when it is opened.',
    from: { path: '^tab/pages/tuning/preview\\.tsx$' },
    to: { pathNot: [ROOMS, NOWHERE, packages(`${TAB_PACKAGES}|adaptivecards`)] },
  },
  {
    name: 'tab-stands-apart',
    comment: 'The page and its libraries are for a browser: the service only hands out what was built.',
    from: { pathNot: '^(tab|test|bench)/' },
    to: { path: ['^tab/', packages(TAB_PACKAGES)] },
  },
  {
    name: 'nothing-imports-test',
    comment: 'Move what both need out of test/.',
    from: { pathNot: ['^test/', '^services/core/'] },
    to: { path: '^test/' },
  },
  {
    name: 'no-cycles',
    comment: 'Two files that need each other are one file, or want a third that both may know.',
    from: {},
    to: { circular: true },
  },
  {
    name: 'everything-resolves',
    comment: 'What cannot be found cannot be judged: correct the path, or add the package to package.json.',
    from: { pathNot: '^services/(?!adapters/)' },
    to: { couldNotResolve: true },
  },
]

module.exports = {
  forbidden: rules.map((rule) => ({ severity: 'error', ...rule })),
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'require', 'types'],
    },
  },
}
