import { addMonths, type PlainDate } from '../calendar-date.js'
import type { PersonId, Sha256 } from '../ids.js'
import type { LocalText } from '../locale.js'
import type { Role, Side } from '../role.js'
import type { EvidenceClass, VisibilityClass } from '../form/field.js'
import type { ExhibitKind } from './kinds.js'

/** Who may read it: the classes somebody may bring an exhibit under (8.12). What a body decides among itself is no exhibit. */
export const exhibitReaders = ['PUB', 'PAR', 'PRG', 'CPL', 'FRM'] as const satisfies readonly VisibilityClass[]
export type ExhibitReaders = (typeof exhibitReaders)[number]

/** How it is signed or sealed. */
export const sealForms = ['stamped', 'signed', 'e_seal', 'none'] as const
export type SealForm = (typeof sealForms)[number]
/** On what ground personal data may lie in it. */
export const personalGrounds = ['masked', 'consent', 'official_duty'] as const
export type PersonalGround = (typeof personalGrounds)[number]

/** What the scanner said. `unscanned`: nobody looked for viruses, which a trial alone allows. */
export const scanResults = ['clean', 'unscanned'] as const
export type ScanResult = (typeof scanResults)[number]
export const scanLabels: Readonly<Record<ScanResult, LocalText>> = {
  clean: { en: 'Clean', 'zh-CN': '通过' },
  unscanned: { en: 'Not scanned for viruses', 'zh-CN': '未作病毒扫描' },
}

/** Where an exhibit stands. */
export const exhibitStatuses = ['received', 'checked', 'accepted', 'returned', 'superseded'] as const
export type ExhibitStatus = (typeof exhibitStatuses)[number]
/** What was sent back, or has a successor, shows nothing any more. */
export const fallenStatuses: readonly ExhibitStatus[] = ['returned', 'superseded']
/** Whether an exhibit may be cited on a day: it is there, has not fallen and has not expired (8.6). */
export const mayBeCited = (
  exhibit: { readonly status: ExhibitStatus; readonly expiresOn?: PlainDate | undefined } | undefined,
  today: PlainDate,
): boolean =>
  exhibit !== undefined &&
  !fallenStatuses.includes(exhibit.status) &&
  !(exhibit.expiresOn !== undefined && today > exhibit.expiresOn)
export const statusLabels: Readonly<Record<ExhibitStatus | 'run_out', LocalText>> = {
  received: { en: 'Received', 'zh-CN': '已接收' },
  checked: { en: 'Checked', 'zh-CN': '已核对' },
  accepted: { en: 'Accepted', 'zh-CN': '已采纳' },
  returned: { en: 'Rejected', 'zh-CN': '已退回' },
  superseded: { en: 'Superseded', 'zh-CN': '已替换' },
  run_out: { en: 'Expired', 'zh-CN': '已过期' },
}

/** Why the file of an exhibit is gone: whoever it told of was erased, or its time is over (8.13). */
export type FileEnd = 'erasure' | 'retention'
export const fileEnds: Readonly<Record<FileEnd, LocalText>> = {
  erasure: { en: 'it lay under the key of somebody who was erased', 'zh-CN': '其密钥所属人员的信息已被删除' },
  retention: { en: 'it was kept for as long as the rules say', 'zh-CN': '规则规定的保存期限已届满' },
}

/** Why an exhibit is turned away. */
export const rejectionCodes = [
  'irrelevant',
  'unreadable',
  'unsigned',
  'wrong_period',
  'wrong_territory',
  'out_of_date',
  'must_not_be_held',
  'doubtful',
] as const
export type RejectionCode = (typeof rejectionCodes)[number]
export const rejectionLabels: Readonly<Record<RejectionCode, LocalText>> = {
  irrelevant: { en: 'Not relevant', 'zh-CN': '无关' },
  unreadable: { en: 'Unreadable', 'zh-CN': '无法辨认' },
  unsigned: { en: 'Unsigned', 'zh-CN': '无签章' },
  wrong_period: { en: 'Wrong period', 'zh-CN': '期间不符' },
  wrong_territory: { en: 'Wrong territory', 'zh-CN': '区域不符' },
  out_of_date: { en: 'Expired', 'zh-CN': '已过期' },
  must_not_be_held: { en: 'Must not be held', 'zh-CN': '涉密或个人信息' },
  doubtful: { en: 'Doubtful', 'zh-CN': '真实性存疑' },
}

/** The period a figure is for; a year is one. */
export interface ExhibitPeriod {
  readonly from: PlainDate
  readonly to: PlainDate
}

/** What an exhibit says in codes, numbers and dates: all of it that may travel and stand in the ledger. */
export interface ExhibitSays {
  readonly kind: ExhibitKind
  readonly classProposed: EvidenceClass
  readonly readers: ExhibitReaders
  readonly seal: SealForm
  /** BCP 47 tags. */
  readonly languages: readonly string[]
  readonly issuedOn?: PlainDate
  readonly expiresOn?: PlainDate
  readonly periods?: readonly ExhibitPeriod[]
  /** ISO 3166-2 codes, with a lower local one behind where there is one. */
  readonly territories?: readonly string[]
  readonly personal?: PersonalGround
  readonly capturedOn?: PlainDate
  readonly supersedes?: string
  readonly translationOf?: string
}

/** What the server found in the file itself. */
export interface ExhibitFile {
  readonly sha256: Sha256
  readonly size: number
  readonly media: string
  readonly scan: ScanResult
  readonly pages?: number
}

/** An exhibit as the core remembers it: what the next act on it is judged by, and no more, since the state travels with every run. */
export interface ExhibitState {
  readonly status: ExhibitStatus
  readonly sha256: Sha256
  readonly readers: ExhibitReaders
  readonly kind: ExhibitKind
  readonly class: EvidenceClass
  readonly person: PersonId
  readonly side: Side
  /** The stage it was brought in, by its number. */
  readonly stage: number
  /** Who set the class: another person may accept it or turn it away as well. */
  readonly checkedBy?: PersonId
  readonly expiresOn?: PlainDate
  /** In which role it was brought, and on which day, where it expires: whoever has the role is told when that comes near. */
  readonly role?: Role
  readonly receivedOn?: PlainDate
  /** How many days before its end that was told last. */
  readonly told?: number
}

/** For how many months after its issue an exhibit counts, unless an earlier day is printed on it (8.6). */
export const validMonths = 36

/** The last day on which it counts; none for what bears no date of issue. */
export const expiryOf = ({
  issuedOn,
  printed,
}: {
  issuedOn?: PlainDate
  printed?: PlainDate
}): PlainDate | undefined => {
  const usual = issuedOn === undefined ? undefined : addMonths(issuedOn, validMonths)
  if (usual === undefined || printed === undefined) return printed ?? usual
  return printed < usual ? printed : usual
}

/** Where it stands on a day: what was not turned away or replaced and is past its day has expired. */
export const standsOn = (
  { status, expiresOn }: { status: ExhibitStatus; expiresOn?: PlainDate | undefined },
  today: PlainDate,
): ExhibitStatus | 'run_out' => {
  const counts = status !== 'returned' && status !== 'superseded'
  return counts && expiresOn !== undefined && today > expiresOn ? 'run_out' : status
}
