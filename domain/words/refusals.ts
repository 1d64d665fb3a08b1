import { isStatus, lifecycle } from '../lifecycle.js'
import type { Locale, LocalText } from '../locale.js'
import { isMatter, matters } from '../matters.js'
import { isReasonCode } from '../reason-code.js'
import { refusalText, type Refusal } from '../refusal.js'
import type { RegisterKind } from '../register.js'
import { retentionRules } from '../retention.js'
import { isRole, roles } from '../role.js'
import { criterionLabel, dossierPartTitle, gateLabel } from './criteria.js'
import { momentInWords } from './hours.js'
import { optionLabel } from './options.js'
import { reasonCodeLabel } from './reason-codes.js'
import { stepTitle } from './steps.js'
import { voidWords } from './facets.js'

/**
 * The sentence of a "no" as a person reads it: roles and statuses by their names, and beside each code that is typed again (a
 * step, an option, a reason code) what it stands for. The detail itself keeps its codes: it is compared, sealed and sent.
 */
export const refusalInWords = (no: Refusal, locale: Locale): { readonly says: string; readonly next: string } => {
  const { detail: facts } = no
  const detail = new Proxy(
    {},
    { get: (_, field) => inWords(Reflect.get(facts, field), { field: String(field), detail: facts, locale }) },
  )
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- every fact keeps its kind, text for text and list for list, which the compiler cannot follow through the proxy
  const { says, next } = refusalText({ code: no.code, detail } as Refusal, locale)
  return { says: withActs[locale](says), next: withActs[locale](next) }
}

/** The same in every language, for an answer that each reader reads in his or her own. */
export const refusalInBoth = (no: Refusal): { readonly says: LocalText; readonly next: LocalText } => {
  const [en, chinese] = [refusalInWords(no, 'en'), refusalInWords(no, 'zh-CN')]
  return { says: { en: en.says, 'zh-CN': chinese.says }, next: { en: en.next, 'zh-CN': chinese.next } }
}

interface Fact {
  readonly field: string
  readonly detail: object
  readonly locale: Locale
}

const inWords = (value: unknown, fact: Fact): unknown => {
  if (Array.isArray(value)) return value.map((one: unknown) => inWords(one, fact))
  if (typeof value !== 'string') return value
  return isInstant(value) ? moment(value, fact) : (kinds[fact.field]?.(value, fact) ?? value)
}

type Word = (text: string, fact: Fact) => string

const isInstant = (text: string): boolean => /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text)

/** With the hour of the place where the "no" says which place that is (R4). */
const moment: Word = (text, { detail, locale }) => {
  const zone: unknown = Reflect.get(detail, 'zone')
  return momentInWords(text, typeof zone === 'string' ? zone : undefined)[locale]
}

/** Every role in a text, by its name: some facts name several, or people beside them. */
const rolesNamed = (text: string, locale: Locale): string =>
  text.replaceAll(/(?<![\w.:-])[A-Z]{2,3}(?![\w.:-])/g, (code) => roleNamed(code, locale))

/** A role as it is called inside a sentence. An unknown code comes back as it is. */
export const roleNamed = (code: string, locale: Locale): string => {
  if (!isRole(code)) return code
  const label = roles[code].label[locale]
  return locale === 'en' ? label.charAt(0).toLowerCase() + label.slice(1) : label
}

const needed: Word = (text, { locale }) => needs[text]?.[locale] ?? rolesNamed(text, locale)

/** What a step or an act needs that is no role. */
const needs: Readonly<Record<string, LocalText>> = {
  'a seat for this base': { en: 'any office', 'zh-CN': '任一职务' },
  programme_seat: { en: 'any office of the programme', 'zh-CN': '项目一方任一职务' },
  dossier: { en: 'the dossier', 'zh-CN': '申报材料' },
  sheet: { en: 'the score sheet', 'zh-CN': '评分表' },
  report: { en: 'the report', 'zh-CN': '报告' },
  programme_record: {
    en: "what the programme's own record has of late money and of findings",
    'zh-CN': '项目自有记录所载的到款延迟与存在问题',
  },
  team: { en: 'the team', 'zh-CN': '工作组名单' },
  baseline: { en: 'the baseline', 'zh-CN': '基线' },
  change: { en: 'what has changed', 'zh-CN': '变更内容' },
  reason: { en: 'the reason in words', 'zh-CN': '文字理由' },
  until: { en: 'the day on which it ends (until)', 'zh-CN': '截止日期（until）' },
}

