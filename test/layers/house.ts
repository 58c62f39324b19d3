/** Texts by path: a tree to be written down. */
export type Files = Record<string, string>

/** A package that is installed and does nothing. */
const installed = (name: string): Files => ({
  [`node_modules/${name}/package.json`]: JSON.stringify({ name, version: '1.0.0', main: 'index.js' }),
  [`node_modules/${name}/index.js`]: 'export {}',
})

/** A small house in which everybody knows whom they may know, and nobody else. */
export const HOUSE: Files = {
  ...installed('botbuilder'),
  ...installed('restify'),
  ...installed('zod'),
  ...installed('@orama/stemmers'),
  ...installed('@opentelemetry/api'),
  ...installed('react'),
  ...installed('@fluentui/react-components'),
  ...installed('@microsoft/teams-js'),
  'services/core/ports.ts': 'export const port = 1',
  'services/core/time.ts': "import { port } from './ports.ts'\nexport const time = port",
  'services/search/search.ts': "import 'zod'\nimport '@orama/stemmers'\nexport const search = 1",
  'services/delivery/delivery.ts': "import '../core/time.ts'\nexport const delivery = 1",
  'services/ask/schema.ts': "import 'zod'\nexport const schema = 1",
  'services/ask/ask.ts':
    "import '../search/search.ts'\nimport '../delivery/delivery.ts'\nimport './schema.ts'\nexport type Asked = 1",
  'services/reflection/reflection.ts': "import '../core/ports.ts'\nexport const reflection = 1\nexport type Saved = 1",
  'services/adapters/sqlite/store.ts':
    "import 'node:fs'\nimport { port } from '../../core/ports.ts'\nexport const store = port",
  'services/adapters/memory/store.ts': "import '../../core/ports.ts'\nexport const store = 1",
  'cards/kit/card.ts': 'export interface Card {}',
  'cards/ask/ask.ts':
    "import type { Asked } from '../../services/ask/ask.ts'\nimport '../kit/card.ts'\nexport const card = (_: Asked) => 1",
  'bot/turn.ts':
    "import type { Card } from '../cards/kit/card.ts'\nimport '../services/core/ports.ts'\nexport type Reply = Card",
  'bot/ask/feature.ts':
    "import 'zod'\nimport '../turn.ts'\nimport '../../cards/ask/ask.ts'\nimport '../../services/ask/ask.ts'\nexport const ask = 1",
  'bot/ask/part.ts': "import './feature.ts'\nimport '../../services/ask/ask.ts'",
  'bot/reflection/feature.ts': "import '../../services/reflection/reflection.ts'\nexport const reflection = 1",
  'bot/teams/botbuilder/sdk.ts': "import 'botbuilder'",
  'bot/teams/inbound.ts':
    "import './botbuilder/sdk.ts'\nimport type { Card } from '../../cards/kit/card.ts'\nimport '../turn.ts'\nexport type In = Card",
  'bot/http/server.ts': "import 'restify'\nexport const server = 1",
  'bot/http/audience.ts': 'export const get = 1',
  'bot/prompts/api.hr.ts': "import '../http/audience.ts'\nimport '../../services/delivery/delivery.ts'",
  'bot/app.ts':
    "import './ask/part.ts'\nimport './reflection/feature.ts'\nimport './teams/inbound.ts'\nimport './http/server.ts'",
  'services/adapters/opentelemetry/telemetry.ts':
    "import '@opentelemetry/api'\nimport '../../core/ports.ts'\nexport const telemetry = 1",
  'bot/composition/opened-telemetry.ts':
    "export const open = () => import('../../services/adapters/opentelemetry/telemetry.ts')",
  'services/core/store/retained.ts': "import '../ports.ts'\nexport const retained = 1",
  'bot/composition/kept-store.ts': "import '../../services/core/store/retained.ts'\nexport const store = 1",
  'bot/composition/composition.ts': "import '../app.ts'\nimport './kept-store.ts'\nexport const house = 1",
  'bot/main.ts': "import './composition/composition.ts'\nimport '../services/adapters/sqlite/store.ts'",
  'bot/demo.ts':
    "import './composition/composition.ts'\nimport '../demo/people.ts'\nimport '../services/adapters/sqlite/store.ts'",
  'demo/people.ts': "import '../services/core/ports.ts'\nimport '../bot/turn.ts'",
  'bench/search.ts': "import '../services/search/search.ts'\nimport '../services/adapters/memory/store.ts'",
  'manifest/icons.ts': "import 'node:fs'",
  'tab/main.ts':
    "import 'react'\nimport '@fluentui/react-components'\nimport '@microsoft/teams-js'\nimport '../cards/ask/ask.ts'\nimport '../services/ask/schema.ts'\nimport type { Saved } from '../services/reflection/reflection.ts'",
  'tab/build.ts': "import 'node:fs'",
  'test/ask/ask.test.ts':
    "import '../../bot/composition/composition.ts'\nimport type { app } from '../../bot/app.ts'\nimport '../../services/adapters/memory/store.ts'",
}

