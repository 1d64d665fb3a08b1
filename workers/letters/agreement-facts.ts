import { wordsOf } from '../../activities/wording.js'
import type { LetterFacts as Queued, ToldPerson } from '../../db/letter-kind.js'
import type { LocalText } from '../../domain/locale.js'
import { roles } from '../../domain/role.js'
import type { LetterFacts } from '../../mail/letter.js'

/** What a letter tells of later rules and of an act on paper, where it is about one of them. People stay ids (R16, 8.8). */
export const agreementFactsOf = (facts: Queued): Pick<LetterFacts, 'paper' | 'adoption'> => ({
  ...paperOf(facts),
  ...adoptionOf(facts),
})

const paperOf = ({ paper, key, option }: Queued): Pick<LetterFacts, 'paper'> => {
  if (paper === undefined) return {}
  const { signatory, signedOn, enteredBy, confirmedBy, refusedBy } = paper
  return {
    paper: {
      signatory,
      ...(key === undefined || option === undefined ? {} : { option: wordsOf({ key, option }) }),
      ...(signedOn === undefined ? {} : { signedOn }),
      enteredBy: inWords(enteredBy),
      ...(confirmedBy === undefined ? {} : { confirmedBy: inWords(confirmedBy) }),
      ...(refusedBy === undefined ? {} : { refusedBy: inWords(refusedBy) }),
    },
  }
}

/** Somebody named by id, and by role where it is known. */
export const inWords = ({ person, role }: ToldPerson): LocalText => {
  if (role === undefined) return { en: person, 'zh-CN': person }
  const { label } = roles[role]
  return { en: `${label.en} (${person})`, 'zh-CN': `${label['zh-CN']}（${person}）` }
}

const adoptionOf = ({ version, former, agreedBy }: Queued): Pick<LetterFacts, 'adoption'> => {
  if (version === undefined) return {}
  const agreed = agreedBy === undefined ? {} : { agreedBy: inWords(agreedBy) }
  return { adoption: { version, ...(former === undefined ? {} : { former }), ...agreed } }
}
