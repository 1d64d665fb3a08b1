import { exhibitsById } from '../../db/reads/exhibits.js'
import { unknownPeople } from '../../db/reads/people.js'
import { fallenStatuses } from '../../domain/exhibits/exhibit.js'
import type { FormAnswers, Form } from '../../domain/form/form.js'
import { peopleIn, type KnownBeside } from '../../domain/form/known.js'
import { exhibitsIn } from '../../domain/form/read.js'
import type { ApiParts } from '../parts.js'
import { exhibitSight } from '../uploads/exhibit-sight.js'

interface Beside {
  readonly base: string
  readonly person: string
  readonly form: Form
  readonly answers: FormAnswers
}

/** What the register and the store know of whom and what answers name, as far as this person may see it. */
export const knownBeside = async (parts: ApiParts, { base, person, form, answers }: Beside): Promise<KnownBeside> => {
  const cited = exhibitsIn(answers)
  const people = peopleIn(form, answers)
  const exhibits = await exhibitsById(parts.db, { base, ids: cited })
  const sees = exhibits.size === 0 ? undefined : await exhibitSight(parts, { base, person })
  const unknown = people.length === 0 ? [] : await unknownPeople(parts.db, { people })
  return {
    isPerson: (id) => !unknown.includes(id),
    classOf: (id) => {
      const found = exhibits.get(id)
      if (found === undefined || fallenStatuses.includes(found.status) || sees?.(found) === 'none') return undefined
      return found.class ?? found.class_proposed
    },
  }
}
