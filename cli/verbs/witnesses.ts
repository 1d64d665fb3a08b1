import { called } from '../called.js'
import type { z } from 'zod'
import { ProgrammeResponse } from '../../api/contract/programme.js'
import { ReconciliationResponse, ReconciliationsResponse } from '../../api/contract/reconciliation.js'
import { machineClock } from '../../clock/machine-clock.js'
import type { Connection } from '../connection.js'
import { Refused } from '../failure.js'
import { when } from '../printing.js'
import { told } from '../tongue.js'
import { ofComparison } from './ages.js'
import type { Finding } from './finding.js'
import { actor, overTheLine } from './verb.js'

type Programme = Pick<z.infer<typeof ProgrammeResponse>, 'id' | 'createdAt'>

/** A comparison of ledger and histories made now, for each programme that is no rehearsal, and whether the hourly one is made. */
export const witnesses = (): Promise<readonly Finding[]> =>
  overTheLine({}, async (connection) => {
    const programmes = await connection.client.all('/programmes', {
      ...actor({}, connection),
      schema: ProgrammeResponse,
    })
    const standing = programmes.filter(({ rehearsal }) => !rehearsal)
    return (await Promise.all(standing.map((programme) => ofProgramme(programme, connection)))).flat()
  }).catch((error: unknown) => [notCompared(error)])

const what = 'two witnesses' as const

/** Why there is no comparison: who asks may not see it, or something is wrong. */
export const notCompared = (error: unknown): Finding => {
  if (error instanceof Refused && error.problem.code === 'not_permitted')
    return {
      what,
      well: true,
      found: told({ en: 'not asked: who asks may not see the reports', 'zh-CN': '未查询：查询人无权查阅比对报告' }),
    }
  const says = error instanceof Error ? error.message : String(error)
  return {
    what,
    well: false,
    found: told({ en: `not compared: ${says}`, 'zh-CN': `未能比对：${says}` }),
    fix: told({
      en: `look into the logs of the API and of the database, then ask again with \`${called} doctor\``,
      'zh-CN': `请查看 API 和数据库的日志，再以 \`${called} doctor\` 重新查询`,
    }),
  }
}

const ofProgramme = async (programme: Programme, connection: Connection): Promise<readonly Finding[]> => {
  const now = await comparedNow(programme, connection)
  return [...(await overdue(programme, connection)), now]
}

/** The last hourly comparison, where it is too old. */
const overdue = async (
  { id: programme, createdAt }: Programme,
  connection: Connection,
): Promise<readonly Finding[]> => {
  const { items } = await connection.client.get(`/programmes/${programme}/reconciliations?limit=1`, {
    ...actor({}, connection),
    schema: ReconciliationsResponse,
  })
  const old = ofComparison({ programme, since: items[0]?.madeAt ?? createdAt, now: machineClock() })
  return old === undefined ? [] : [old]
}

const comparedNow = async ({ id: programme }: Programme, connection: Connection): Promise<Finding> => {
  const { found, madeAt, divergences } = await connection.client.get(`/programmes/${programme}/reconciliation`, {
    ...actor({}, connection),
    schema: ReconciliationResponse,
  })
  if (found === 0)
    return {
      what,
      well: true,
      found: told({ en: `${programme}: agree, ${when(madeAt)}`, 'zh-CN': `${programme}：一致，${when(madeAt)}` }),
    }
  const first = divergences[0]?.says ?? { en: '', 'zh-CN': '' }
  return {
    what,
    well: false,
    found: told({
      en: `${programme}: ${found} differences, ${when(madeAt)}, the first: ${first.en}`,
      'zh-CN': `${programme}：${found}处不一致，${when(madeAt)}，首项：${first['zh-CN']}`,
    }),
    fix: told({
      en: `see all of them with \`${called} reconcile --programme ${programme}\``,
      'zh-CN': `请以 \`${called} reconcile --programme ${programme}\` 查看全部`,
    }),
  }
}
