import type { StepAsk } from '../letters/wording.js'
import type { LocalText } from '../locale.js'

type More = Pick<StepAsk, 'answers' | 'letter'> & { readonly silence?: LocalText }

/** What a step asks of the place, English and Chinese, each behind its "please". */
export const asked = ([en, chinese]: readonly [string, string], more: More = {}): StepAsk => ({
  ask: { en, 'zh-CN': chinese },
  ...more,
})

/** What is said of silence, where several steps say the same. */
export const silent = {
  window: {
    en: 'The window then closes, and nothing later is examined.',
    'zh-CN': '到期未提交的，本次申报期结束，不再审核。',
  },
  hold: {
    en: 'If we have not heard from you by then, we will write again; {heldAfter} later the matter is put on hold, and all dates stand still meanwhile; after {holdDays} days on hold {lapses} lapses.',
    'zh-CN':
      '到期未收到答复的，我办将再次联系；此后满{heldAfter}仍未收到的，本事项暂停办理，暂停期间各项期限停止计算；暂停满{holdDays}日的，{lapses}随之失效。',
  },
  onward: {
    en: 'The procedure goes on with "no answer" on the record, neither consent nor objection.',
    'zh-CN': '到期未答复的，程序继续进行，记录为“未答复”，不视为同意，也不视为异议。',
  },
  noRemarks: {
    en: 'After one reminder it counts as having no remarks.',
    'zh-CN': '经一次提醒仍未答复的，视为对初稿没有意见。',
  },
  launch: {
    en: 'If we have not heard from you by then, we turn to your head of office; whether the launch keeps its day is decided at the readiness check.',
    'zh-CN': '到期未完成的，我办将与贵方负责人联系；能否如期启动，在核查准备情况时一并决定。',
  },
  goingLive: {
    en: 'If we have not heard from you by then, we turn to your head of office; the launch waits for it.',
    'zh-CN': '到期未收到答复的，我办将与贵方负责人联系；此前启动事项暂不往下进行。',
  },
  noRedress: { en: 'Without a request by then, none is made.', 'zh-CN': '到期未提出的，视为不申请复核。' },
  noPlan: {
    en: 'Without a plan the next review treats the findings as not repaired.',
    'zh-CN': '到期未提交的，下次年度评估时按尚未改进处理。',
  },
  notShown: { en: 'Without photographs it is recorded as "not shown".', 'zh-CN': '到期未提供的，记录为“未证明”。' },
  amendment: {
    en: 'Without an answer the amendment lapses; the text in force stays.',
    'zh-CN': '到期未答复的，本次修改失效，原文本继续有效。',
  },
  expiry: {
    en: 'Without an answer the memorandum ends with its term.',
    'zh-CN': '到期未答复的，谅解备忘录期满终止。',
  },
  withoutIt: { en: 'The procedure then goes on without it.', 'zh-CN': '到期未提交的，程序继续进行。' },
} as const satisfies Readonly<Record<string, LocalText>>
