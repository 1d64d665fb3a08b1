import type { BaseId, PersonId } from '../../domain/ids.js'
import type { z } from 'zod'
import { baseStateOf } from '../../db/reads/base-states.js'
import { clockOf, readBase } from '../../db/reads/bases.js'
import { localDate } from '../../domain/calendar-zone.js'
import { launchItemsOf, type LaunchItemStanding } from '../../domain/gicc/launch/launch-items.js'
import { partnerCalendarId } from '../../domain/judge/draft.js'
import type { LocalText } from '../../domain/locale.js'
import { roles } from '../../domain/role.js'
import { defined } from '../../domain/values/defined.js'
import { dayEndAtPlace } from '../../domain/words/hours.js'
import { mustSeeBase } from '../auth/sight.js'
import { BaseParams } from '../contract/base.js'
import { LaunchItemsResponse } from '../contract/launch-items.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { notFound } from '../problems.js'
import { problems } from './responses.js'

/** The list of what must and should stand before the launch, for everybody who reads how a base stands (10). */
export const addLaunchItems = (app: ApiApp, parts: ApiParts): void => {
  const schema = {
    params: BaseParams,
    response: { 200: LaunchItemsResponse, ...problems },
    tags: ['steps'],
    summary: 'What must stand before the launch of a base',
  }
  app.get('/bases/:id/launch-items', { schema }, ({ person, params: { id: base } }) =>
    launchItemsSeen(parts, { person, base }),
  )
}

/** What must stand before the launch of a base, for everybody who sees the base. */
export const launchItemsSeen = async (
  parts: ApiParts,
  { person, base }: { readonly person: PersonId; readonly base: BaseId },
): Promise<z.output<typeof LaunchItemsResponse>> => {
  const [found] = await Promise.all([readBase(parts.db, { id: base }), mustSeeBase(parts, { base, person })])
  if (found === undefined) throw notFound(`base ${base}`)
  const state = await baseStateOf(parts.db, found)
  const calendar = state === undefined ? undefined : found.calendars[partnerCalendarId(state)]
  if (state === undefined || calendar === undefined) return { items: [] }
  const today = localDate(calendar, clockOf(found, parts.clock()))
  return {
    items: launchItemsOf(state, calendar).map(({ owners, label, ...item }) => ({
      ...item,
      ...defined({ dueBy: item.dueOn && { ...dayEndAtPlace(item.dueOn, calendar.zone) } }),
      label: { ...label },
      owners: owners.map((role) => ({ role, label: { ...roles[role].label } })),
      overdue: item.status !== 'done' && item.status !== 'checked' && item.dueOn !== undefined && item.dueOn < today,
      statusLabel: { ...statusLabels[item.status] },
    })),
  }
}

const statusLabels: Readonly<Record<LaunchItemStanding['status'], LocalText>> = {
  done: { en: 'Done', 'zh-CN': '已完成' },
  open: { en: 'Open', 'zh-CN': '未完成' },
  checked: { en: 'As the check of readiness found it', 'zh-CN': '以启动准备情况核查结果为准' },
  readiness: { en: 'To be shown when readiness is checked', 'zh-CN': '核查启动准备情况时确认' },
}
