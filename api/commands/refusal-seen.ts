import { stepsInFull } from '../../domain/gicc/steps.js'
import { isBaseId, type BaseId, type PersonId } from '../../domain/ids.js'
import type { Refusal } from '../../domain/refusal.js'
import { outcomeOf, stepSeen } from '../../domain/sight/outcome.js'
import { keyOf, type StepId } from '../../domain/values/step-key.js'
import { listSteps } from '../../db/reads/steps.js'
import { sightOf, sightOn, type SightOfBase } from '../auth/sight.js'
import type { ApiParts, AskingParts } from '../parts.js'
import { isRefusal, type No } from '../problems.js'
import { stepsUnseen } from '../views/steps-unseen.js'

interface Heard {
  readonly person: PersonId
  /** The base or programme it was about. */
  readonly stream: string
}

/**
 * A "no" as its sender may hear it: what reading hides, a refusal does not tell (8.12). A step that is not there for the sender is said
 * to be none, no list of open steps names it, and how a step was decided is left out before the sender is told.
 */
export const refusalSeen = async (
  parts: ApiParts,
  { no, person, stream }: Heard & { readonly no: No },
): Promise<No> => {
  if (!isRefusal(no) || !isBaseId(stream) || !namesSteps(no)) return no
  const sight = sightOn(await sightOf(parts, person), { person, base: stream })
  const unseen = stepsUnseen(sight)
  const isThere = (id: string): boolean => !unseen.includes(keyOf(id))
  const { step } = { step: undefined, ...no.detail }
  if (typeof step === 'string' && !isThere(step)) return await noSuchStep(parts, { sight, base: stream, step })
  return withoutHidden(no, { sight, isThere })
}

const namesSteps = ({ detail }: Refusal): boolean => ['step', 'open', 'steps'].some((name) => name in detail)

interface Eyes {
  readonly sight: SightOfBase
  readonly isThere: (id: string) => boolean
}

const withoutHidden = (no: Refusal, { sight, isThere }: Eyes): Refusal => {
  if (no.code === 'unknown_step')
    return { ...no, detail: { ...no.detail, open: no.detail.open.filter(isThere).toSorted() } }
  if (no.code === 'base_frozen') return { ...no, detail: { ...no.detail, open: no.detail.open.filter(isThere) } }
  if (no.code === 'exhibit_not_yours')
    return { ...no, detail: { ...no.detail, steps: no.detail.steps.filter(isThere) } }
  if (no.code !== 'step_already_decided') return no
  const { outcome, ...detail } = { ...no.detail, open: no.detail.open.filter(isThere) }
  const isTold = sight.sees(outcomeOf(keyOf(detail.step), { steps: stepsInFull })) === 'whole'
  return { ...no, detail: isTold && outcome !== undefined ? { ...detail, outcome } : detail }
}

/** Told like a step that never was, to whoever may not know that there is one (1.6c); undefined where it is there for the sender. */
export const unseenStep = async (
  parts: AskingParts,
  { person, base, step }: { readonly person: PersonId; readonly base: BaseId; readonly step: StepId | undefined },
): Promise<Refusal | undefined> => {
  if (step === undefined || stepSeen(keyOf(step), { steps: stepsInFull }).screening === undefined) return undefined
  const sight = sightOn(await sightOf(parts, person), { person, base })
  return stepsUnseen(sight).includes(keyOf(step)) ? await noSuchStep(parts, { sight, base, step }) : undefined
}

interface NoStep {
  readonly sight: SightOfBase
  readonly base: BaseId
  readonly step: StepId
}

const noSuchStep = async ({ db }: AskingParts, { sight, base, step }: NoStep): Promise<Refusal> => {
  const { items } = await listSteps(db, { base, open: true, without: stepsUnseen(sight), limit: 200 })
  return { code: 'unknown_step', detail: { step, open: items.map(({ id }) => id).toSorted() } }
}
