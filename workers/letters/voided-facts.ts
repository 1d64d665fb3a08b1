import { inEveryLanguage, titleOf } from '../../activities/wording.js'
import type { LetterFacts as Queued } from '../../db/letter-kind.js'
import type { LocalText } from '../../domain/locale.js'
import type { StepKey } from '../../domain/procedure.js'
import { voidWords } from '../../domain/words/facets.js'
import type { LetterFacts } from '../../mail/letter.js'
import { inWords } from './agreement-facts.js'

/** What a letter tells of an act that was voided, where it is about one. People stay ids (R17, 8.7). */
export const voidedFactsOf = ({ voided }: Queued): Pick<LetterFacts, 'voided'> => {
  if (voided === undefined) return {}
  const { cause, because, decidedBy } = voided
  return {
    voided: {
      cause: voidWords[cause],
      ...(because === undefined ? {} : { because: keyAndTitle(because) }),
      ...(decidedBy === undefined ? {} : { decidedBy: inWords(decidedBy) }),
    },
  }
}

const keyAndTitle = (key: StepKey): LocalText => inEveryLanguage((locale) => `${key} ${titleOf(key)[locale]}`)
