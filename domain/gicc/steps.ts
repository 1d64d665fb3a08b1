import type { Unled } from '../leads.js'
import type { StepKey } from '../values/step-key.js'
import { diligenceDecisionSteps } from './due-diligence/decision.js'
import { teamAndDataSteps } from './due-diligence/team-and-data.js'
import { workStreamSteps } from './due-diligence/work-streams.js'
import { goingLiveSteps } from './launch/going-live.js'
import { preparationSteps } from './launch/preparation.js'
import { amendmentSteps } from './matters/amendment.js'
import { changeSteps } from './matters/change.js'
import { liftingSteps } from './matters/condition-lifting.js'
import { endingSteps } from './matters/ending.js'
import { forceMajeureSteps } from './matters/force-majeure.js'
import { extraordinarySteps } from './matters/extraordinary-review.js'
import { stopSteps } from './matters/integrity-stop.js'
import { redressRequestSteps, secondLookSteps } from './matters/redress.js'
import { renewalSteps } from './matters/renewal.js'
import { serviceRequestSteps } from './matters/service-request.js'
import { yearRecordSteps } from './matters/year-record.js'
import { draftingSteps } from './memorandum/drafting.js'
import { negotiationSteps } from './memorandum/negotiation.js'
import { signingSteps } from './memorandum/signing.js'
import { intakeSteps } from './nomination/intake.js'
import { rescreeningSteps } from './nomination/rescreening.js'
import { screeningSteps } from './nomination/screening.js'
import { selectionSteps } from './nomination/selection.js'
import { reservationSteps, waitingSteps, waiverSteps } from './slots/slots.js'
import type { StepTelling } from './telling.js'
import { consequenceSteps } from './yearly-review/consequences.js'
import { judgementSteps } from './yearly-review/judgement.js'
import { reportSteps } from './yearly-review/report.js'

/** Every step of the programme, told whole, in the order of the stages; matters and the ten last. */
export const steps: Readonly<Record<StepKey, StepTelling>> = {
  ...intakeSteps,
  ...screeningSteps,
  ...selectionSteps,
  ...teamAndDataSteps,
  ...workStreamSteps,
  ...diligenceDecisionSteps,
  ...draftingSteps,
  ...negotiationSteps,
  ...signingSteps,
  ...preparationSteps,
  ...goingLiveSteps,
  ...reportSteps,
  ...judgementSteps,
  ...consequenceSteps,
  ...redressRequestSteps,
  ...secondLookSteps,
  ...stopSteps,
  ...extraordinarySteps,
  ...changeSteps,
  ...amendmentSteps,
  ...renewalSteps,
  ...endingSteps,
  ...forceMajeureSteps,
  ...yearRecordSteps,
  ...serviceRequestSteps,
  ...rescreeningSteps,
  ...liftingSteps,
  ...waitingSteps,
  ...waiverSteps,
  ...reservationSteps,
}

/** What is told of some steps: of each that has it, by its key. */
export const toldOf = <T>(
  told: Readonly<Record<StepKey, StepTelling>>,
  part: (step: StepTelling) => T | undefined,
): Readonly<Record<StepKey, T>> =>
  Object.fromEntries(
    Object.values(told).flatMap((step) => {
      const value = part(step)
      return value === undefined ? [] : [[step.key, value]]
    }),
  )

/** Keys of the steps of which something holds. */
export const keysWhere = (holds: (step: StepTelling) => boolean): readonly StepKey[] =>
  Object.values(steps)
    .filter(holds)
    .map(({ key }) => key)

/** What a procedure publishes of a step, but for where the story leads on from it. */
export const published = (told: StepTelling): Unled => {
  const {
    name,
    title,
    asks,
    news,
    labels,
    rests,
    asksInterest,
    duties,
    apart,
    inPerson,
    extension,
    weight,
    workStream,
    ...rest
  } = told
  const { sensitive, keeps, hidesScore, givesColour, looksBack, setsAside, withFile, only, ...definition } = rest
  return definition
}

/** All steps but those which stand in `light` for several, as `full` tells them. */
export const stepsInFull: Readonly<Record<StepKey, StepTelling>> = Object.fromEntries(
  Object.entries(steps).filter(([, { only }]) => only === undefined),
)
