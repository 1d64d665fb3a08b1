import type { MatterKind } from './matters.js'
import type { StepKey } from './values/step-key.js'

/** What a step can mean to the engine, which finds it by that and never by its key; a procedure has each once at most. */
export const meanings = [
  // Redress: asked for, admitted, decided (8.9).
  'redress_request',
  'redress_admission',
  'redress_decision',
  // The waiting list: a place waits, and answers an offer (8.3).
  'slot_waiting',
  'slot_offer',
  // The colour of the year, what follows a suspension, and the colour decided again by other people (R11, R14).
  'colour',
  'colour_suspended',
  'colour_again',
  // The colour of an extraordinary review, and its confirmation (5.13).
  'colour_beside',
  'colour_beside_confirmed',
] as const
export type Meaning = (typeof meanings)[number]

/** What says of itself what it means. */
export interface Meant {
  readonly means?: Meaning
}

/** The step of that meaning; undefined where a procedure does without it (R18). */
export const stepMeaning = <S extends Meant>(steps: Readonly<Record<StepKey, S>>, meaning: Meaning): S | undefined =>
  Object.values(steps).find(({ means }) => means === meaning)

/** Whether a procedure has the steps of a matter: without them nobody raises it, nor does the clock (R18). */
export const hasMatter = (
  { steps }: { readonly steps: Readonly<Record<StepKey, { readonly matter?: MatterKind }>> },
  kind: MatterKind,
): boolean => Object.values(steps).some(({ matter }) => matter === kind)
