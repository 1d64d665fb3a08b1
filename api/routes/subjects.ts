import { baseStateOf } from '../../db/reads/base-states.js'
import { readBase } from '../../db/reads/bases.js'
import { programmeOfBase } from '../../domain/ids.js'
import { mustSeeBase } from '../auth/sight.js'
import { BaseParams } from '../contract/base.js'
import { SubjectsResponse } from '../contract/subjects.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { notFound, ProblemError } from '../problems.js'
import { readPinned } from '../views/pinned-procedure.js'
import { subjectsOn } from '../views/subjects-on.js'
import { subjectsView } from '../views/subjects-view.js'
import { problems } from './responses.js'

/** Who is screened for a base: the verdict for whoever may know it, the rest for compliance alone (1.6). */
export const addSubjects = (app: ApiApp, parts: ApiParts): void => {
  const schema = {
    params: BaseParams,
    response: { 200: SubjectsResponse, ...problems },
    tags: ['bases'],
    summary: 'Who is screened for a base',
  }
  app.get('/bases/:id/subjects', { schema }, async (request) => {
    const base = request.params.id
    const [found, sight] = await Promise.all([
      readBase(parts.db, { id: base }),
      mustSeeBase(parts, { base, person: request.person }),
    ])
    if (found === undefined) throw notFound(`base ${base}`)
    // What compliance alone may read is not narrowed by a decision: the narrower of before and after counts (8.12).
    const sees = sight.sees({ kind: 'answer', readers: 'CPL', person: null, isDecided: undefined, tasks: [] })
    if (sees === 'none')
      throw new ProblemError({ code: 'not_permitted', detail: { roles: ['CO'], programme: programmeOfBase(base) } })
    const [procedure, state] = await Promise.all([readPinned(parts, found), baseStateOf(parts.db, found)])
    return subjectsView({ ...(await subjectsOn(parts, { base, procedure })), screening: state?.screening, sees })
  })
}
