import type { BaseId, PersonId } from '../../domain/ids.js'
import { z } from 'zod'
import { coveredBy } from '../../db/log/covering-checkpoint.js'
import type { BaseHistory, ShownEntry } from '../../web/work/history-model.js'
import { historyContent } from '../../web/work/history.js'
import { asOfBase } from '../asking/as-of.js'
import { askedMoment } from '../asking/asked-moment.js'
import { diffOfBase } from '../asking/diff.js'
import { whoOnPage } from '../asking/history-sheet.js'
import { seenBase } from '../auth/seen-base.js'
import { BaseParams } from '../contract/base.js'
import { historyFilters } from '../contract/history.js'
import { pageFields } from '../contract/page.js'
import { day } from '../contract/scalars.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { exhibitSight } from '../uploads/exhibit-sight.js'
import { namesByKind } from '../views/base-view.js'
import { namesBehind } from '../views/names-behind.js'
import { asPage } from '../workplace/faces.js'
import { inAddress } from '../workplace/in-address.js'
import { withoutEmpty } from '../workplace/without-empty.js'
import { pageAsks, showPage } from '../workplace/work-page.js'
import { historyPage } from './history.js'

const asks = {
  ...historyFilters,
  order: z.enum(['newest', 'oldest']).default('newest'),
  on: day.optional(),
  with: day.optional(),
  after: pageFields.after,
}
type Asked = z.output<z.ZodObject<typeof asks>>

/** The history of a base as a page: sentences, what proves them, and its past on any day. */
export const addHistoryPage = (app: ApiApp, parts: ApiParts): void => {
  const schema = { ...pageAsks(asks), params: BaseParams }
  const face = { constraints: asPage, schema, preValidation: withoutEmpty }
  app.get('/bases/:id/history', face, async (request, reply) => {
    const { person, params, query } = request
    const { lang: _, ...asked } = query
    return showPage(parts, {
      request,
      reply,
      room: 'bases',
      content: async ({ locale }) => historyContent(await historyOf(parts, { person, base: params.id, asked }), locale),
    })
  })
}

interface Asking {
  readonly person: PersonId
  readonly base: BaseId
  readonly asked: Asked
}

const historyOf = async (parts: ApiParts, { person, base, asked }: Asking): Promise<BaseHistory> => {
  const { found, sight } = await seenBase(parts, { person, base })
  const { on, with: other, ...query } = asked
  const page = await historyPage(parts, { person, base, query: { ...query, limit: 50 } })
  const behind = await namesBehind(parts.db, { programme: found.programme, entries: page.items, sight })
  const { after: _, ...kept } = asked
  return {
    base,
    name: namesByKind(found.names, found.cluster).name,
    zone: found.zone,
    rehearsal: found.rehearsal,
    asked: inAddress(kept),
    entries: page.items.map((entry) => shownEntry(entry, behind)),
    next: page.next,
    verified: {
      entries: found.ledger.entries,
      head: found.ledger.head,
      covered: await coveredBy(parts.db, [base]),
      mayTakeEvidence: sight.sees({ kind: 'record' }) === 'whole',
    },
    ...(await pastOf(parts, { base, person, sight, days: [on, other] })),
  }
}

type Entry = Awaited<ReturnType<typeof historyPage>>['items'][number]

const shownEntry = (entry: Entry, behind: Parameters<typeof whoOnPage>[1]): ShownEntry => ({
  seq: entry.seq,
  at: entry.occurredAt,
  effectiveOn: entry.effectiveOn,
  says: entry.says,
  who: whoOnPage(entry, behind),
  words: entry.words,
  rules: entry.rulesVersion,
  hash: entry.hash,
  prevHash: entry.prevHash,
  payload: entry.payload,
})

interface PastAsked {
  readonly base: BaseId
  readonly person: PersonId
  readonly sight: Awaited<ReturnType<typeof seenBase>>['sight']
  readonly days: readonly [string | undefined, string | undefined]
}

const pastOf = async (
  parts: ApiParts,
  { base, person, sight, days: [on, other] }: PastAsked,
): Promise<Pick<BaseHistory, 'then' | 'difference'>> => {
  if (on === undefined) return { then: undefined, difference: undefined }
  if (other === undefined) {
    const seesExhibit = await exhibitSight(parts, { base, person })
    const then = await asOfBase(parts.db, { base, moment: askedMoment(on, 'happened'), sight, seesExhibit })
    return { then: { on, state: then.state }, difference: undefined }
  }
  const moments = [askedMoment(on, 'happened'), askedMoment(other, 'happened')] as const
  const found = await diffOfBase(parts.db, { base, sight, moments })
  return { then: undefined, difference: { ...found, on: on <= other ? [on, other] : [other, on] } }
}
