import type { AnyEvent, EventOf } from '../event.js'
import { agreesFor } from '../judge/adopt.js'
import { letter, type Sent } from './letter.js'
import { otherWords } from './other-words.js'

/** Letters about later rules for the stage that runs: one side has agreed, and both have (8.8). */
export const rulesLetters = {
  adoption_asked: letter({
    facts: ['version', 'agreedBy'],
    on: { adoption_agreed: (event, beside) => otherSideAsked(event, beside) },
    ends: 'request',
    words: otherWords.adoptionAsked,
  }),
  procedure_adopted: letter({
    facts: ['version', 'former'],
    on: {
      procedure_adopted: ({ from, to }) => ({ roles: Object.values(agreesFor), facts: { version: to, former: from } }),
    },
    words: otherWords.adopted,
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
