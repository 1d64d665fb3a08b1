import type { PersonId } from '../ids.js'
import { roleCodes, roles } from '../role.js'
import type { RulesOfActs } from './act-kind.js'
import type { SightForm } from './sight-form.js'
import type { ThingSeen } from './thing.js'

interface Eyes {
  readonly person: PersonId
  readonly sees: (thing: ThingSeen) => SightForm
  readonly rules: RulesOfActs
}

/** Under which names entries tell of people beside whoever did what they tell, in the entry itself and in the paper it came on. */
export const besideDoer: readonly string[] = [
  'askedBy',
  'broughtBy',
  'confirmedBy',
  'drawn',
  'editors',
  'enteredBy',
  'founders',
  'person',
  'pool',
  'proposedBy',
  'requestedBy',
  'signatory',
]

/**
 * An entry without the people it names beside whoever did it. Of those it does not say in which role they stand, and one of them may
 * examine, who stands before the place without a name. Whoever reads names of the programme's people reads them; others read
 * themselves, whoever did it where that is said, and who is of their own side by what the entry is about.
 */
export const withoutOthers =
  ({ person, sees, rules }: Eyes) =>
  (payload: object): object => {
    if (sees({ kind: 'name', person: null, side: 'programme' }) === 'whole') return payload
    if (isOfPlace(payload, rules)) return withoutPaperHands(payload, [person])
    return without(withoutPaperHands(payload, [person]), [person, ...doerIn(payload)])
  }

/** An act of the place on paper went through hands of the programme. */
const withoutPaperHands = (payload: object, known: readonly PersonId[]): object => {
  if (!('paper' in payload) || typeof payload.paper !== 'object' || payload.paper === null) return payload
  const paper = without(payload.paper, known)
  return paper === payload.paper ? payload : { ...payload, paper, withheld: true }
}

const without = (told: object, known: readonly PersonId[]): object => {
  const isKept = ([name, said]: readonly [string, unknown]): boolean =>
    !besideDoer.includes(name) || [said].flat().every((one) => typeof one === 'string' && known.includes(one))
  const entries = Object.entries(told)
  const kept = entries.filter(isKept)
  return kept.length === entries.length ? told : { ...Object.fromEntries(kept), withheld: true }
}

const doerIn = (payload: object): readonly PersonId[] => {
  const by: unknown = 'by' in payload ? payload.by : undefined
  if (typeof by !== 'object' || by === null || !('person' in by)) return []
  return typeof by.person === 'string' ? [by.person] : []
}

/** Whether an entry is about people of the place alone: versions and interests of its side, what it is told by its role, its own steps on paper. */
const isOfPlace = (payload: object, { steps }: RulesOfActs): boolean => {
  if ('side' in payload) return payload.side === 'partner'
  const type = 'type' in payload ? payload.type : undefined
  if (type === 'interest_declared') return true
  const isOnPaper = 'key' in payload && 'signatory' in payload && !('enteredBy' in payload)
  const role = isOnPaper
    ? steps[String(payload.key)]?.role
    : type === 'expiry_told' && 'role' in payload && payload.role
  return roleCodes.some((code) => code === role && roles[code].side === 'partner')
}
