import { wordsOf } from '../../activities/wording.js'
import type { LetterFacts as Queued, ToldPerson } from '../../domain/letters/facts.js'
import type { LocalText } from '../../domain/locale.js'
import { roles } from '../../domain/role.js'
import type { MailFacts } from '../../mail/letter.js'
import { defined } from '../../domain/values/defined.js'
import type { NameOf } from './around.js'

/** What a letter tells of later rules and of an act on paper, where it is about one of them (R16, 8.8). */
export const agreementFactsOf = (facts: Queued, nameOf: NameOf): Pick<MailFacts, 'paper' | 'adoption'> => ({
  ...paperOf(facts, nameOf),
  ...adoptionOf(facts, nameOf),
})

const paperOf = ({ paper, key, option }: Queued, nameOf: NameOf): Pick<MailFacts, 'paper'> => {
  if (paper === undefined) return {}
  const { signatory, signedOn, enteredBy, confirmedBy, refusedBy } = paper
  return {
    paper: {
      signatory: nameOf(signatory),
      ...defined({
        option: key === undefined || option === undefined ? undefined : wordsOf({ key, option }),
        signedOn,
      }),
      enteredBy: inWords(enteredBy, nameOf),
      ...defined({
        confirmedBy: confirmedBy === undefined ? undefined : inWords(confirmedBy, nameOf),
        refusedBy: refusedBy === undefined ? undefined : inWords(refusedBy, nameOf),
      }),
    },
  }
}

/** Somebody by name, and by role where it is known. */
export const inWords = ({ person, role }: ToldPerson, nameOf: NameOf): LocalText => {
  const name = nameOf(person)
  if (role === undefined) return name
  const { label } = roles[role]
  return { en: `${name.en} (${label.en})`, 'zh-CN': `${name['zh-CN']}（${label['zh-CN']}）` }
}

const adoptionOf = ({ version, former, agreedBy }: Queued, nameOf: NameOf): Pick<MailFacts, 'adoption'> => {
  if (version === undefined) return {}
  const agreed = agreedBy === undefined ? {} : { agreedBy: inWords(agreedBy, nameOf) }
  return { adoption: { version, ...defined({ former }), ...agreed } }
}
