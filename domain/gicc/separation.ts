import { pairRules, type ForbiddenPair, type ForbiddenSeat, type SeparationRules } from '../separation.js'
import { callPair } from './nomination/call.js'
import { dutyPairs, dutySeats, type Duty } from './duties.js'
import { keysWhere, steps } from './steps.js'

const ofDuty = (duties: readonly Duty[]) =>
  keysWhere(({ duties: own = [] }) => own.some((duty) => duties.includes(duty)))

const pairsOfDuties = dutyPairs.map(({ rule, first, second }): ForbiddenPair => ({
  rule,
  first: ofDuty([first]),
  second: ofDuty(second),
}))

const pairsOfSteps = Object.values(steps).flatMap(({ key, apart = {} }) =>
  pairRules.flatMap((rule): ForbiddenPair[] => {
    const first = apart[rule]
    return first === undefined ? [] : [{ rule, first, second: [key] }]
  }),
)

/** Of several that are broken the first is cited: what a person did on this very text or file before the kinds of work. */
const pairs = pairRules.flatMap((rule) =>
  [callPair, ...pairsOfDuties, ...pairsOfSteps].filter((pair) => pair.rule === rule),
)

const seats = dutySeats.map(({ duties, ...seat }): ForbiddenSeat => ({
  ...seat,
  steps: duties === 'every' ? duties : ofDuty(duties),
}))

/** Who may not do what besides, on the same base (4, R19): what is not in here is allowed. */
export const separation: SeparationRules = {
  pairs,
  seats,
  inPerson: (['SD6', 'SD7'] as const).map((rule) => ({ rule, steps: keysWhere(({ inPerson }) => inPerson === rule) })),
  team: { named: '2.1a', acts: ofDuty(['diligence']) },
  eachYear: keysWhere(({ key }) => key.startsWith('5.')),
  afterReview: keysWhere(({ looksBack }) => looksBack === true),
}
