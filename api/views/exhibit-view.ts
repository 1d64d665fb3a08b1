import { z } from 'zod'
import type { ListedExhibit } from '../../db/reads/exhibits.js'
import { plainDate } from '../../domain/calendar-date.js'
import { fileEnds, rejectionCodes, rejectionLabels, standsOn, statusLabels } from '../../domain/exhibits/exhibit.js'
import type { ExhibitThen } from '../../domain/exhibits/exhibits-then.js'
import { exhibitKinds } from '../../domain/exhibits/kinds.js'
import type { LocalText } from '../../domain/locale.js'
import { defined } from '../../domain/values/defined.js'
import type { ExhibitThen as ExhibitThenView, ExhibitView } from '../contract/exhibits.js'

type View = z.input<typeof ExhibitView>

/** What people wrote about an exhibit, as it is kept in one text. */
export const ExhibitWords = z.object({
  title: z.object({ en: z.string().optional(), 'zh-CN': z.string().optional() }),
  issuer: z.string().optional(),
  docNo: z.string().optional(),
  definition: z.string().optional(),
  sourceUrl: z.string().optional(),
})

/** What of an exhibit is there for everybody who may know that it is there. */
export const maskedExhibit = (row: ListedExhibit, { today }: { readonly today: string }): View => {
  const { id, kind, readers, status, class: set, class_proposed: classProposed, stage_no: stage, person } = row
  const own = { id, kind, readers, status, classProposed, stage, person, receivedAt: row.received_at }
  const expiresOn = row.expires_on === null ? undefined : plainDate(row.expires_on)
  return {
    ...standingExhibit({ ...own, ...defined({ class: set ?? undefined, expiresOn }) }, today),
    ...fileOf(row),
    masked: true,
  }
}

const fileOf = ({ file_end: end }: ListedExhibit) =>
  end === null ? { file: 'kept' as const } : { file: end, fileLabel: fileEnds[end] }

/** An exhibit as it stands on a day, or stood. */
export const standingExhibit = (one: ExhibitThen, day: string): z.input<typeof ExhibitThenView> => {
  const { id, kind, readers, classProposed, class: counts = classProposed, receivedAt, expiresOn = null } = one
  const status = standsOn(one, plainDate(day))
  return {
    id,
    kind,
    kindLabel: exhibitKinds[kind].label,
    class: counts,
    classProposed,
    readers,
    status,
    statusLabel: statusLabels[status],
    receivedAt,
    expiresOn,
  }
}

interface Around {
  readonly today: string
  /** The texts of the exhibit that are there still. */
  readonly texts: ReadonlyMap<string, string | null>
  readonly reader: string
}

/** An exhibit whole. */
export const wholeExhibit = (row: ListedExhibit, { today, texts, reader }: Around): View => {
  const text = texts.get(row.text_id) ?? null
  const code = rejectionCodes.find((one) => one === row.code)
  return {
    ...maskedExhibit(row, { today }),
    masked: false,
    role: row.role,
    own: row.person === reader,
    words: text === null ? null : ExhibitWords.parse(JSON.parse(text)),
    ...copied(row),
    sha256: row.sha256,
    size: row.size,
    media: row.media,
    scan: row.scan,
    ...defined({
      pages: row.pages ?? undefined,
      supersededBy: row.superseded_by ?? undefined,
      code,
      codeLabel: code && rejectionLabels[code],
      reason: row.reason_id === null ? undefined : (texts.get(row.reason_id) ?? null),
    }),
  }
}

/** An exhibit in a list to choose from: by its title where that is still there, with its kind and the beginning of its id. */
export const exhibitNamed = (
  { id, kind, text_id: words }: Pick<ListedExhibit, 'id' | 'kind' | 'text_id'>,
  texts: ReadonlyMap<string, string | null>,
): LocalText => {
  const text = texts.get(words) ?? null
  const title = text === null ? undefined : ExhibitWords.parse(JSON.parse(text)).title
  const { label } = exhibitKinds[kind]
  const mark = id.slice(0, 8)
  const [en, chinese] = [title?.en ?? title?.['zh-CN'], title?.['zh-CN'] ?? title?.en]
  return {
    en: en === undefined ? `${label.en} (${mark})` : `${en} (${label.en}, ${mark})`,
    'zh-CN': chinese === undefined ? `${label['zh-CN']}（${mark}）` : `${chinese}（${label['zh-CN']}，${mark}）`,
  }
}

const copied = ({ says }: ListedExhibit) => ({
  seal: says.seal,
  languages: [...says.languages],
  ...defined({
    issuedOn: says.issuedOn,
    capturedOn: says.capturedOn,
    periods: says.periods?.map(({ from, to }) => ({ from, to })),
    territories: says.territories && [...says.territories],
    personal: says.personal,
    supersedes: says.supersedes,
    translationOf: says.translationOf,
  }),
})
