import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { dateOf, dayOf } from '../../services/core/time.ts'
import { openPlaces, dossier as papersOf } from '../../services/dossier/dossier.ts'
import type { DossierGiven, Kept } from '../../services/dossier/given.ts'
import { adviserOf } from '../../services/pulse/policy/adviser.ts'
import { blockSize, listFrom } from '../../services/pulse/rules/block-size.ts'
import type { App } from '../app.ts'
import type { Config } from '../config/config.ts'
import { collections } from './store/collections.ts'
import { Remedy, type Verbs } from './verb.ts'

const USAGE = 'dossier --tenant ID --out DIR'

/** The papers that a municipality signs before it begins. */
export const dossier: Verbs = {
  dossier: {
    usage: USAGE,
    does: 'Writes the DPIA and five more papers, in Dutch, from the rules as they are now',
    async run(app, args, settings) {
      if (args.words.length > 0) throw new Remedy(`Usage: leermoment ${USAGE}`)
      const papers = papersOf(await givenOf(app, args.needed('tenant').toLowerCase(), settings))
      const folder = resolve(args.needed('out'))
      await mkdir(folder, { recursive: true }).catch(() => {
        throw new Remedy(`${folder} is no folder that can be written to. Name another one.`)
      })
      for (const { file, text } of papers) await writeFile(join(folder, file), text)
      const lines = papers.map((one) => `${join(folder, one.file)}: ${placesIn(openPlaces(one))}`)
      return {
        lines: [...lines, `Look for "nog invullen". After every change of the rules, make them again.`],
        json: { folder, files: papers.map(({ file }) => file) },
      }
    },
  },
}

const placesIn = (count: number) =>
  count === 0 ? 'complete' : `${count} ${count === 1 ? 'place' : 'places'} for you to fill in`

async function givenOf(app: App, tenant: string, settings: Config): Promise<DossierGiven> {
  const { policies } = app.pulse
  const policy = await policies.of(tenant)
  if (!policy) throw new Remedy('The policy of this tenant may not hold. `policy show` says why.')
  const agreed = await policies.agreed(tenant)
  return {
    on: dateOf(dayOf(app.clock.now())),
    tenant,
    controller: settings.controller,
    officer: settings.officer,
    legalBasis: settings.legalBasis,
    adviser: await adviserOf(policies, settings.adviser)(tenant),
    policy,
    floors: { block: blockSize(policy), couldAnswer: listFrom(policy) },
    agreement: agreed.kind === 'stands' ? { on: agreed.on, reference: agreed.reference } : undefined,
    systems: {
      store: settings.store.kind,
      queue: settings.queue.kind === 'azure' ? 'azure' : 'store',
      embedding: settings.embedding !== undefined,
      telemetry: settings.insights ? 'insights' : settings.otlp ? 'otlp' : 'none',
      identity: identityOf(settings),
      keyOutside: settings.keyFile !== undefined,
    },
    collections: (await collections()).map(keptOf),
  }
}

const identityOf = ({ credentials }: Config) =>
  credentials === undefined ? 'none' : credentials.appType === 'UserAssignedMSI' ? 'managed' : 'secret'

const keptOf = ({ name, lives }: Awaited<ReturnType<typeof collections>>[number]): Kept =>
  'for' in lives && typeof lives.for === 'number' ? { name, milliseconds: lives.for } : { name }
