import type { VoidCause } from '../events/returning.js'
import type { LocalText } from '../locale.js'

/** What can be different about a base between two dates, in words. */
export const facetWords = {
  stage: { en: 'Stage', 'zh-CN': '阶段' },
  status: { en: 'Status', 'zh-CN': '状态' },
  code: { en: 'Reason of the status', 'zh-CN': '状态原因' },
  colour: { en: 'Result of the yearly review', 'zh-CN': '年度评估结果' },
  score: { en: 'Nomination score', 'zh-CN': '申报评分' },
  slot: { en: 'Slot', 'zh-CN': '名额' },
  slotUntil: { en: 'Slot kept until', 'zh-CN': '名额保留至' },
  plaque: { en: 'Plaque', 'zh-CN': '牌匾' },
  procedure: { en: 'Procedure', 'zh-CN': '适用程序' },
  hold: { en: 'On hold since', 'zh-CN': '暂停办理自' },
  freeze: { en: 'Integrity stop since', 'zh-CN': '核实期间暂停自' },
  signed: { en: 'Memorandum signed', 'zh-CN': '备忘录签署' },
  ends: { en: 'Memorandum ends', 'zh-CN': '备忘录到期' },
  activated: { en: 'Base activated', 'zh-CN': '基地启用' },
  extraordinary: { en: 'Extraordinary reviews', 'zh-CN': '特别评估' },
  reviews: { en: 'Yearly reviews concluded', 'zh-CN': '已完成年度评估' },
  closed: { en: 'Matter closed', 'zh-CN': '事项办结' },
  step: { en: 'Step', 'zh-CN': '事项' },
  paper: { en: 'Paper', 'zh-CN': '文书' },
  interest: { en: 'Declared interest of', 'zh-CN': '已声明利益关系：' },
} as const satisfies Readonly<Record<string, LocalText>>

export type FacetName = keyof typeof facetWords

/** Why something was voided. */
export const voidWords: Readonly<Record<VoidCause, LocalText>> = {
  mistake: { en: 'entered by mistake', 'zh-CN': '误录' },
  revoked: { en: 'taken back', 'zh-CN': '已撤回' },
  inputs_changed: { en: 'what it rests on changed', 'zh-CN': '所依据的内容已变更' },
  redress: { en: 'redress was upheld', 'zh-CN': '复核申请成立' },
}

/** Of a visit of a step: that it no longer counts, and why. */
export const noLongerCounts = (cause: VoidCause): LocalText => ({
  en: `no longer counts: ${voidWords[cause].en}`,
  'zh-CN': `不再有效：${voidWords[cause]['zh-CN']}`,
})

/** One change as a sentence without a full stop: from what to what, newly so, or no longer so. */
export const changeInWords = (
  label: LocalText,
  { before, after }: { readonly before: LocalText | null; readonly after: LocalText | null },
): LocalText => ({
  en: `${label.en}: ${movement(before?.en, after?.en) ?? `${before?.en ?? ''}, no more`}`,
  'zh-CN': `${label['zh-CN']}：${movement(before?.['zh-CN'], after?.['zh-CN']) ?? `不再为“${before?.['zh-CN'] ?? ''}”`}`,
})

const movement = (before: string | undefined, after: string | undefined): string | undefined =>
  before === undefined || after === undefined ? after : `${before} → ${after}`
