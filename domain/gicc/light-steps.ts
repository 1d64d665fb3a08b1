import type { Decides } from '../procedure.js'
import type { Unled, UnledOption } from '../leads.js'
import type { Option, StepKey } from '../values/step-key.js'
import { asScored, three } from './bodies.js'
import { published, steps, stepsInFull } from './steps.js'
import { textFails } from './memorandum/text-fails.js'
import { back, onceMore, wd } from './telling.js'

/** A step as `full` tells it. Throws where it has none of that key. */
export const inFull = (key: StepKey): Unled => {
  const step = stepsInFull[key]
  if (step === undefined) throw new Error(`full has no step ${key} for light to have otherwise`)
  return published(step)
}

/** A step that stands in `light` alone. */
const onlyHere = (key: StepKey): Readonly<Record<StepKey, Unled>> => {
  const told = steps[key]
  if (told?.only !== 'light') throw new Error(`no step ${key} stands in light alone`)
  return { [key]: published(told) }
}

/** A step of `full` with another number in how it decides. */
const deciding = <K extends Decides['by']>(
  key: StepKey,
  { by, ...change }: { readonly by: K } & Partial<Extract<Decides, { by: K }>>,
): Readonly<Record<StepKey, Unled>> => {
  const step = inFull(key)
  if (step.decides.by !== by) throw new Error(`${key} of full is not decided by ${by}`)
  return { [key]: { ...step, decides: { ...step.decides, ...change } } }
}

/** A step of `full` with some of its options otherwise, new ones last; null takes one away. */
const choosing = (
  key: StepKey,
  change: Readonly<Record<Option, UnledOption | null>>,
): Readonly<Record<StepKey, Unled>> => {
  const step = inFull(key)
  const options = Object.fromEntries(
    Object.entries({ ...step.options, ...change }).flatMap(([option, rule]) => (rule === null ? [] : [[option, rule]])),
  )
  const order = [...new Set([...step.order, ...Object.keys(change)])].filter((option) => change[option] !== null)
  return { [key]: { ...step, options, order } }
}

/** R18: a committee of three; two are a quorum with the chair among them, and agree in writing only all three. */
const small = { by: 'votes', seats: 3, quorum: 2, written: { needs: 3, within: wd(10) } } as const

/** Two scorers, a third where they lie far apart (R13), and the small committee. */
const nomination = {
  ...deciding('1.8', { by: 'sheets', count: 2 }),
  ...choosing('1.9a', { fourth_scorer: null, third_scorer: onceMore('1.8b', { limit: 1 }) }),
  ...deciding('1.10', small),
  ...deciding('8.2a', { ...small, chair: 'CH', casting: [], substitutes: 'SM' }),
}

/** One due-diligence report: the work-streams joined in one step beside the site mission. */
const dueDiligence = { ...onlyHere('2.3'), ...deciding('2.8', small) }

/** One negotiation loop: what is not agreed in it goes to director and head of government. */
const memorandum = {
  ...choosing('3.6a', { clear_with_changes: back('3.7a', { limit: 1, then: textFails }) }),
  ...choosing('3.7b', { next_round: null }),
}

/** One launch checklist; the law of the place and the baseline of the figures stand beside it. */
const launch = onlyHere('4.2')

/** One panel: after redress the appeals panel gives the colour itself, and nobody confirms it a second time. */
const yearlyReview = {
  '5.8r': {
    ...inFull('5.8r'),
    role: 'AP',
    decides: { ...three('AP'), otherwise: asScored },
  },
} satisfies Readonly<Record<StepKey, Unled>>

/** What `light` has otherwise than `full`, beside what follows from the steps it does without; all else is shared. */
export const lightSteps: Readonly<Record<StepKey, Unled>> = {
  ...nomination,
  ...dueDiligence,
  ...memorandum,
  ...launch,
  ...yearlyReview,
}
