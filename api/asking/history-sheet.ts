import type { ReadBase } from '../../db/reads/bases.js'
import type { HistoryFilter } from '../../db/reads/history.js'
import type { Name } from '../../db/schema/programme-tables.js'
import { composeHistorySheet, type HistoryOnPaper } from '../../documents/compose/history-sheet.js'
import { createTypesetter } from '../../documents/typesetter.js'
import type { Locale, LocalText } from '../../domain/locale.js'
import { roles } from '../../domain/role.js'
import { engineInWords, notForYou } from '../../domain/words/doer.js'
import { defined } from '../../domain/values/defined.js'
import { namesByKind } from '../views/base-view.js'
import { entryInWords } from '../views/entry-in-words.js'
import type { ListedEntryView } from '../views/history-view.js'

interface Printing {
  readonly base: ReadBase
  readonly entries: readonly ListedEntryView[]
  /** What those are called in whose place somebody acted. */
  readonly behind: ReadonlyMap<string, Name>
  readonly filter: HistoryFilter
  readonly language: Locale
  readonly now: Date
}

/** The history of a base as a paper, in one language, as its reader may see it. */
export const historyPdf = async ({ base, entries, behind, filter, language, now }: Printing): Promise<Buffer> => {
  const history: HistoryOnPaper = {
    base: base.id,
    name: namesByKind(base.names, base.cluster).name,
    rehearsal: base.rehearsal,
    madeAt: now.toISOString(),
    ...defined({ zone: base.zone ?? undefined }),
    ledger: base.ledger,
    filters: Object.entries(filter).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value] as const] : [],
    ),
    entries: entries.map((entry) => ({
      seq: entry.seq,
      at: entry.occurredAt,
      effectiveOn: entry.effectiveOn,
      what: entryInWords(entry),
      who: whoOf(entry, behind),
      words: entry.words ?? '',
    })),
  }
  const typesetter = createTypesetter()
  try {
    return Buffer.from(await typesetter.renderSheet(composeHistorySheet(history, language)))
  } finally {
    await typesetter.close()
  }
}

/** The same for a page, which says no id: by name where that is for its reader's eyes and known, else as what somebody acted. */
export const whoOnPage = (
  { doer, cause, actor, name, role, onBehalfOf }: Doing,
  behind: ReadonlyMap<string, Name>,
): LocalText => {
  if (doer === 'engine') return engineInWords(cause)
  if (actor === null) return notForYou
  const place = onBehalfOf === null ? undefined : behind.get(onBehalfOf)
  const [en, zh] = [
    [name?.en, role === null ? undefined : roles[role].label.en],
    [name?.local, role === null ? undefined : roles[role].label['zh-CN']],
  ].map((parts) => parts.filter((part) => part !== undefined))
  return {
    en: [en?.join(', '), place?.en].filter((part) => part !== undefined && part !== '').join(' · '),
    'zh-CN': [zh?.join('，'), place?.local].filter((part) => part !== undefined && part !== '').join(' · '),
  }
}

type Doing = Pick<ListedEntryView, 'doer' | 'cause' | 'actor' | 'name' | 'role' | 'onBehalfOf'>

/** Who did what an entry tells, on paper: with the id, by which it is the same person wherever the record is held against another. */
const whoOf = ({ doer, cause, actor, name, role, onBehalfOf }: Doing, behind: ReadonlyMap<string, Name>): LocalText => {
  if (doer === 'engine') return engineInWords(cause)
  if (actor === null) return notForYou
  const label = role === null ? { en: '', 'zh-CN': '' } : roles[role].label
  const place = onBehalfOf === null ? undefined : (behind.get(onBehalfOf) ?? { en: onBehalfOf, local: onBehalfOf })
  const [en, local] = name === null ? [actor, actor] : [`${name.en} (${actor})`, `${name.local}（${actor}）`]
  return {
    en: [`${en}, ${label.en}`, place?.en].filter((one) => one !== undefined).join(' · '),
    'zh-CN': [`${local}，${label['zh-CN']}`, place?.local].filter((one) => one !== undefined).join(' · '),
  }
}
