import { list, refusal } from './entry.js'

/** No to moving a deadline, and to the day on which a hold is to end (8.5). */
export const timing = {
  extension_not_possible: refusal<{ step: string }>({
    kind: 'conflict',
    says: {
      en: (d) => `The date of step ${d.step} is the same for everybody, so it is not moved for one base (8.5, E5).`,
      'zh-CN': (d) => `步骤 ${d.step} 的期限对各方一律适用，不得为单个基地延长（8.5，E5）。`,
    },
    next: { en: () => 'Act before the date.', 'zh-CN': () => '请在期限届满前办理。' },
  }),
  extension_used_up: refusal<{ step: string; times: number; by: readonly string[] }>({
    kind: 'conflict',
    says: {
      en: (d) =>
        `Step ${d.step} was extended ${d.times} time(s) already, by: ${list(d.by)}; you may not do so again (8.5).`,
      'zh-CN': (d) => `步骤 ${d.step} 已延长 ${d.times} 次（批准人职务：${list(d.by)}），您不得再次延长（8.5）。`,
    },
    next: {
      en: () =>
        'The director extends once and the chair twice; after that the step is carried out or the ladder goes on.',
      'zh-CN': () => '项目主任可延长一次，委员会主席可延长两次；此后应予办理，逾期按程序上报。',
    },
  }),
  extension_for_oneself: refusal<{ step: string; role: string }>({
    kind: 'forbidden',
    says: {
      en: (d) =>
        `You act on step ${d.step} as ${d.role}: nobody extends a date that he or she alone profits from (8.5).`,
      'zh-CN': (d) => `您以${d.role}身份办理步骤 ${d.step}：任何人不得批准仅使本人受益的延期（8.5）。`,
    },
    next: {
      en: () => 'Ask a director or chair who does not act on this step.',
      'zh-CN': () => '请由不办理本步骤的项目主任或委员会主席批准。',
    },
  }),
  extension_length: refusal<{ step: string; got: number; longest: number }>({
    kind: 'invalid',
    says: {
      en: (d) => `Step ${d.step} is extended by 1 to ${d.longest} working days at a time; got ${d.got}.`,
      'zh-CN': (d) => `步骤 ${d.step} 每次可延长 1 至 ${d.longest} 个工作日；所填为 ${d.got}。`,
    },
    next: { en: () => 'Name fewer days.', 'zh-CN': () => '请填写允许范围内的天数。' },
  }),
  hold_day_out_of_reach: refusal<{ until: string; after: string; last: string }>({
    kind: 'invalid',
    says: {
      en: (d) => `The day given for the hold is ${d.until}; it is one after ${d.after}, ${d.last} at the latest (8.5).`,
      'zh-CN': (d) => `暂停拟于 ${d.until} 结束；结束日须晚于 ${d.after}，且不得晚于 ${d.last}（8.5）。`,
    },
    next: { en: () => 'Name a day within these.', 'zh-CN': () => '请填写上述范围内的日期。' },
  }),
} as const
