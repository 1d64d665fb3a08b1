import { list, refusal } from './entry.js'

/** No out of the rank order of a session (R9). */
export const turn = {
  out_of_turn: refusal<{ session: string; before: number; ahead: readonly string[] }>({
    kind: 'conflict',
    says: {
      en: (d) =>
        `Session ${d.session} takes bases in rank order (R9); not decided yet and before this one: ${d.before}${d.ahead.length === 0 ? '' : ` (${list(d.ahead)})`}.`,
      'zh-CN': (d) =>
        `会议 ${d.session} 按排序逐一审议（R9）；尚有排序在前的 ${d.before} 家未议决${d.ahead.length === 0 ? '' : `（${list(d.ahead)}）`}。`,
    },
    next: {
      en: () =>
        'Decide on those first; one that is put off, held, stopped, or has had no quorum twice no longer keeps the others waiting.',
      'zh-CN': () => '请先议决排序在前者；已暂缓、暂停或两次未达法定人数的，不影响其后各家。',
    },
  }),
} as const
