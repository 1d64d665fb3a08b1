import type { Decides, Option, OptionRule, StepDefinition, StepKey } from '../procedure.js'
import { asScored, three } from './bodies.js'
import { afterSignature, back, cd, coded, stepsOf, to, wd, within } from './build.js'
import { full } from './full.js'

const inFull = (key: StepKey): StepDefinition => {
  const step = full.steps[key]
  if (step === undefined) throw new Error(`full has no step ${key} for light to have otherwise`)
  return step
}

/** A step of `full` with another number in how it decides. */
const deciding = <K extends Decides['by']>(
  key: StepKey,
  { by, ...change }: { readonly by: K } & Partial<Extract<Decides, { by: K }>>,
): Readonly<Record<StepKey, StepDefinition>> => {
  const step = inFull(key)
  if (step.decides.by !== by) throw new Error(`${key} of full is not decided by ${by}`)
  return { [key]: { ...step, decides: { ...step.decides, ...change } } }
}

/** A step of `full` with some of its options otherwise, new ones last; null takes one away. */
const choosing = (
  key: StepKey,
  change: Readonly<Record<Option, OptionRule | null>>,
): Readonly<Record<StepKey, StepDefinition>> => {
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
  ...choosing('1.9a', { fourth_scorer: null, third_scorer: back('1.8b', { limit: 1 }) }),
  ...deciding('1.10', small),
  ...deciding('8.2a', { ...small, chair: 'CH', casting: [], substitutes: 'SM' }),
}

/** One due-diligence report: the work-streams joined in one step beside the site mission. */
const dueDiligence = {
  ...stepsOf('due_diligence', {
    '2.3': {
      role: 'SP',
      due: within(wd(30)),
      escalation: 'E1',
      options: {
        A: to('2.6'),
        B: to('2.6'),
        C: to('2.6'),
        D: coded(to('2.6'), 'DAT', 'GOV', 'ENV', 'LAB', 'INT', 'VCH', 'FIN', 'LEG'),
      },
    },
  }),
  ...deciding('2.8', small),
}

/** One negotiation loop: what is not agreed in it goes to director and head of government. */
const memorandum = {
  ...choosing('3.2a', { ready: to('3.3a', '3.3b') }),
  ...choosing('3.6a', { clear_with_changes: back('3.7a', { limit: 1, then: { end: 'lapsed', code: 'TXT' } }) }),
  ...choosing('3.7b', { next_round: null }),
}

/** One launch checklist; the law of the place and the baseline of the figures stand beside it. */
const launch = stepsOf('launch', {
  '4.2': {
    role: 'CLO',
    due: afterSignature(cd(120)),
    escalation: 'E2',
    options: { ready: to('4.9'), not_ready: back('4.2', { limit: 4, then: { to: ['4.9'] } }) },
  },
})

/** One panel: after redress the appeals panel gives the colour itself, and nobody confirms it a second time. */
const yearlyReview = {
  '5.8r': {
    ...inFull('5.8r'),
    role: 'AP',
    decides: { ...three('AP'), otherwise: asScored },
    options: Object.fromEntries(
      Object.entries(inFull('5.8r').options).map(([option, rule]) => [option, { ...rule, ...to('5.10') }]),
    ),
  },
} satisfies Readonly<Record<StepKey, StepDefinition>>

/** What `light` has otherwise than `full`, beside what follows from the steps it does without; all else is shared. */
export const lightSteps: Readonly<Record<StepKey, StepDefinition>> = {
  ...nomination,
  ...dueDiligence,
  ...memorandum,
  ...launch,
  ...yearlyReview,
}
