import type { AnyEvent, EventOf } from '../event.js'
import { steps } from '../gicc/steps.js'
import { isOfRedress } from '../redress.js'
import { defined } from '../values/defined.js'
import { letter, type Sent } from './letter.js'
import { toldVoid } from './told-void.js'

/** Letters about what was put right: to those whose act no longer counts (R17, 8.7). */
export const correctionLetters = {
  step_voided: letter({
    facts: ['step', 'key', 'code', 'voided'],
    on: { step_voided: (event, beside) => toldToActors(event, beside) },
    // What was voided is past: nobody acts in the role of the step any more, until its letter says so.
    omits: ['role', 'dueBy', 'options'],
    words: {
      en: {
        subject: 'your act no longer counts',
        opening:
          'What you did on a step of the base named below, or what was done there in your place, was voided and no longer counts. It stays in the record, and so does the reason.',
        closing:
          'When the procedure comes to the step again, whoever may act on it then is told by a letter of its own. If you see a mistake in this, write to the secretariat.',
      },
      'zh-CN': {
        subject: '您的办理已作废',
        opening: '您就下列基地有关步骤所作的办理，或受您委托所作的办理，已作废，不再有效。原记录及作废原因均予保留。',
        closing: '程序再次进行到该步骤时，将另行函告届时可办理的人员。如认为有误，请函告秘书处。',
      },
    },
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
