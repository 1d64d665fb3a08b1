import { listAccess, listRefusedAttempts } from '../../db/reads/logs.js'
import { interestsOf } from '../../db/reads/interests.js'
import { accessLabel } from '../../domain/access.js'
import type { Role } from '../../domain/role.js'
import { AccessLogQuery, AccessLogResponse, RefusedAttemptsQuery, RefusedAttemptsResponse } from '../contract/logs.js'
import { askedPeriod } from '../asking/asked-moment.js'
import { seatsInForce } from '../auth/sight.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { ProblemError } from '../problems.js'
import { attemptView } from '../views/attempt-view.js'
import { pageView } from '../views/page-view.js'
import { problems } from './responses.js'

const tags = ['evidence']

/** Who examines, who answers for the programme, and who keeps the house. */
const readers: readonly Role[] = ['AU', 'PD', 'AD']

/** What auditors ask for first: what was refused, and who saw or took along what. Reading them leaves a row as well (SD9). */
export const addLogs = (app: ApiApp, parts: ApiParts): void => {
  const refused = { querystring: RefusedAttemptsQuery, response: { 200: RefusedAttemptsResponse, ...problems }, tags }
  app.get('/refused-attempts', { schema: { ...refused, summary: 'Refused attempts' } }, async (request) => {
    const { base: stream, ...filter } = request.query
    const query = { ...filter, ...askedPeriod(filter) }
    const sight = await logSight(parts, request.person)
    request.about = stream ?? ''
    return pageView(await listRefusedAttempts(parts.db, { ...query, stream, sight }), attemptView)
  })
  const access = { querystring: AccessLogQuery, response: { 200: AccessLogResponse, ...problems }, tags }
  app.get('/access-log', { schema: { ...access, summary: 'Access log' } }, async (request) => {
    const { base: stream, ...filter } = request.query
    const query = { ...filter, ...askedPeriod(filter) }
    const sight = await logSight(parts, request.person)
    request.about = stream ?? ''
    return pageView(await listAccess(parts.db, { ...query, stream, sight }), (row) => ({
      ...row,
      label: accessLabel(row.subject),
    }))
  })
}

/** The programmes whose logs somebody may read, without the bases of an interest. Refuses whoever may read none. */
export const logSight = async (parts: Pick<ApiParts, 'db' | 'clock'>, person: string) => {
  const [held, interests] = await Promise.all([seatsInForce(parts, person), interestsOf(parts.db, { person })])
  const reading = held.filter(({ role, delegation }) => readers.includes(role) && delegation === undefined)
  if (reading.length === 0)
    throw new ProblemError({ code: 'not_permitted', detail: { needs: `a mandate as ${readers.join(', ')}` } })
  return {
    programmes: [...new Set(reading.map(({ programme }) => programme))],
    without: interests.map(({ base }) => base),
  }
}
