import { entriesAt, momentOfEntry } from '../../db/reads/entry-moments.js'
import { instantOf, millisecondsOf } from '../../domain/calendar-zone.js'
import type { Instant, BaseId, PersonId } from '../../domain/ids.js'
import type { BasePast } from '../../web/work/as-of-model.js'
import { askedMoment } from '../asking/asked-moment.js'
import { diffOfBase } from '../asking/diff.js'
import { whoOnPage } from '../asking/history-sheet.js'
import { seenBase } from '../auth/seen-base.js'
import type { ApiParts } from '../parts.js'
import { notFound } from '../problems.js'
import { historyPage } from '../routes/history.js'
import { namesByKind } from '../views/base-view.js'
import { namesBehind } from '../views/names-behind.js'

interface Asked {
  readonly person: PersonId
  readonly base: BaseId
  /** An entry of its ledger, or the end of a day; with neither, the newest entry. */
  readonly entry?: number | undefined
  readonly on?: string | undefined
}

/**
 * A base as it stood when an entry had happened, with everything else of the same moment: what one command made true is one step of its
 * past. By the same views, and the same sight, as the routes that answer about the past; refused where there is no such entry.
 */
export const basePast = async (parts: ApiParts, { person, base, ...asked }: Asked): Promise<BasePast> => {
  const { found, sight } = await seenBase(parts, { person, base })
  const { entries } = found.ledger
  const at = await momentAsked(parts, { base, entry: asked.entry ?? entries, on: asked.on })
  const { last: entry } = await entriesAt(parts.db, { stream: base, at })
  const shown = entry === 0 ? at : await momentOf(parts, { base, entry })
  const { first = entry } = await entriesAt(parts.db, { stream: base, at: shown })
  const before = instantOf(millisecondsOf(shown) - 1)
  const [moments, query] = [
    [askedMoment(before, 'happened'), askedMoment(shown, 'happened')] as const,
    { from: shown, to: shown, order: 'oldest' as const, limit: 200 },
  ]
  const [diff, happened] = await Promise.all([
    diffOfBase(parts.db, { base, sight, moments }),
    historyPage(parts, { person, base, query }),
  ])
  const behind = await namesBehind(parts.db, { programme: found.programme, entries: happened.items, sight })
  return {
    head: { id: base, name: namesByKind(found.names, found.cluster).name, rehearsal: found.rehearsal },
    zone: found.zone,
    entry,
    entries,
    at,
    previous: first > 1 ? first - 1 : undefined,
    next: entry < entries ? entry + 1 : undefined,
    state: diff.after,
    happened: happened.items.map((one) => ({ seq: one.seq, says: one.says, who: whoOnPage(one, behind) })),
    changes: diff.changes,
    withheld: diff.withheld,
  }
}

interface At {
  readonly base: BaseId
  readonly entry: number
}

const momentAsked = async (
  parts: ApiParts,
  { base, entry, on }: At & { readonly on: string | undefined },
): Promise<Instant> => (on === undefined ? momentOf(parts, { base, entry }) : askedMoment(on, 'happened').at)

const momentOf = async ({ db }: ApiParts, { base, entry }: At): Promise<Instant> => {
  const at = await momentOfEntry(db, { stream: base, seq: entry })
  if (at === undefined) throw notFound(`entry ${String(entry)} of base ${base}`)
  return at
}
