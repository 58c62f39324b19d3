/** Something that a house has around it, how it is taken out of the source, and which test of `house.test.ts` then fails. */
export interface Way {
  of: string
  file: string
  text: string
  instead: string
  test: string
}

export const WAYS: Way[] = [
  {
    of: 'migrated',
    file: 'bot/composition/kept-store.ts',
    text: '    migrated,\n',
    instead: '',
    test: 'keeps a document in the form of this release, and shows nobody which form that is',
  },
  {
    of: 'measured',
    file: 'bot/composition/kept-store.ts',
    text: '(store) => measured(store, telemetry),',
    instead: '',
    test: 'tells how long the store took',
  },
  {
    of: 'retained',
    file: 'bot/composition/kept-store.ts',
    text: '    retained,\n',
    instead: '',
    test: 'keeps an answer for a year',
  },
  {
    of: 'writesNoted',
    file: 'bot/composition/kept-store.ts',
    text: '    writesNoted,\n',
    instead: '',
    test: 'says of a write that failed that keeping did not work',
  },
  {
    of: 'declared',
    file: 'bot/composition/kept-store.ts',
    text: 'declared(around.reduce((inner, put) => put(inner), keeper))',
    instead: '{ ...around.reduce((inner, put) => put(inner), keeper), specs: () => [] }',
    test: 'gives one name of a collection one shape',
  },
  {
    of: 'kept once',
    file: 'bot/composition/kept-store.ts',
    text: "if (KEPT in keeper) throw new Error('this store is kept already: give its keeper')",
    instead: '',
    test: 'is not built on a store that has all around it already',
  },
  {
    of: 'measuredMessenger',
    file: 'bot/composition/composition.ts',
    text: 'measuredMessenger(messenger(), telemetry)',
    instead: 'messenger()',
    test: 'tells of a message that failed',
  },
  {
    of: 'pace',
    file: 'bot/composition/composition.ts',
    text: 'createPace({ clock, store, ...way.paced })',
    instead: 'unpaced',
    test: 'sends no faster than it may',
  },
  {
    of: 'measuredJob',
    file: 'bot/ground.ts',
    text: 'measuredJob(telemetry, job)',
    instead: 'job',
    test: 'tells how long a job took',
  },
  {
    of: 'turns',
    file: 'bot/app.ts',
    text: "telemetry.timed('turn', { kind: turn.kind }, () => dispatch(turn), outcomeOf)",
    instead: 'dispatch(turn)',
    test: 'tells how long a turn took',
  },
]
