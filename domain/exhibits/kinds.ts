import type { EvidenceClass } from '../form/field.js'
import type { LocalText } from '../locale.js'

interface KindEntry {
  /** The best class a material of this kind can be given. */
  readonly best: EvidenceClass
  readonly label: LocalText
  /** Made by whoever brings it: nobody else issued it. */
  readonly isOwn?: true
}

const defineKinds = <const K extends string>(table: Readonly<Record<K, KindEntry>>) => Object.freeze(table)

/** What people bring to prove a fact, by kind: the kind decides the best possible class (8.6). */
export const exhibitKinds = defineKinds({
  yearbook: { best: 1, label: { en: 'Yearbook or communiqué', 'zh-CN': '统计年鉴或统计公报' } },
  statistics_extract: { best: 1, label: { en: 'Sealed statistical extract', 'zh-CN': '统计部门盖章数据' } },
  customs_statistics: { best: 1, label: { en: 'Customs statistics', 'zh-CN': '海关统计数据' } },
  tax_totals: { best: 1, label: { en: 'Tax totals', 'zh-CN': '税务汇总数据' } },
  register_extract: { best: 1, label: { en: 'Register extract', 'zh-CN': '登记查询件' } },
  social_insurance: { best: 1, label: { en: 'Social-insurance count', 'zh-CN': '社保参保数据' } },
  budget_act: { best: 1, label: { en: 'Budget act', 'zh-CN': '预算批复' } },
  foreign_investment_report: { best: 1, label: { en: 'Foreign-investment report', 'zh-CN': '外商投资信息报告' } },
  audit_report: { best: 2, label: { en: 'Audit report', 'zh-CN': '审计报告' } },
  valuation: { best: 2, label: { en: 'Capital verification or valuation', 'zh-CN': '验资或评估报告' } },
  certificate: { best: 2, label: { en: 'Certificate of an accredited body', 'zh-CN': '认证证书' } },
  bank_confirmation: { best: 2, label: { en: 'Bank receipt or confirmation', 'zh-CN': '银行回单或询证函' } },
  visit_protocol: { best: 2, label: { en: 'Protocol of an outside visitor', 'zh-CN': '独立核查记录' } },
  public_statement: { best: 3, label: { en: 'Signed statement of a public body', 'zh-CN': '政府部门证明或公函' } },
  association_figures: { best: 3, label: { en: 'Figures signed by an association', 'zh-CN': '行业协会数据' } },
  research: { best: 3, label: { en: 'Research', 'zh-CN': '研究报告' } },
  counterparty_document: { best: 3, label: { en: 'Document of a counterparty', 'zh-CN': '交易对方文件' } },
  survey: { best: 3, label: { en: 'Valid survey', 'zh-CN': '有效问卷结果' } },
  outside_confirmation: { best: 3, label: { en: 'Confirmation by a third party', 'zh-CN': '第三方确认' } },
  press_quote: { best: 4, label: { en: 'Press quoting an official source', 'zh-CN': '媒体转引官方或协会数据' } },
  trade_press: { best: 4, label: { en: 'Trade press', 'zh-CN': '专业媒体' } },
  own_record: { best: 5, isOwn: true, label: { en: 'Own record', 'zh-CN': '自报记录' } },
  own_web_page: { best: 5, isOwn: true, label: { en: 'Own web page', 'zh-CN': '企业或机构网页' } },
  forecast: { best: 5, isOwn: true, label: { en: 'Forecast', 'zh-CN': '预测' } },
})

export type ExhibitKind = keyof typeof exhibitKinds
/** Whether a text that came from outside is a kind of exhibit. */
export const isExhibitKind = (text: string): text is ExhibitKind => Object.hasOwn(exhibitKinds, text)
/** All kinds, the strongest first. */
export const exhibitKindCodes: readonly ExhibitKind[] = Object.keys(exhibitKinds).filter(isExhibitKind)

/** Whether somebody other than whoever brings it must have issued it. */
export const hasIssuer = (kind: ExhibitKind): boolean => !('isOwn' in exhibitKinds[kind])
