import { titleOf } from '../../activities/wording.js'
import type { LetterFacts as Queued } from '../../domain/letters/facts.js'
import { voidWords } from '../../domain/words/facets.js'
import type { MailFacts } from '../../mail/letter.js'
import { inWords } from './agreement-facts.js'
import type { IsNamed } from './named.js'
import type { NameOf } from './around.js'
import { defined } from '../../domain/values/defined.js'

/** What a letter tells of an act that was voided, where it is about one. People stay ids (R17, 8.7), where the reader may know them. */
export const voidedFactsOf = (
  { voided }: Queued,
  { isNamed, nameOf }: { readonly isNamed: IsNamed; readonly nameOf: NameOf },
): Pick<MailFacts, 'voided'> => {
  if (voided === undefined) return {}
  const { cause, because, decidedBy } = voided
  return {
    voided: {
      cause: voidWords[cause],
      ...defined({
        because: because === undefined ? undefined : titleOf(because),
        decidedBy: decidedBy !== undefined && isNamed(decidedBy) ? inWords(decidedBy, nameOf) : undefined,
      }),
    },
  }
}
