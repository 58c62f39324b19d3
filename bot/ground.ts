import { commonWords } from '../cards/kit/common-words.ts'
import { systemEvery } from '../services/adapters/system/every.ts'
import { people, roster } from '../services/core/people.ts'
import type { Language, PersonId } from '../services/core/ports.ts'
import { silent } from '../services/core/silent.ts'
import { embeddedLanes } from '../services/delivery/lanes/lanes.ts'
import { createAgenda } from '../services/delivery/operating/agenda.ts'
import { measuredJob } from '../services/delivery/sending/measured.ts'
import { calendars } from '../services/prompts/calendar/calendar.ts'
import { unitsOf } from '../services/prompts/calendar/targets.ts'
import { atHand } from '../services/prompts/minute-cache.ts'
import { standing } from '../services/settings/person-now.ts'
import { settings } from '../services/settings/settings.ts'
import type { AppPorts } from './app-ports.ts'
import type { Feature } from './turn.ts'

/** What every part builds on: the ports, who works here, what they chose, and when work is due. */
export function createGround(ports: AppPorts, features: readonly Feature[]) {
  const { store, clock, random, secrets, log, telemetry = silent, every = systemEvery, workingMoment } = ports
  const { lanes = embeddedLanes({ store, clock, random }) } = ports
  const allPeople = roster(store)
  const who = people(allPeople, clock)
  const choices = settings({ store, clock })
  const calendar = calendars({ store, clock })
  const stands = standing({ people: who, settings: choices, clock, usualOf: calendar.usualOf })
  const agenda = createAgenda({
    lanes,
    clock,
    log,
    every,
    ...(ports.leaseMs && { leaseMs: ports.leaseMs }),
    jobs: () => features.flatMap(({ jobs = [] }) => jobs.map((job) => measuredJob(telemetry, job))),
    woken: (at) => ports.woken?.(at),
  })
  /** How somebody is called who left. */
  const anonymousFor = async ({ tenant, person }: Reader) =>
    commonWords(await stands.languageOf(tenant, person)).anonymous
  return {
    store,
    clock,
    random,
    secrets,
    log,
    telemetry,
    workingMoment,
    lanes,
    agenda,
    roster: allPeople,
    who,
    unitsOf: atHand(clock, async (tenant) => unitsOf(await who.all(tenant))).of,
    choices,
    calendar,
    stands,

    /** How a colleague is named in this language: a person who left has no name. */
    async colleague({ tenant, language }: { tenant: string; language: Language }, person: PersonId) {
      const { anonymous } = commonWords(language)
      return (await stands.colleague(tenant, person)) ?? { name: anonymous, first: anonymous, team: '' }
    },

    /** The name of a colleague in the language of the reader, also of one who left. */
    nameFor: async ({ tenant, person: reader }: Reader, person: PersonId) =>
      (await stands.nameOf(tenant, person)) ?? anonymousFor({ tenant, person: reader }),
    anonymousFor,
  }
}

interface Reader {
  tenant: string
  person: PersonId
}

export type Ground = ReturnType<typeof createGround>
