import type { ConditionOwner } from './conditions.js'
import type { Locale } from './locale.js'

/** Whose calendar and whose duty: the programme's own people, or one of the place's bodies (4, 8.5). */
export type Side = 'programme' | 'partner'

interface RoleEntry {
  readonly side: Side
  /** Held for one base only; programme-wide roles cover every base of the programme. */
  readonly perBase: boolean
  readonly label: Record<Locale, string>
}

const defineRoles = <const R extends string>(table: Readonly<Record<R, RoleEntry>>) => Object.freeze(table)

/** The roles (4), among them the specialist of 2.3, the head of government of 3.7d, the local signatory of 3.11, and the substitute of 8.4. */
export const roles = defineRoles({
  PM: { side: 'programme', perBase: false, label: { en: 'Programme manager', 'zh-CN': '项目经理' } },
  PD: { side: 'programme', perBase: false, label: { en: 'Programme director', 'zh-CN': '项目主任' } },
  SO: { side: 'programme', perBase: false, label: { en: 'Screening officer', 'zh-CN': '审核专员' } },
  CO: { side: 'programme', perBase: false, label: { en: 'Compliance officer', 'zh-CN': '合规专员' } },
  LC: { side: 'programme', perBase: false, label: { en: 'Legal counsel', 'zh-CN': '法律顾问' } },
  FO: { side: 'programme', perBase: false, label: { en: 'Finance officer', 'zh-CN': '财务专员' } },
  EX: { side: 'programme', perBase: false, label: { en: 'Expert assessor', 'zh-CN': '评审专家' } },
  DL: { side: 'programme', perBase: false, label: { en: 'Due-diligence lead', 'zh-CN': '尽职调查组长' } },
  SP: { side: 'programme', perBase: false, label: { en: 'Due-diligence specialist', 'zh-CN': '尽职调查专员' } },
  SV: { side: 'programme', perBase: false, label: { en: 'Site visitor', 'zh-CN': '实地考察员' } },
  CM: { side: 'programme', perBase: false, label: { en: 'Selection committee member', 'zh-CN': '遴选委员会委员' } },
  CH: { side: 'programme', perBase: false, label: { en: 'Selection committee chair', 'zh-CN': '遴选委员会主席' } },
  SM: {
    side: 'programme',
    perBase: false,
    label: { en: 'Substitute member of the selection committee', 'zh-CN': '遴选委员会候补委员' },
  },
  CS: { side: 'programme', perBase: false, label: { en: 'Committee secretary', 'zh-CN': '委员会秘书' } },
  BD: { side: 'programme', perBase: false, label: { en: 'Board member', 'zh-CN': '理事会成员' } },
  AS: {
    side: 'programme',
    perBase: false,
    label: { en: 'Authorised signatory of the programme', 'zh-CN': '联盟授权签署人' },
  },
  TR: { side: 'programme', perBase: false, label: { en: 'Translator', 'zh-CN': '翻译' } },
  RV: { side: 'programme', perBase: false, label: { en: 'Reviser', 'zh-CN': '审校' } },
  RP: { side: 'programme', perBase: false, label: { en: 'Review panel member', 'zh-CN': '评估小组成员' } },
  AP: { side: 'programme', perBase: false, label: { en: 'Appeals panel member', 'zh-CN': '复核小组成员' } },
  AU: { side: 'programme', perBase: false, label: { en: 'Auditor', 'zh-CN': '审计员' } },
  AD: { side: 'programme', perBase: false, label: { en: 'System administrator', 'zh-CN': '系统管理员' } },
  LG: { side: 'partner', perBase: true, label: { en: 'Local government', 'zh-CN': '地方政府' } },
  HG: { side: 'partner', perBase: true, label: { en: 'Head of government', 'zh-CN': '政府主要负责人' } },
  LX: {
    side: 'partner',
    perBase: true,
    label: { en: 'Local foreign-affairs or legal office', 'zh-CN': '外事或司法行政部门' },
  },
  SA: { side: 'partner', perBase: true, label: { en: 'Superior authority', 'zh-CN': '上级主管部门' } },
  CLO: { side: 'partner', perBase: true, label: { en: 'Cluster organisation', 'zh-CN': '集群促进机构' } },
  EN: { side: 'partner', perBase: true, label: { en: 'Enterprise representative', 'zh-CN': '企业代表' } },
  AL: {
    side: 'partner',
    perBase: true,
    label: { en: 'Authorised signatory of the local side', 'zh-CN': '政府授权签署人' },
  },
})

