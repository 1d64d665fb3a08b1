import { saveText } from '../../db/writes/texts.js'
import type { By } from '../../domain/values/by.js'
import { stepOpened } from '../db/an-example.js'
import { aNominatedBase, type ABase } from '../support/a-base.js'
import { exampleBase } from '../support/an-example.js'
import { dayOfTheApi, type AnApi } from './an-api.js'
import { recordAfter, recordLife } from './a-recorded-life.js'

/** Who notes the work of the year. */
export const clusterBody: By = { person: 'p-C09-yueqing-clo', role: 'CLO', mandate: 'm-CLO', onBehalfOf: 'o-clo' }

/** An activity of the sheet, as it is followed. */
export const activity = (row: string): string => `5.14a.1:activities-${row}`

/** A base with a sheet of the year as it was handed in: two activities, with words that lie sealed beside what the engine reads. */
export const notedActivities = async (api: AnApi): Promise<ABase> => {
  const { db } = api.parts
  const base = aNominatedBase()
  const head = await recordLife(api, { base, after: 0 })
  const cells = (title: string) => ({
    area: 'area_markets',
    kind: 'market',
    title: { en: title, 'zh-CN': `${title}（中文）` },
    period: { from: '2026-06-01', to: '2026-06-03' },
    partner: { name: 'Buyer & Sons' },
    state: 'done',
    firms: 12,
    persons: 30,
  })
  const answers = {
    activities: [
      { id: 'r1', ...cells('Hanover fair') },
      { id: 'r2', ...cells('Osaka fair') },
    ],
  }
  const body = JSON.stringify({ version: 1, answers })
  const content = await saveText(db, { stream: exampleBase, author: clusterBody.person, body, at: dayOfTheApi })
  if (content === undefined) throw new Error('the words of the sheet were not kept')
  const read = {
    activities: ['r1', 'r2'].map((id) => ({ id, cells: { area: 'area_markets', firms: 12, persons: 30 } })),
  }
  const [step, key, option] = ['5.14a.1', '5.14a', 'record'] as const
  await recordAfter(api, {
    base,
    after: head,
    by: clusterBody,
    events: [
      stepOpened(step, 'CLO'),
      { type: 'step_acted', step, key, option, form: { version: 1, content, read }, by: clusterBody },
      { type: 'step_closed', step, key, option, how: 'act' },
    ],
  })
  return base
}
