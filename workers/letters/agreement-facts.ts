import { wordsOf } from '../../activities/wording.js'
import type { LetterFacts as Queued, ToldPerson } from '../../domain/letters/facts.js'
import type { LocalText } from '../../domain/locale.js'
import { roles } from '../../domain/role.js'
import type { MailFacts } from '../../mail/letter.js'
import { defined } from '../../domain/values/defined.js'

/** What a letter tells of later rules and of an act on paper, where it is about one of them. People stay ids (R16, 8.8). */
export const agreementFactsOf = (facts: Queued): Pick<MailFacts, 'paper' | 'adoption'> => ({
  ...paperOf(facts),
  ...adoptionOf(facts),
})

const paperOf = ({ paper, key, option }: Queued): Pick<MailFacts, 'paper'> => {
  if (paper === undefined) return {}
  const { signatory, signedOn, enteredBy, confirmedBy, refusedBy } = paper
  return {
    paper: {
      signatory,
      ...defined({
        option: key === undefined || option === undefined ? undefined : wordsOf({ key, option }),
        signedOn,
      }),
      enteredBy: inWords(enteredBy),
      ...defined({
        confirmedBy: confirmedBy === undefined ? undefined : inWords(confirmedBy),
        refusedBy: refusedBy === undefined ? undefined : inWords(refusedBy),
      }),
    },
  }
}

/** Somebody named by id, and by role where it is known. */
export const inWords = ({ person, role }: ToldPerson): LocalText => {
  if (role === undefined) return { en: person, 'zh-CN': person }
  const { label } = roles[role]
  return { en: `${label.en} (${person})`, 'zh-CN': `${label['zh-CN']}（${person}）` }
}

const adoptionOf = ({ version, former, agreedBy }: Queued): Pick<MailFacts, 'adoption'> => {
  if (version === undefined) return {}
  const agreed = agreedBy === undefined ? {} : { agreedBy: inWords(agreedBy) }
  return { adoption: { version, ...defined({ former }), ...agreed } }
}
