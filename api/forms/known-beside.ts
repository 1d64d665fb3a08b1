import type { PersonId } from '../../domain/ids.js'
import { baseStateOf } from '../../db/reads/base-states.js'
import type { ReadBase } from '../../db/reads/bases.js'
import { exhibitsById } from '../../db/reads/exhibits.js'
import { unknownPeople } from '../../db/reads/people.js'
import { fallenStatuses } from '../../domain/exhibits/exhibit.js'
import type { FormAnswers, Form } from '../../domain/form/form.js'
import { kindsPointedAt, peopleIn, type KnownBeside } from '../../domain/form/known.js'
import { exhibitsIn } from '../../domain/form/read.js'
import { readRowsIn } from '../../domain/form/rows.js'
import { followedTables, itemsAsked } from '../../domain/follow-up/items.js'
import type { Procedure } from '../../domain/procedure.js'
import { reaches, sightOf, sightOn } from '../auth/sight.js'
import { confirmedActivities } from '../follow-up/confirmed-activities.js'
import { followedOn } from '../follow-up/followed-on.js'
import { kindsIn, thingsThere } from '../follow-up/things-there.js'
import type { ApiParts } from '../parts.js'
import { answersSight } from '../views/answers-sight.js'
import { sightRules } from '../views/pinned-procedure.js'
import { exhibitSight } from '../uploads/exhibit-sight.js'

interface Beside {
  readonly base: ReadBase
  readonly person: PersonId
  readonly form: Form
  readonly answers: FormAnswers
  readonly procedure: Procedure
}

/** What registers, store and ledger know of whom and what answers name, as far as this person may see it. */
export const knownBeside = async (parts: ApiParts, beside: Beside): Promise<KnownBeside> => {
  const [brought, people, pointed] = await Promise.all([
    exhibitsKnown(parts, beside),
    peopleKnown(parts, beside),
    thingsKnown(parts, beside),
  ])
  return { ...brought, ...people, ...pointed }
}

const exhibitsKnown = async (
  parts: ApiParts,
  { base: found, person, answers, procedure }: Beside,
): Promise<Pick<KnownBeside, 'classOf' | 'isConfirmed'>> => {
  const cited = exhibitsIn(answers)
  const { id: base } = found
  const exhibits = await exhibitsById(parts.db, { base, ids: cited })
  const others = cited.filter((id) => !exhibits.has(id))
  const confirmed = others.length === 0 ? [] : await confirmedActivities(parts, { base: found, person, procedure })
  const sees = exhibits.size === 0 ? undefined : await exhibitSight(parts, { base, person })
  return {
    classOf: (id) => {
      const one = exhibits.get(id)
      if (one === undefined || fallenStatuses.includes(one.status) || sees?.(one) === 'none') return undefined
      return one.class ?? one.class_proposed
    },
    isConfirmed: (id) => confirmed.some(({ code }) => code === id),
  }
}

const peopleKnown = async ({ db }: ApiParts, { form, answers }: Beside): Promise<Pick<KnownBeside, 'isPerson'>> => {
  const people = peopleIn(form, answers)
  const unknown = people.length === 0 ? [] : await unknownPeople(db, { people })
  return { isPerson: (id) => !unknown.includes(id) }
}

const thingsKnown = async (
  parts: ApiParts,
  { base, person, form, answers, procedure }: Beside,
): Promise<Pick<KnownBeside, 'isThere' | 'askedIn' | 'ownCell'>> => {
  const asking = followedTables(form).flatMap(({ about }) => (about?.every === undefined ? [] : [about]))
  const pointed = kindsPointedAt(form, answers)
  if (asking.length === 0 && pointed.length === 0) return nothingPointed
  const state = await baseStateOf(parts.db, base)
  const followed = { base: base.id, state, procedure }
  const on = await followedOn(parts, followed)
  const asked = asking.flatMap((about) => itemsAsked(on.items, about).map(({ kind }) => kind))
  const kinds = kindsIn(form).filter((kind) => pointed.includes(kind) || asked.some((one) => one === kind))
  const sight = kinds.length === 0 ? undefined : await sightOf(parts, person)
  // Whoever may not see the base hears so from the core, and nothing of what is there.
  if (sight === undefined || !reaches(sight, base.id)) return nothingPointed
  const own = sightOn(sight, { person, base: base.id })
  const answered = await answersSight(parts.db, { base: base.id, sight: own, procedure, rules: sightRules(procedure) })
  const there = await thingsThere(parts, { ...followed, on, sight: own, answered, kinds })
  const isThere: KnownBeside['isThere'] = ({ kind, id }) =>
    kind === 'clause' || there.some((one) => one.kind === kind && one.id === id)
  return {
    isThere,
    askedIn: (about) =>
      itemsAsked(on.items, about)
        .filter(isThere)
        .map(({ id }) => id),
    ownCell: ({ id, column }) => {
      const item = on.items.find((one) => one.id === id)
      if (item === undefined || !isThere(item)) return undefined
      return readRowsIn(item.filed.read, item.field).find((row) => row.id === item.row)?.cells[column]
    },
  }
}

const nothingPointed: Pick<KnownBeside, 'isThere' | 'askedIn' | 'ownCell'> = {
  isThere: () => true,
  askedIn: () => [],
  ownCell: () => undefined,
}
