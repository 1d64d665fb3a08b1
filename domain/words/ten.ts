import type { LocalText } from '../locale.js'
import type { Option, StepKey } from '../procedure.js'

/** Steps of the ten: waiting list, waiver of the caps, time of a reservation. */
export const tenTitles: Readonly<Record<StepKey, LocalText>> = {
  '2.10w': { en: 'Waits on the list for a freed slot', 'zh-CN': '候补等待空出名额' },
  '2.10o': { en: 'Answer the offer of a freed slot', 'zh-CN': '答复空出名额的提供' },
  '8.2a': { en: 'Decide on the waiver of the caps', 'zh-CN': '审议名额上限豁免' },
  R5: { en: 'Prolong the reservation or let it lapse', 'zh-CN': '审议名额预留延期或失效' },
}

/** Options that only these steps have. */
export const tenOptionLabels: Readonly<Record<Option, LocalText>> = {
  waive: { en: 'Waive the caps for this base', 'zh-CN': '同意对该基地豁免上限' },
  prolong: { en: 'Prolong the time', 'zh-CN': '延长期限' },
  lapse: { en: 'Let the slot lapse', 'zh-CN': '名额失效' },
}

/** Where a common option reads differently on these steps. */
export const tenLabelsByStep: Readonly<Record<StepKey, Readonly<Record<Option, LocalText>>>> = {
  '2.10o': {
    accept: { en: 'Accept the slot', 'zh-CN': '接受名额' },
    not_now: { en: 'Let this slot pass', 'zh-CN': '本次放弃' },
    window_closed: { en: 'The offer has lapsed', 'zh-CN': '答复期届满' },
  },
  '8.2a': { keep: { en: 'Do not waive', 'zh-CN': '不予豁免' } },
}
