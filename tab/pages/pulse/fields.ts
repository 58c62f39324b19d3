import { type FormEvent, useEffect, useRef, useState } from 'react'
import { type Asks, LACKS, type Noted, type Step, stepsOf, stepWith } from './steps.ts'

/** Where somebody is in the form, and what they filled in. */
export function useFields(asks: Asks, note: (body: object) => Promise<void>) {
  const [given, give] = useState<Noted>({ decision: '', reason: '', owner: '', hears: '', ...asks.noted })
  const [at, setAt] = useState(() => (asks.noted ? stepsOf(asks, { ...given }).length : 0))
  const [lacks, setLacks] = useState<string>()
  const [isFailed, setFailed] = useState(false)
  const place = useRef<HTMLFormElement>(null)
  const moved = useRef(false)
  const steps = stepsOf(asks, given)

  const goTo = (next: number) => {
    moved.current = true
    setLacks(undefined)
    setAt(next)
  }
  const send = () => {
    setFailed(false)
    setLacks(undefined)
    note({ point: String(asks.place), ...given }).catch(() => setFailed(true))
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const step = steps[at]
    if (step && given[step].trim() === '') return setLacks(LACKS[step])
    if (step && at < steps.length - 1) return goTo(at + 1)
    send()
  }

  // What the service finds wrong is mended in the step that it is about.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each answer of the service
  useEffect(() => {
    if (!asks.problem) return
    const step = stepsOf(asks, given).indexOf(stepWith(asks.problem))
    moved.current = true
    setAt(Math.max(0, step))
  }, [asks])

  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever another step is open
  useEffect(() => {
    if (!moved.current) return
    moved.current = false
    const fields = 'input:checked, input, textarea'
    const open = place.current?.querySelector('[data-now]')
    const next = open?.querySelector<HTMLElement>('input:checked') ?? open?.querySelector<HTMLElement>(fields)
    ;(next ?? place.current?.querySelector<HTMLElement>('[data-next]'))?.focus()
  }, [at, asks])

  return {
    given,
    steps,
    at,
    place,
    isFailed,
    problem: lacks ?? asks.problem,
    send,
    submit,
    open: goTo,
    write: (step: Step, value: string) => give({ ...given, [step]: value }),
    /** A choice of a list is whole: the next step comes by itself. */
    pick(step: Step, value: string) {
      give({ ...given, [step]: value })
      goTo(steps.indexOf(step) + 1)
    },
  }
}

export type Form = ReturnType<typeof useFields>
