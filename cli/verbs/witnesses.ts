import { ProgrammeResponse } from '../../api/contract/programme.js'
import { ReconciliationsResponse } from '../../api/contract/reconciliation.js'
import type { Connection } from '../connection.js'
import { when } from '../printing.js'
import type { Finding } from './doctor.js'
import { actor, overTheLine } from './verb.js'

/** What the last hourly comparison of ledger and histories found, for each programme that is no rehearsal. */
export const witnesses = (): Promise<readonly Finding[]> =>
  overTheLine({}, async (connection) => {
    const programmes = await connection.client.all('/programmes', {
      ...actor({}, connection),
      schema: ProgrammeResponse,
    })
    const standing = programmes.filter(({ rehearsal }) => !rehearsal)
    return await Promise.all(standing.map(({ id }) => lastOf(id, connection)))
  }).catch(() => [{ what: 'two witnesses', well: true, found: 'not asked: who asks may not see the reports' }])

const lastOf = async (programme: string, connection: Connection): Promise<Finding> => {
  const { items } = await connection.client.get(`/programmes/${programme}/reconciliations?limit=1`, {
    ...actor({}, connection),
    schema: ReconciliationsResponse,
  })
  const [last] = items
  const what = 'two witnesses'
  if (last === undefined) return { what, well: true, found: `${programme}: not compared yet; each hour they are` }
  if (last.found === 0) return { what, well: true, found: `${programme}: agreed, ${when(last.madeAt)}` }
  return {
    ...{ what, well: false, found: `${programme}: ${last.found} differences, ${when(last.madeAt)}` },
    fix: `see which with \`cornerstone reconcile --programme ${programme}\``,
  }
}
