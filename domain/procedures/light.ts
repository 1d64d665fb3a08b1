import type { Criterion, Lead, Procedure, StepDefinition, StepKey } from '../procedure.js'
import { full } from './full.js'
import { lightSteps } from './light-steps.js'

/** Steps of `full` that are one step in `light`, and that one. */
const joined: Readonly<Record<StepKey, readonly StepKey[]>> = {
  '2.3': ['2.3a', '2.3b', '2.3c', '2.3d', '2.3e', '2.3f', '2.3g', '2.4a', '2.4b'],
  '4.2': ['4.2a', '4.2b', '4.5a', '4.5b', '4.5c', '4.6a', '4.6b', '4.7', '4.8a', '4.8b'],
}

/** Steps `light` does without: a second draft, a second clearance, the word of enterprises, a second confirmation. */
const off: readonly StepKey[] = ['2.2d', '3.2b', '3.6b', '5.4b', '5.9r']

/** The step that stands in `light` for one of `full`; undefined where it is switched off. */
const standsFor = (key: StepKey): StepKey | undefined =>
  off.includes(key) ? undefined : (Object.keys(joined).find((one) => joined[one]?.includes(key) === true) ?? key)

/** Keys of `full` in their order as `light` has them, each once. */
const keysInLight = (keys: readonly StepKey[]): readonly StepKey[] => [
  ...new Set(keys.flatMap((key) => standsFor(key) ?? [])),
]

/** A lead of `full` to the steps `light` has. */
const leadInLight = (lead: Lead): Lead => {
  if ('to' in lead) return { ...lead, to: keysInLight(lead.to) }
  if ('back' in lead) return lead.then === 'not_offered' ? lead : { ...lead, then: leadInLight(lead.then) }
  return 'end' in lead && lead.via !== undefined ? { ...lead, via: keysInLight(lead.via) } : lead
}

const stepInLight = (step: StepDefinition): StepDefinition => ({
  ...step,
  options: Object.fromEntries(
    Object.entries(step.options).map(([option, rule]) => [option, { ...rule, leads: leadInLight(rule.leads) }]),
  ),
})

const steps: Procedure['steps'] = Object.fromEntries(
  keysInLight(Object.keys(full.steps)).flatMap((key) => {
    const step = lightSteps[key] ?? full.steps[key]
    return step === undefined ? [] : [[key, stepInLight(step)]]
  }),
)

/** What `full` says of each step, said of the steps `light` has. */
const inLight = <T>(
  table: Readonly<Record<StepKey, T>>,
  join: (one: T, other: T) => T,
): Readonly<Record<StepKey, T>> => {
  const made: Record<StepKey, T> = {}
  for (const [key, value] of Object.entries(table)) {
    const here = standsFor(key)
    if (here === undefined) continue
    const before = made[here]
    made[here] = before === undefined ? value : join(before, value)
  }
  return made
}

/** 13.2: a small, complete chain is what `light` is for, so scale keeps its weight and half its minimum. */
const nominationSheet: readonly Criterion[] = full.nominationSheet.map((criterion) =>
  criterion.key === 'scale' ? { ...criterion, minimum: 0.25 } : criterion,
)

const { asksInterest = [] } = full.settings

/**
 * The procedure `light` (R18): committee of three, two scorers, one due-diligence report, one negotiation loop, one
 * launch checklist, one panel. Twelve people fill it under the separation rules; a test searches for how.
 */
export const light: Procedure = {
  ...full,
  id: 'light',
  version: '2026-11-25',
  steps,
  nominationSheet,
  streams: { '2.3': 100 },
  rests: Object.fromEntries(
    Object.entries(inLight(full.rests ?? {}, (one, other) => [...one, ...other])).map(([key, inputs]) => [
      key,
      keysInLight(inputs).filter((input) => input !== key),
    ]),
  ),
  ...(full.extensions === undefined
    ? {}
    : { extensions: { ...full.extensions, steps: inLight(full.extensions.steps, (one) => one) } }),
  settings: { ...full.settings, asksInterest: keysInLight(asksInterest) },
}
