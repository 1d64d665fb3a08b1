import type { LocalText } from '../locale.js'

/** In what an indicator is counted, in words (7). */
export const unitWords: Readonly<Record<string, LocalText>> = {
  count: { en: 'count', 'zh-CN': '数量' },
  '%': { en: '%', 'zh-CN': '%' },
  '1-5': { en: '1 to 5', 'zh-CN': '1至5分' },
  'USD m': { en: 'USD m', 'zh-CN': '百万美元' },
  days: { en: 'days', 'zh-CN': '天' },
  'full-time equivalents': { en: 'full-time equivalents', 'zh-CN': '全时当量人数' },
  index: { en: 'index', 'zh-CN': '指数' },
  number: { en: 'number', 'zh-CN': '个数' },
  'person-days': { en: 'person-days', 'zh-CN': '人天' },
  persons: { en: 'persons', 'zh-CN': '人' },
  points: { en: 'points', 'zh-CN': '分' },
}
