import type { LocalText } from '../locale.js'
import type { Option } from '../values/step-key.js'

/** Options that only these steps have. */
export const tenOptionLabels: Readonly<Record<Option, LocalText>> = {
  waive: { en: 'Waive the caps for this base', 'zh-CN': '同意对该基地豁免上限' },
  prolong: { en: 'Prolong the time', 'zh-CN': '延长期限' },
  lapse: { en: 'Let the slot lapse', 'zh-CN': '名额失效' },
}
