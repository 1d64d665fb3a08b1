import type { LocalText } from '../locale.js'
import type { Capacity, ScreeningVerdict } from '../screening.js'
import type { SubjectStatus } from '../subjects.js'

/** What a screening came to. */
export const screeningVerdictLabels: Readonly<Record<ScreeningVerdict, LocalText>> = {
  clear: { en: 'No match', 'zh-CN': '无匹配记录' },
  open_hit: { en: 'A match is examined', 'zh-CN': '疑似匹配待核查' },
  no_bar: { en: 'A match, no bar', 'zh-CN': '有匹配记录，不构成禁止' },
  barred: { en: 'Barred', 'zh-CN': '构成禁止' },
}

/** As whom somebody is screened. */
export const capacityLabels: Readonly<Record<Capacity, LocalText>> = {
  government: { en: 'Nominating authority', 'zh-CN': '申报政府' },
  head_of_government: { en: 'Its head', 'zh-CN': '政府主要负责人' },
  organisation: { en: 'Cluster organisation', 'zh-CN': '集群促进机构' },
  head_of_organisation: { en: 'Head of the organisation', 'zh-CN': '机构负责人' },
  board: { en: 'Governing board', 'zh-CN': '理事' },
  owner: { en: 'Owner of a quarter or more', 'zh-CN': '实际控制人' },
  firm: { en: 'Main firm', 'zh-CN': '主要企业' },
  funder: { en: 'Funder', 'zh-CN': '出资方' },
  signatory: { en: 'Signatory', 'zh-CN': '签署人' },
  partner: { en: 'Partner', 'zh-CN': '合作方' },
}

/** Where somebody stands who is screened. */
export const subjectStatusLabels: Readonly<Record<SubjectStatus, LocalText>> = {
  due: { en: 'To be screened', 'zh-CN': '待审查' },
  clear: { en: 'No match', 'zh-CN': '无匹配记录' },
  open_hit: { en: 'A match is examined', 'zh-CN': '疑似匹配待核查' },
  no_bar: { en: 'A match, no bar', 'zh-CN': '有匹配记录，不构成禁止' },
  barred: { en: 'Barred', 'zh-CN': '构成禁止' },
}