/** What was left out, where something else was to be. */
const unsaid: Word = (text, { locale }) => (text === 'absent' && locale === 'zh-CN' ? '（未填写）' : text)

const step: Word = (text, { locale }) => {
  const key = text.replace(/\.\d+$/, '')
  const title = stepTitle(key, locale)
  if (title !== key) return `${text} (${title})`
  if (isMatter(text)) return `${opens}${matters[text].label[locale]}${ends}`
  const act = acts[text]
  if (act !== undefined) return `${opens}${act[locale]}${ends}`
  return isRole(text) ? roleNamed(text, locale) : text
}

/** Around an act or a matter that stands in the place of a step while its sentence is made: neither is a step or has a number. */
const [opens, ends] = ['\ue000', '\ue001']

/** The sentence with its acts as words of it: "Convening a session is done by", where a step would be "Step 1.3 (...) is". */
const withActs: Readonly<Record<Locale, (text: string) => string>> = {
  en: (text) =>
    text
      .replaceAll(/\b([Ss])tep \ue000(.)/g, (_, step: string, first: string) =>
        step === 'S' ? first.toUpperCase() : first,
      )
      .replaceAll(/[\ue000\ue001]/g, ''),
  'zh-CN': (text) => text.replaceAll(/(?: ?步骤 ?)?\ue000([^\ue001]*)\ue001 ?/g, '“$1”'),
}

/** What people do beside the steps, where a "no" names it in the place of one. */
const acts: Readonly<Record<string, LocalText>> = {
  add_to_register: { en: 'adding to the register', 'zh-CN': '登记' },
  adopt_procedure: { en: 'adopting a version', 'zh-CN': '采用规则版本' },
  approve_call: { en: 'opening a call', 'zh-CN': '启动申报' },
  comment: { en: 'commenting', 'zh-CN': '备注' },
  confirm_correction: { en: 'confirming a correction of the register', 'zh-CN': '确认更正登记' },
  confirm_erasure: { en: 'confirming an erasure', 'zh-CN': '确认删除' },
  ask_third_party: { en: 'asking a third party', 'zh-CN': '请第三方确认' },
  confirm_hold: { en: 'confirming a hold on records', 'zh-CN': '确认记录保全' },
  confirm_paper: { en: 'confirming a paper', 'zh-CN': '确认书面文件' },
  confirm_release: { en: 'confirming the end of a hold', 'zh-CN': '确认解除保全' },
  confirm_rules: { en: 'publishing a version of the rules', 'zh-CN': '发布规则版本' },
  confirm_seats: { en: 'confirming seats', 'zh-CN': '确认任命' },
  confirm_void: { en: 'confirming a voiding', 'zh-CN': '确认作废' },
  convene_session: { en: 'convening a session', 'zh-CN': '召集会议' },
  move_session: { en: 'moving a session', 'zh-CN': '会议改期' },
  note_session: { en: 'noting a session', 'zh-CN': '登记会议情况' },
  declare_interest: { en: 'declaring an interest', 'zh-CN': '声明利益关系' },
  delegate: { en: 'lending a seat', 'zh-CN': '委托' },
  draw_substitutes: { en: 'drawing substitutes', 'zh-CN': '抽取候补' },
  end_delegation: { en: 'ending a delegation', 'zh-CN': '终止委托' },
  enter_paper: { en: 'entering a paper', 'zh-CN': '录入书面文件' },
  extend: { en: 'extending a date', 'zh-CN': '延期' },
  grant_mandates: { en: 'giving seats', 'zh-CN': '授予任命' },
  hold: { en: 'putting on hold', 'zh-CN': '暂停' },
  hold_records: { en: 'holding records', 'zh-CN': '记录保全' },
  open_record: { en: 'opening a sheet', 'zh-CN': '新建工作记录' },
  propose_call: { en: 'proposing a call', 'zh-CN': '提议启动申报' },
  propose_rules: { en: 'proposing a version of the rules', 'zh-CN': '提议规则版本' },
  propose_void: { en: 'proposing a voiding', 'zh-CN': '提议作废' },
  raise: { en: 'raising a matter', 'zh-CN': '发起事项' },
  reassign: { en: 'giving a step to somebody', 'zh-CN': '改派' },
  refuse_paper: { en: 'turning a paper away', 'zh-CN': '退回书面文件' },
  release_records: { en: 'ending a hold on records', 'zh-CN': '解除保全' },
  request_erasure: { en: 'asking for an erasure', 'zh-CN': '申请删除' },
  resume: { en: 'resuming', 'zh-CN': '恢复' },
  revive: { en: 'reviving', 'zh-CN': '恢复流程' },
  revoke: { en: 'taking a decision back', 'zh-CN': '收回决定' },
  revoke_mandate: { en: 'taking a seat back', 'zh-CN': '撤销任命' },
  take_back: { en: 'taking back what was raised', 'zh-CN': '撤回所发起事项' },
  withdraw: { en: 'withdrawing', 'zh-CN': '撤回' },
  withdraw_proposal: { en: 'withdrawing a proposal', 'zh-CN': '撤回提议' },
}

