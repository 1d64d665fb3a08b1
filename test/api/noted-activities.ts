import type { By } from '../../domain/values/by.js'
import { aNominatedBase, type ABase } from '../support/a-base.js'
import type { AnApi } from './an-api.js'
import { handsInSheet } from './a-noted-sheet.js'
import { recordLife } from './a-recorded-life.js'

/** Who notes the work of the year. */
export const clusterBody: By = { person: 'p-C09-yueqing-clo', role: 'CLO', mandate: 'm-CLO', onBehalfOf: 'o-clo' }

/** An activity of the sheet, as it is followed. */
export const activity = (row: string): string => `5.14a.1:activities-${row}`

/** A base with a sheet of the year as it was handed in: two activities, with words that lie sealed beside what the engine reads. */
export const notedActivities = async (api: AnApi): Promise<ABase> => {
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
  const read = {
    activities: ['r1', 'r2'].map((id) => ({ id, cells: { area: 'area_markets', firms: 12, persons: 30 } })),
  }
  await handsInSheet(api, { base, after: head, by: clusterBody, step: '5.14a.1', answers, read })
  return base
}
