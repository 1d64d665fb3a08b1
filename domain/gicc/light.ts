import type { Criterion, Procedure } from '../procedure.js'
import type { StepKey } from '../values/step-key.js'
import { workStreams } from './due-diligence/work-streams.js'
import { full } from './full.js'
import { inFull, lightSteps } from './light-steps.js'
import { steps as told, stepsInFull, toldOf } from './steps.js'
import { walkedStories } from './walked-stories.js'
import { ledBy } from '../walk.js'
import { once } from '../values/once.js'

/** Steps of `full` that are one step in `light`, and that one. */
const joined: Readonly<Record<StepKey, readonly StepKey[]>> = {
  '2.3': [...workStreams, '2.4a', '2.4b'],
  '4.2': ['4.2a', '4.2b', '4.5a', '4.5b', '4.5c', '4.6a', '4.6b', '4.7', '4.8a', '4.8b'],
}

/** Steps `light` does without: a second draft, a second clearance, the word and the requests of enterprises, a second confirmation. */
const off: readonly StepKey[] = ['2.2d', '3.2b', '3.6b', '5.4b', '5.9r', '5.15a', '5.15b', '5.15c']

/** The step that stands in `light` for one of `full`; undefined where it is switched off. */
export const standsFor = (key: StepKey): StepKey | undefined =>
  off.includes(key) ? undefined : (Object.keys(joined).find((one) => joined[one]?.includes(key) === true) ?? key)

/** Keys of `full` in their order as `light` has them, each once. */
const keysInLight = (keys: readonly StepKey[]): readonly StepKey[] => [
  ...new Set(keys.flatMap((key) => standsFor(key) ?? [])),
]

const unled = Object.fromEntries(
  keysInLight(Object.keys(stepsInFull)).map((key) => [key, lightSteps[key] ?? inFull(key)]),
)
const steps = once(() => ledBy(walkedStories, unled))

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

const inLightSteps = Object.fromEntries(Object.entries(told).filter(([key]) => unled[key] !== undefined))

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
  id: 'light',
  version: '2026-12-02',
  get steps() {
    return steps()
  },
  escalation: full.escalation,
  nominationSheet,
  reviewSheet: full.reviewSheet,
  streams: toldOf(inLightSteps, ({ weight }) => weight),
  rests: Object.fromEntries(
    Object.entries(inLight(full.rests, (one, other) => [...one, ...other])).map(([key, inputs]) => [
      key,
      keysInLight(inputs).filter((input) => input !== key),
    ]),
  ),
  extensions: { ...full.extensions, steps: inLight(full.extensions.steps, (one) => one) },
  separation: full.separation,
  negotiation: full.negotiation,
  settings: {
    ...full.settings,
    asksInterest: keysInLight(asksInterest),
    // Its one report is rated as a whole, and a C of the whole is below any recommendation.
    recommends: { ...full.settings.recommends, sensitive: [] },
  },
}
