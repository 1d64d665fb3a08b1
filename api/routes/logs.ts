import type { PersonId } from '../../domain/ids.js'
import { listAccess, listRefusedAttempts } from '../../db/reads/logs.js'
import { namesOf } from '../../db/reads/names.js'
import { accessLabel } from '../../domain/access.js'
import { logReaders } from '../../domain/sight/seen-as.js'
import { AccessLogQuery, AccessLogResponse, RefusedAttemptsQuery, RefusedAttemptsResponse } from '../contract/logs.js'
import { askedPeriod } from '../asking/asked-moment.js'
import { sightOf } from '../auth/sight.js'
import type { ApiApp, ApiParts, AskingParts } from '../parts.js'
import { programmePlace } from '../programme-place.js'
import { ProblemError } from '../problems.js'
import { attemptView } from '../views/attempt-view.js'
import { pageView } from '../views/page-view.js'
import { nameIn } from '../views/person-name.js'
import { problems } from './responses.js'

const tags = ['evidence']

/** What auditors ask for first: what was refused, and who saw or took along what. Reading them leaves a row as well (SD9). */
export const addLogs = (app: ApiApp, parts: ApiParts): void => {
  const refused = { querystring: RefusedAttemptsQuery, response: { 200: RefusedAttemptsResponse, ...problems }, tags }
  app.get('/refused-attempts', { schema: { ...refused, summary: 'Refused attempts' } }, async (request) => {
    const { base: stream, ...filter } = request.query
    const query = { ...filter, ...askedPeriod(filter) }
    const sight = await logSight(parts, { person: request.person, about: stream })
    request.about = stream ?? ''
    const page = await listRefusedAttempts(parts.db, { ...query, stream, sight })
    const names = await namesOf(parts.db, { people: page.items.flatMap(({ actor }) => actor ?? []) })
    return pageView(page, (attempt) => attemptView(attempt, names))
  })
  const access = { querystring: AccessLogQuery, response: { 200: AccessLogResponse, ...problems }, tags }
  app.get('/access-log', { schema: { ...access, summary: 'Access log' } }, async (request) => {
    const { base: stream, ...filter } = request.query
    const query = { ...filter, ...askedPeriod(filter) }
    const sight = await logSight(parts, { person: request.person, about: stream })
    request.about = stream ?? ''
    const page = await listAccess(parts.db, { ...query, stream, sight })
    const names = await namesOf(parts.db, { people: page.items.map(({ person }) => person) })
    return pageView(page, (row) => ({
      ...row,
      name: nameIn(names, row.person),
      label: accessLabel(row.subject),
    }))
  })
}

/**
 * The programmes whose logs somebody may read, without the bases of an interest. Rehearsals stand among no others: they are in
 * sight where one of them, or a base of it, is named. Refuses whoever may read none.
 */
export const logSight = async (
  parts: AskingParts,
  { person, about }: { person: PersonId; about: string | undefined },
) => {
  const { programmes, interests, seenAs } = await sightOf(parts, person)
  const read = programmes.filter((programme) => seenAs({ kind: 'log', of: programme }) === 'whole')
  if (read.length === 0) throw new ProblemError({ code: 'not_permitted', detail: { roles: logReaders } })
  const places = await Promise.all(
    read.map(async (programme) => ({
      programme,
      isShown: about !== undefined || !(await programmePlace(parts, programme)).rehearsal,
    })),
  )
  return {
    programmes: places.flatMap(({ programme, isShown }) => (isShown ? [programme] : [])),
    without: interests.map(({ base }) => base),
  }
}