const option: Word = (text, { detail, locale }) => {
  const of: unknown = Reflect.get(detail, 'step')
  const key = typeof of === 'string' ? of.replace(/\.\d+$/, '') : ''
  if (isReasonCode(text)) return `${text} (${reasonCodeLabel(text, locale)})`
  if (isMatter(text)) return `${text} (${matters[text].label[locale]})`
  const label = optionLabel({ key, option: text }, locale)
  return label === text ? text : `${text} (${label})`
}

const cause: Word = (text, { locale }) => Object.entries(voidWords).find(([code]) => code === text)?.[1][locale] ?? text

const kindOf: Word = (text, { locale }) => (isRegisterKind(text) ? registered[text][locale] : text)

/** What an administrator adds, as it is called inside a sentence. */
const registered: Readonly<Record<RegisterKind, LocalText>> = {
  organisation: { en: 'organisation', 'zh-CN': '机构' },
  place: { en: 'place', 'zh-CN': '地点' },
  category: { en: 'industry category', 'zh-CN': '行业类别' },
  names: { en: 'Chinese names of', 'zh-CN': '中文名称' },
}
const isRegisterKind = (text: string): text is RegisterKind => Object.hasOwn(registered, text)

const status: Word = (text, { locale }) => (isStatus(text) ? lifecycle[text].label[locale] : text)
const beside =
  (label: (key: string, locale: Locale) => string): Word =>
  (text, { locale }) => {
    const word = label(text, locale)
    return word === text ? text : `${text} (${word})`
  }

/** What is kept, as the rule that keeps it is called. */
const keeps: Word = (text, { locale }) =>
  Object.values(retentionRules).find(({ label }) => label.en === text)?.label[locale] ?? text

/** The end of a time that has not begun to run. */
const unended: Word = (text, { locale }) =>
  text === 'open' ? { en: 'some time after the base has ended', 'zh-CN': '基地终止后另行起算的期限届满' }[locale] : text

/** Parts of the dossier by their names: 4/14 is the fourth of them (1.3). */
const there: Word = (text, { locale }) => {
  const [, part] = /^(\d+)\/14$/.exec(text) ?? []
  return part === undefined ? text : `${part} ${dossierPartTitle(Number(part), locale)}`
}

/** How each fact of a "no" that may be a code is put into words; facts of other names stay as they are. */
const kinds: Readonly<Record<string, Word>> = {
  needs: needed,
  got: unsaid,
  have: needed,
  holds: needed,
  role: needed,
  by: needed,
  step,
  other: step,
  named: step,
  open: step,
  steps: step,
  since: step,
  option,
  allowed: option,
  borne: option,
  code: option,
  kind: kindOf,
  matter: option,
  outcome: option,
  status,
  keeps,
  until: unended,
  cause,
  there,
  gates: beside(gateLabel),
  criteria: beside(criterionLabel),
  lacks: beside(criterionLabel),
}
