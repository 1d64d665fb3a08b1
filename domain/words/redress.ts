import type { LocalText } from '../locale.js'
import type { RedressMeaning } from '../redress.js'

/** What each answer on a step of redress means for the decision it is about (8.9, R14). */
export const redressMeans: Readonly<Record<RedressMeaning, LocalText>> = {
  redress_request: {
    en: 'Accepted, or with no answer in time, the decision stands. Redress is asked for once, on procedure or facts and not on merit; the decision has no effect until it is decided.',
    'zh-CN':
      '接受决定或者逾期未答复的，决定生效。复核仅限一次，限于程序或者事实，不重新评判专业评分；复核办结前，决定暂不生效。',
  },
  redress_admission: {
    en: 'Admitted, the request goes to three members of the appeals panel who had no part in the case; the decision is not judged here. Not admitted, the decision stands and cannot be contested again.',
    'zh-CN':
      '受理的，交由未参与本事项的三名复核小组成员审议，本步骤不评判决定本身；不予受理的，决定生效，不得再次申请复核。',
  },
  redress_decision: {
    en: 'Upheld, the decision no longer counts: the result of an extraordinary review is taken away; any other is taken anew by people who did not take it, and what they decide cannot be contested again. Dismissed, the decision stands.',
    'zh-CN':
      '复核申请成立的，原决定作废：特别评估结果予以撤销，其他决定由未参与原决定的人员重新作出，且不得再次申请复核；驳回的，原决定生效。',
  },
}
