import { defined } from '../values/defined.js'
import type { StepKey } from '../values/step-key.js'
import { actKindOf, type RulesOfActs } from './act-kind.js'
import type { ThingSeen } from './thing.js'

/** How a step ended, as a thing to be seen: what another step tells the place of is not read here (1.11). */
export const outcomeOf = (key: StepKey, rules: RulesOfActs): Extract<ThingSeen, { kind: 'outcome' }> => ({
  kind: 'outcome',
  act: actKindOf(key, rules),
  ...defined({
    toldElsewhere: rules.steps[key]?.toldBy === undefined ? undefined : (true as const),
    screening: verdictIn(key, rules),
  }),
})

/** The same outcome once the step that tells the place of it was closed (1.11). */
export const onceTold = ({
  toldElsewhere: _,
  ...outcome
}: ReturnType<typeof outcomeOf>): ReturnType<typeof outcomeOf> => outcome

type Steps = Pick<RulesOfActs, 'steps'>

/** Whether what is done on a step says what a screening came to: of one that screens, and of one that examines what was found. */
export const verdictIn = (key: StepKey, { steps }: Steps): 'verdict' | undefined =>
  steps[key]?.screens === undefined && steps[key]?.examines === undefined ? undefined : 'verdict'

/** A step as a thing to be seen: one that examines a match tells of it by being there (1.6, 8.12). */
export const stepSeen = (key: StepKey, { steps }: Steps): Extract<ThingSeen, { kind: 'step' }> => ({
  kind: 'step',
  ...defined({ screening: steps[key]?.examines === undefined ? undefined : ('by_being_there' as const) }),
})

/** The steps that are not there for some eyes. */
export const stepsUnseen = (sees: (thing: ThingSeen) => string, { steps }: Steps): readonly StepKey[] =>
  Object.keys(steps).filter((key) => sees(stepSeen(key, { steps })) === 'none')
