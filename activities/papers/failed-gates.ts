import type { PaperFacts } from '../../documents/paper.js'
import { failedGates } from '../../domain/gates.js'
import { gateLabels } from '../../domain/words/nomination.js'
import { gateLimitInWords, gateReadingInWords } from '../../domain/words/gates.js'
import { actsOn, lastClosed, ofType, type StorySoFar } from './story-so-far.js'

type OnPaper = NonNullable<PaperFacts['feedback_sheet']['gates']>[number]

/**
 * The gates that a nomination did not pass, each with its limit and the reading that was accepted; what the officer wrote beside it
 * stays with the programme (1.5, 6.1). Nothing where the nomination went on to be scored.
 */
export const failedGatesOf = (story: StorySoFar): readonly OnPaper[] => {
  const judged = lastClosed(story, ['1.5a'])
  const dossier = ofType(story.events, 'step_acted').findLast(({ facts }) => facts?.dossier !== undefined)?.facts
    ?.dossier
  if (judged === undefined || judged.option === 'eligible' || dossier === undefined) return []
  const treated = actsOn(story, judged.step).at(-1)?.facts?.gates ?? []
  return failedGates({ dossier, treated }, story.procedure.settings).map((one) => ({
    name: gateLabels[one.gate],
    limit: gateLimitInWords(one),
    reading: gateReadingInWords(one),
  }))
}
