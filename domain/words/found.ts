import { dateInWords, type LocalText } from '../locale.js'
import { colourLabel } from './criteria.js'

interface Gaps {
  readonly missing: readonly string[]
  readonly weak: readonly string[]
  readonly stale: readonly string[]
  readonly months: number
}

/** What was found on file against an option, as the "no" to it tells it in its middle. */
export const foundWords = {
  spread: (spread: number, limit: number): LocalText => ({
    en: `spread ${spread}, limit ${limit}`,
    'zh-CN': `分差 ${spread} 分，上限 ${limit} 分`,
  }),
  diligence: (score: number): LocalText => ({
    en: `due-diligence score ${score}`,
    'zh-CN': `尽职调查评分 ${score} 分`,
  }),
  visit: (review: number, last: string | undefined): LocalText => ({
    en: `review ${review}, last colour ${last === undefined ? 'none' : colourLabel(last, 'en')}`,
    'zh-CN': `第 ${review} 次评估，上次结果：${last === undefined ? '无' : colourLabel(last, 'zh-CN')}`,
  }),
  points: (total: number): LocalText => ({ en: `${total} of 100 points`, 'zh-CN': `总分 ${total} 分（满分 100 分）` }),
  noAuthority: {
    en: 'no authority was proven that this change takes (8.10)',
    'zh-CN': '没有因本次变更而失效的授权证明（8.10）',
  },
  boundary: (share: number): LocalText => ({
    en: `the boundary moved by ${Math.round(share * 100)} % of the area (8.10)`,
    'zh-CN': `边界变动占面积的 ${Math.round(share * 100)}%（8.10）`,
  }),
  besideOpen: (step: string): LocalText => ({
    en: `an extraordinary review is open at ${step}, and its result comes first (9)`,
    'zh-CN': `特别评估尚在 ${step} 办理，须先有结果（9）`,
  }),
  lastReviews: (colours: readonly string[]): LocalText => ({
    en: `the last reviews were ${colours.map((one) => colourLabel(one, 'en')).join(', ') || 'none'} (9)`,
    'zh-CN': `最近的评估结果为：${colours.map((one) => colourLabel(one, 'zh-CN')).join('、') || '无'}（9）`,
  }),
  gaps: ({ missing, weak, stale, months }: Gaps): LocalText => {
    const told: readonly (readonly [LocalText, readonly string[]])[] = [
      [{ en: 'missing', 'zh-CN': '缺少' }, missing],
      [{ en: 'money below class 3', 'zh-CN': '金额证明低于第三级' }, weak],
      [{ en: `older than ${months} months`, 'zh-CN': `早于 ${months} 个月` }, stale],
    ]
    const some = told.filter(([, codes]) => codes.length > 0)
    return {
      en: some.map(([what, codes]) => `${what.en}: ${codes.join(' ')}`).join('; '),
      'zh-CN': some.map(([what, codes]) => `${what['zh-CN']}：${codes.join(' ')}`).join('；'),
    }
  },
  mayComeBack: { en: 'the report may still be sent back', 'zh-CN': '报告仍可退回补正' },
  oldReport: (on: string, months: number): LocalText => ({
    en: `the due-diligence report of ${dateInWords(on, 'en')} is older than ${months} months (8.3)`,
    'zh-CN': `${dateInWords(on, 'zh-CN')}的尽职调查报告已超过 ${months} 个月（8.3）`,
  }),
  notDone: (keys: readonly string[]): LocalText => ({
    en: `not done: ${keys.join(', ')} (10)`,
    'zh-CN': `未完成：${keys.join('、')}（10）`,
  }),
} as const
