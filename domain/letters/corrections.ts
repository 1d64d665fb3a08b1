import type { AnyEvent, EventOf } from '../event.js'
import { steps } from '../gicc/steps.js'
import { isOfRedress } from '../redress.js'
import { defined } from '../values/defined.js'
import { letter, type Sent } from './letter.js'
import { otherWords } from './other-words.js'
import { toldVoid } from './told-void.js'

/** Letters about what was put right: to those whose act no longer counts (R17, 8.7). */
export const correctionLetters = {
  step_voided: letter({
    facts: ['step', 'key', 'code', 'voided'],
    on: { step_voided: (event, beside) => toldToActors(event, beside) },
    choosesNothing: true,
    words: otherWords.voided,
  }),
}

/** Whoever acted is told that the act no longer counts (R17, 8.7). Redress that was upheld is used up, and stays what it was. */
const toldToActors = (
  event: EventOf<'step_voided'>,
  beside: readonly AnyEvent[],
): Sent<'step' | 'key' | 'code' | 'voided'> | undefined => {
  const { step, key, cause, code } = event
  if (cause === 'redress' && isOfRedress(steps[key])) return undefined
  const voided = toldVoid(event, beside)
  const actedOn = { step, besides: voided.decidedBy?.person }
  return { roles: [], actedOn, facts: { step, key, ...defined({ code }), voided } }
}
