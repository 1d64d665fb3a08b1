import type { AnyEvent, EventOf } from '../event.js'
import { agreesFor } from '../judge/adopt.js'
import { letter, type Sent } from './letter.js'

/** Letters about later rules for the stage that runs: one side has agreed, and both have (8.8). */
export const rulesLetters = {
  adoption_asked: letter({
    facts: ['version', 'agreedBy'],
    on: { adoption_agreed: (event, beside) => otherSideAsked(event, beside) },
    words: {
      en: {
        subject: 'your agreement to later rules is awaited',
        opening:
          'The other side has agreed that a later version of the rules applies to the stage in which the base named below is. It is adopted when you agree to the same version for your side.',
        closing:
          'Silence is no agreement: without yours the stage ends under its present version, and the next one begins under the newest.',
      },
      'zh-CN': {
        subject: '采用新规则待贵方同意',
        opening: '对方已同意下列基地的当前阶段采用新版规则。贵方同意同一版本后，即予采用。',
        closing: '未答复不视为同意：贵方未同意的，当前阶段仍按现行版本办结，下一阶段适用最新版本。',
      },
    },
  }),
  procedure_adopted: letter({
    facts: ['version', 'former'],
    on: {
      procedure_adopted: ({ from, to }) => ({ roles: Object.values(agreesFor), facts: { version: to, former: from } }),
    },
    words: {
      en: {
        subject: 'later rules adopted',
        opening:
          'Both sides have agreed. From now on a later version of the rules applies to the stage in which the base named below is.',
        closing:
          'What was decided stands, and open steps keep their dates. What opens from now on follows the new version.',
      },
      'zh-CN': {
        subject: '已采用新规则',
        opening: '双方均已同意，下列基地的当前阶段自即日起适用新版规则。',
        closing: '已作出的决定继续有效，已开启的步骤期限不变；此后开启的步骤适用新版本。',
      },
    },
  }),
}

/** The first side's word asks for the second's; with the second's it is adopted, and nobody is asked any more (8.8). */
const otherSideAsked = (
  { version, side, by: { person, role } }: EventOf<'adoption_agreed'>,
  beside: readonly AnyEvent[],
): Sent<'version' | 'agreedBy'> | undefined => {
  if (beside.some(({ type }) => type === 'procedure_adopted')) return undefined
  const other = agreesFor[side === 'programme' ? 'partner' : 'programme']
  return { roles: [other], asks: { notOf: [person] }, facts: { version, agreedBy: { person, role } } }
}