/** For each rule the ways to break it. Each is one more file, and breaks no other rule. */
export const TRESPASSES: Record<string, Files[]> = {
  'sdk-only-in-teams': [
    { 'bot/http/messages.ts': "import 'botbuilder'" },
    { 'bot/teams/endpoint.ts': "import 'botbuilder'" },
    { 'bot/dispatch.ts': "import type { Activity } from 'botbuilder'" },
  ],
  'restify-only-in-http': [{ 'bot/teams/endpoint.ts': "import type { Request } from 'restify'" }],
  'stemmers-only-in-search': [{ 'services/ask/stem.ts': "import '@orama/stemmers'" }],
  'core-stands-alone': [
    { 'services/core/ids.ts': "import 'node:crypto'" },
    { 'services/core/check.ts': "import 'zod'" },
    { 'services/core/due.ts': "import type { Delivery } from '../delivery/delivery.ts'" },
  ],
  'services-know-no-outer-room': [
    { 'services/ask/show.ts': "import type { Card } from '../../cards/kit/card.ts'" },
    { 'services/adapters/sqlite/turns.ts': "import '../../../bot/turn.ts'" },
  ],
  'services-stay-apart': [
    { 'services/ask/peek.ts': "import { reflection } from '../reflection/reflection.ts'" },
    { 'services/ask/types.ts': "import type { Saved } from '../reflection/reflection.ts'" },
    { 'services/ask/again.ts': "export { reflection } from '../reflection/reflection.ts'" },
    { 'services/ask/later.ts': "export const later = () => import('../reflection/reflection.ts')" },
  ],
  'services-see-no-adapters': [{ 'services/ask/keep.ts': "import '../adapters/memory/store.ts'" }],
  'services-use-few-packages': [
    { 'services/ask/clock.ts': "import 'node:timers'" },
    { 'services/search/run.ts': "import 'node:fs'" },
  ],
  'adapters-see-ports-only': [
    { 'services/adapters/sqlite/ask.ts': "import '../../ask/ask.ts'" },
    { 'services/adapters/sqlite/memory.ts': "import '../memory/store.ts'" },
  ],
  'adapters-wired-at-the-root-only': [
    { 'bot/dispatch.ts': "import '../services/adapters/memory/store.ts'" },
    { 'bot/ask/keep.ts': "import '../../services/adapters/memory/store.ts'" },
    { 'demo/seed.ts': "import '../services/adapters/sqlite/store.ts'" },
  ],
  'telemetry-is-loaded-when-it-is-set': [
    { 'bot/composition/opened-keeper.ts': "import '../../services/adapters/opentelemetry/telemetry.ts'" },
    { 'bot/net.ts': "import '@opentelemetry/api'" },
  ],
  'cards-are-pure': [
    { 'cards/clock.ts': "import 'node:os'" },
    { 'cards/turn.ts': "import type { Reply } from '../bot/turn.ts'" },
    { 'cards/check.ts': "import 'zod'" },
  ],
  'cards-take-types-only': [{ 'cards/saved.ts': "import { reflection } from '../services/reflection/reflection.ts'" }],
  'bot-features-stay-apart': [{ 'bot/care/both.ts': "import '../ask/feature.ts'" }],
  'bot-features-see-few-things': [
    { 'bot/shared.ts': 'export const shared = 1', 'bot/ask/shares.ts': "import '../shared.ts'" },
    { 'bot/ask/wire.ts': "import '../teams/inbound.ts'" },
    { 'bot/ask/files.ts': "import 'node:fs'" },
  ],
  'only-the-root-names-features': [{ 'bot/dispatch.ts': "import './ask/feature.ts'" }],
  'one-composition': [
    { 'bot/begin.ts': "import './app.ts'" },
    { 'test/house.ts': "import { app } from '../bot/app.ts'" },
    { 'bench/worker.ts': "export const open = () => import('../bot/app.ts')" },
  ],
  'wrappers-go-on-together': [
    { 'bot/ground.ts': "import '../services/core/store/retained.ts'" },
    { 'bench/site.ts': "import { retained } from '../services/core/store/retained.ts'" },
    { 'test/house.ts': "import '../services/core/store/retained.ts'" },
  ],
  'edges-know-no-meaning': [{ 'bot/teams/card.ts': "import { card } from '../../cards/ask/ask.ts'" }],
  'teams-knows-no-service': [{ 'bot/teams/ask.ts': "import type { Asked } from '../../services/ask/ask.ts'" }],
  'answers-are-reached-by-oneself': [
    { 'bot/pulse/api.manager.ts': "import '../../services/ask/ask.ts'" },
    { 'bot/delivery/api.admin.ts': "import '../../services/reflection/reflection.ts'" },
    { 'bot/pulse/api.council.ts': "import '../../services/ask/ask.ts'" },
    {
      'bot/prompts/hr/report.ts': "import '../figures.ts'",
      'bot/prompts/figures.ts': "import '../../services/reflection/reflection.ts'",
    },
  ],
  'only-the-demo-knows-the-demo': [{ 'bot/config.ts': "import '../demo/people.ts'" }],
  'demo-is-content': [{ 'demo/cards.ts': "import '../cards/ask/ask.ts'" }],
  'tab-sees-little': [
    { 'tab/turn.ts': "import '../bot/turn.ts'" },
    { 'tab/ask.tsx': "import { search } from '../services/search/search.ts'" },
  ],
  'tab-uses-few-packages': [{ 'tab/files.ts': "import 'node:fs'" }, { 'tab/check.tsx': "import { z } from 'zod'" }],
  'tab-draws-cards-in-one-place': [{ 'tab/pages/tuning/preview.tsx': "import 'node:fs'" }],
  'tab-stands-apart': [
    { 'bot/http/page.ts': "import '../../tab/main.ts'" },
    { 'bot/http/rendered.ts': "import 'react'" },
    { 'bot/teams/host.ts': "import type { app } from '@microsoft/teams-js'" },
  ],
  'nothing-imports-test': [{ 'test/kit.ts': 'export {}', 'manifest/tool.ts': "import '../test/kit.ts'" }],
  'no-cycles': [
    { 'services/ask/one.ts': "import './two.ts'", 'services/ask/two.ts': "import './one.ts'" },
    {
      'services/ask/one.ts': "import type { Two } from './two.ts'\nexport type One = Two",
      'services/ask/two.ts': "import type { One } from './one.ts'\nexport type Two = One",
    },
  ],
  'everything-resolves': [{ 'bot/config.ts': "import './nowhere.ts'" }],
}
