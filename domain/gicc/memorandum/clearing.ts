import { isOff, sideBySide, step, type Story, type StepTold } from '../../story.js'
import type { BaseState } from '../../state.js'
import type { StepId, StepKey } from '../../values/step-key.js'

type Negotiated = Pick<BaseState, 'negotiation'>

/** How far a telling has come with the text: the last version, and who has cleared which. */
export interface TextSoFar {
  readonly base: Negotiated
  /** On which visit the version that stands was handed over. */
  handed?: StepId
  readonly cleared: Map<StepKey, Pick<StepTold, 'id' | 'countsUntil'>>
}

/** A telling that begins, before any version was handed over. */
export const noTextYet = (base: Negotiated): TextSoFar => ({ base, cleared: new Map() })

/** A step that may hand over a version; the version that stands stays where it does not. */
export function* handsOver(key: StepKey, text: TextSoFar): Story<StepTold> {
  const told = yield* step(key)
  if (text.base.negotiation?.versions.some((version) => version.step === told.id) === true) text.handed = told.id
  return told
}

/** Of some offices, those whose clearance does not stand for the text as it reads: nobody else is asked (R6). */
const unclear = (keys: readonly StepKey[], { base, handed, cleared }: TextSoFar): readonly StepKey[] => {
  const fell = base.negotiation?.versions.find((version) => version.step === handed)?.fell ?? []
  return keys.filter((key) => {
    const given = cleared.get(key)
    return given === undefined || fell.includes(given.id)
  })
}

/** Asks of some offices those whose clearance does not stand, side by side. True when all of them clear by one of the options. */
export function* clear(
  keys: readonly StepKey[],
  { text, by }: { readonly text: TextSoFar; readonly by: readonly string[] },
): Story<boolean> {
  const asked = unclear(keys, text)
  if (asked.length === 0) return true
  const told = yield* sideBySide(...asked)
  for (const [at, one] of told.entries()) {
    const key = asked[at]
    if (key === undefined) continue
    if (isOff(one) || by.includes(one.option)) text.cleared.set(key, one)
    else text.cleared.delete(key)
  }
  return told.every((one) => isOff(one) || by.includes(one.option))
}

/** Officials and rules change: what was cleared too long before the lock counts no longer, and is asked for again. */
export const withoutOld = ({ cleared }: TextSoFar, { at: lock }: Pick<StepTold, 'at'>): boolean => {
  const old = [...cleared].filter(
    ([, { countsUntil }]) => lock !== undefined && countsUntil !== undefined && countsUntil < lock,
  )
  for (const [key] of old) cleared.delete(key)
  return old.length > 0
}
