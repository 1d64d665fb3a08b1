import type { Colour } from '../values/colour.js'
import { steps, toldOf } from '../gicc/steps.js'
import type { Locale, LocalText } from '../locale.js'
import type { StepKey } from '../values/step-key.js'
import { dossierPartTitles, gateLabels, nominationCriterionLabels } from './nomination.js'
import { wordOf } from './word-of.js'

/** Criteria of the nomination sheet (6.2) and of the review sheet (6.5), in the words of the programme. */
export const criterionLabels: Readonly<Record<string, LocalText>> = {
  ...nominationCriterionLabels,
  area_consulting: { en: 'High-end consulting', 'zh-CN': '高端咨询' },
  area_investment: { en: 'Introduction of foreign direct investment', 'zh-CN': '外商直接投资引进' },
  area_markets: { en: 'Global market development', 'zh-CN': '全球市场开拓' },
  area_branding: { en: 'Cluster branding', 'zh-CN': '集群品牌建设' },
  area_cooperation: { en: 'International industry cooperation', 'zh-CN': '国际产业合作' },
  area_talent: { en: 'International talent development and training', 'zh-CN': '国际人才培养与培训' },
  challenges: { en: 'Six challenges', 'zh-CN': '六项挑战' },
  governance: { en: 'Governance and reporting', 'zh-CN': '治理与报告' },
  evidence: { en: 'Evidence quality', 'zh-CN': '佐证质量' },
}

/** The seven work-streams of due diligence by step key (6.3). */
export const streamLabels: Readonly<Record<StepKey, LocalText>> = toldOf(steps, ({ workStream }) => workStream)

/** The results of a yearly review (6.5). */
export const colourLabels: Readonly<Record<Colour, LocalText>> = {
  role_model: { en: 'Role model', 'zh-CN': '标杆基地' },
  green: { en: 'Green', 'zh-CN': '绿色（运行良好）' },
  green_with_advice: { en: 'Green with advice', 'zh-CN': '绿色（运行良好，附建议）' },
  yellow: { en: 'Yellow', 'zh-CN': '黄色（需要改进）' },
  red: { en: 'Red', 'zh-CN': '红色（未达要求）' },
  suspended: { en: 'Suspended', 'zh-CN': '暂停运行' },
}

/** A criterion of either score sheet. An unknown key comes back as it is, here as in every function below. */
export const criterionLabel = (key: string, locale: Locale): string => wordOf(criterionLabels, { key, locale })

/** A work-stream by its step key, such as `2.3c`. */
export const streamLabel = (key: StepKey, locale: Locale): string => wordOf(streamLabels, { key, locale })

/** An eligibility gate, such as `G4`. */
export const gateLabel = (gate: string, locale: Locale): string => wordOf(gateLabels, { key: gate, locale })

/** A part of the dossier by its number, 1 to 14. */
export const dossierPartTitle = (part: number, locale: Locale): string =>
  wordOf(dossierPartTitles, { key: String(part), locale })

/** The result of a yearly review. */
export const colourLabel = (colour: string, locale: Locale): string => wordOf(colourLabels, { key: colour, locale })