export type Role = keyof typeof roles
/** Whether a text that came from outside is a role. */
export const isRole = (text: string): text is Role => Object.hasOwn(roles, text)

/** All roles, in the order of the rules (4). */
export const roleCodes: readonly Role[] = Object.keys(roles).filter(isRole)

/** Roles whose holders share what they look for: those of a place are held for one base, and places do not read one another. */
export const sharingRoles: readonly Role[] = roleCodes.filter((role) => !roles[role].perBase)

interface Offices {
  readonly nominates: Role
  /** Puts a base on hold and lets it go on (8.5). */
  readonly holds: readonly Role[]
  readonly withdraws: Role
  readonly reassigns: Role
  readonly drawsSubstitutes: Role
  /** Enters the interest of somebody else (SD5). */
  readonly entersInterests: Role
  /** Begins a missing workflow again, and decides nothing by it (SD10). */
  readonly revives: Role
  /** Who opens what was brought to prove a fact, and says of which class it is; and of what compliance alone reads (8.6). */
  readonly receivesExhibits: readonly Role[]
  readonly receivesConfidential: readonly Role[]
  /** Who shows that a condition is met, by whom it binds, and who checks it (8.16). */
  readonly meetsConditions: Readonly<Record<ConditionOwner, readonly Role[]>>
  readonly checksConditions: readonly Role[]
  /** Who asks somebody outside about what was done in a year (5.14). */
  readonly asksThirdParties: readonly Role[]
  /** The office, which signs in: its letters carry no link to act by (0051). */
  readonly signsIn: readonly Role[]
  /** Through whose hands an act on paper goes (R16). */
  readonly handlesPaper: readonly Role[]
  /** Beside whoever holds the role of the step: takes a decision back, says that one was mis-entered (8.7, R17). */
  readonly revokes: Role
  readonly proposesVoid: readonly Role[]
  readonly confirmsVoid: readonly Role[]
  /** Agrees to a later version of the rules for its side (8.8). */
  readonly agrees: Readonly<Record<Side, Role>>
  /** Hears that silence has decided, and that a reminder came back (R3, 14.15). */
  readonly hearsOfSilence: readonly Role[]
  readonly hearsOfBounces: readonly Role[]
  /** A call is proposed by one and opened by another (1.1); a ranked session is convened (1.10). */
  readonly proposesCalls: readonly Role[]
  readonly opensCalls: readonly Role[]
  readonly convenes: readonly Role[]
  /** Keeps people, register and rules, and decides on no base (SD10). */
  readonly administers: Role
  /** The same with whoever is the second where two are needed, for seats and erasures too (8.13). */
  readonly administersWith: readonly Role[]
  readonly holdsRecords: readonly Role[]
  /** Ends what others have lent (SD7). */
  readonly endsDelegations: Role
}

/** Who does what beside the steps: the engine asks for the work, and the programme gives it to its roles (4). */
export const offices: Offices = {
  nominates: 'PM',
  holds: ['PM', 'PD'],
  withdraws: 'LG',
  reassigns: 'PD',
  drawsSubstitutes: 'CS',
  entersInterests: 'CO',
  revives: 'AD',
  receivesExhibits: ['SO', 'SP', 'SV', 'FO', 'LC'],
  receivesConfidential: ['CO'],
  meetsConditions: { government: ['LG'], organisation: ['CLO'], programme: ['PM'] },
  checksConditions: ['LC', 'SO'],
  asksThirdParties: ['CLO', 'SO'],
  signsIn: ['PM', 'PD', 'SO', 'CO', 'LC', 'FO', 'DL', 'CS', 'AS', 'AU', 'AD'],
  handlesPaper: ['CS', 'PM', 'PD'],
  revokes: 'CO',
  proposesVoid: ['CS', 'PM'],
  confirmsVoid: ['PD', 'CH'],
  agrees: { programme: 'PD', partner: 'AL' },
  hearsOfSilence: ['PM'],
  hearsOfBounces: ['LG', 'HG', 'PM'],
  proposesCalls: ['PM'],
  opensCalls: ['PD'],
  convenes: ['CS'],
  administers: 'AD',
  administersWith: ['AD', 'PD'],
  holdsRecords: ['AD', 'PD', 'CO', 'LC'],
  endsDelegations: 'PD',
}
