import { z } from 'zod'
import { RESULT_COMMANDS } from '../../cards/intentions/follow-up.ts'
import { intentionLine } from '../../cards/intentions/intention.ts'
import { intentionWords } from '../../cards/intentions/words.ts'
import { commands, on } from '../../cards/kit/commands.ts'
import { INTENTIONS } from '../../services/intentions/intentions.ts'
import {
  CheckInput,
  IntentionInput,
  KeepInput,
  LeaveInput,
  ListInput,
  RESULTS,
} from '../../services/intentions/schema.ts'
import { TicksInput } from '../../services/reflection/schema.ts'
import { type Feature, notYours, phrases, press, presses, type Turn } from '../turn.ts'
import { beginning } from './beginning.ts'
import { checking } from './checking.ts'
import type { IntentionNeeds } from './needs.ts'

const BeginInput = z.object({
  ...TicksInput.shape,
  moment: TicksInput.shape.moment.optional(),
  item: KeepInput.shape.item,
})
const ReplaceInput = z.object({ ...KeepInput.shape, intention: IntentionInput.shape.intention })

/** From a moment to something that is done differently: said, asked about, and told how it went. */
export function intentionFeature(needs: IntentionNeeds): Feature {
  const { service } = needs
  const begins = beginning(needs)
  const checks = checking(needs)
  return {
    name: INTENTIONS,
    share: 'follow-up',
    jobs: service.jobs,
    routes: { me: needs.routes },
    said: phrases(typedToBegin(needs, begins, checks), typedToCheck(needs, checks)),
    pressed: presses(pressedToBegin(needs, begins, checks), pressedToCheck(checks)),
    running: async (reader) =>
      (await service.open(reader)).map((one) => intentionLine(reader.language, checks.standing(one))),
    render: async (delivery, { language }) => checks.due(delivery, language),
    reminder: (language) => intentionWords(language).reminder,
    export: {
      // Who thinks along is somebody else: that they were asked is told, and not who.
      intentions: async (tenant, person) =>
        (await service.all({ tenant, person })).map(({ buddy, ...own }) => ({
          ...own,
          ...(buddy && { askedSomebody: true }),
        })),
      intentionForm: (tenant, person) => service.form({ tenant, person }),
    },
    forget: service.forget,
  }
}

type Begins = ReturnType<typeof beginning>
type Checks = ReturnType<typeof checking>
type Needs = IntentionNeeds

const newestOf = async ({ service }: Needs, turn: Turn) => (await service.open(turn)).at(-1)

/** The one with this number in the list, counted from 1. */
const numbered = async ({ service }: Needs, turn: Turn, rest: string) => (await service.open(turn))[Number(rest) - 1]

const typedToBegin = (needs: Needs, { form, begin, keep, remove }: Begins, { show }: Checks) =>
  phrases(
    on(commands.beginIntention, async (turn) => form(turn, { moment: await needs.lastMoment(turn) })),
    on(commands.intend, (turn, text) => begin(turn, { text })),
    on(commands.intendToo, async (turn, rest) => {
      const item = await needs.itemMeant(turn, rest)
      return item ? form(turn, { item }) : undefined
    }),
    on(commands.intendNot, async (turn) => {
      const newest = await newestOf(needs, turn)
      return newest && newest.checks.length === 0 ? remove(turn, newest.id) : show(turn)
    }),
    on(commands.changeIntention, async (turn) => {
      const newest = await newestOf(needs, turn)
      return newest ? form(turn, { intention: newest.id }, newest.text) : show(turn)
    }),
    on(commands.rewordIntention, async (turn, text) => {
      const newest = await newestOf(needs, turn)
      return newest ? keep(turn, { intention: newest.id, text }) : undefined
    }),
  )

const typedToCheck = (needs: Needs, { show, open, typed, inTheWay, practice }: Checks) =>
  phrases(
    on(commands.intentions, show),
    on(commands.openIntention, async (turn, rest) => {
      const one = await numbered(needs, turn, rest)
      return one && open(turn, one.id)
    }),
    on(commands.finishIntention, async (turn, rest) => {
      const one = await numbered(needs, turn, rest)
      if (one) await needs.service.finish(turn, one.id)
      return one && show(turn)
    }),
    on(commands.inTheWay, inTheWay),
    on(commands.practice, practice),
    ...RESULTS.map((result) => on(RESULT_COMMANDS[result], typed(result))),
  )

const pressedToBegin = (needs: Needs, { form, begin, keep, remove }: Begins, { show }: Checks) =>
  presses({
    'intention.begin': press(BeginInput, async (turn, { moment, item, ...ticks }) => {
      if (moment) await needs.keepTicks(turn, { moment, ...ticks })
      return form(turn, { moment, item })
    }),
    'intention.keep': press(KeepInput, keep),
    'intention.leave': press(LeaveInput, async (turn, { to, ...typed }) => {
      await needs.service.leave(turn, typed)
      return (typed.moment || typed.item) && !typed.intention && !to ? needs.backTo(turn, typed) : show(turn)
    }),
    'intention.replace': press(ReplaceInput, (turn, { intention, ...typed }) =>
      begin(turn, { ...typed, replaces: intention }),
    ),
    'intention.edit': press(IntentionInput, async (turn, { intention: id }) => {
      const intention = await needs.service.get(turn, id)
      return intention ? form(turn, { intention: id }, intention.text) : notYours(turn)
    }),
    'intention.remove': press(IntentionInput, (turn, { intention }) => remove(turn, intention)),
  })

const pressedToCheck = ({ show, list, open, check }: Checks) =>
  presses({
    'intention.show': press(ListInput, list),
    // Nobody is asked to think along after all.
    'intention.alone': press(z.object({}), show),
    'intention.open': press(IntentionInput, (turn, { intention }) => open(turn, intention)),
    'intention.check': press(CheckInput, check),
  })
