import { problem, same } from './problem-entry.js'

/** Every "no" to following what changes. */
export const changesProblems = {
  changes_full: problem<{ mine: boolean; most: number }>({
    status: 429,
    title: { en: 'No further stream of changes is opened', 'zh-CN': '不能再开启变更流' },
    says: {
      en: (d) =>
        d.mine
          ? `You follow changes ${d.most} times already, which is as often as one person may at once.`
          : `${d.most} streams of changes are open here, which is as many as there may be.`,
      'zh-CN': (d) =>
        d.mine ? `您已同时开启${d.most}个变更流，已达每人上限。` : `此处已开启${d.most}个变更流，已达上限。`,
    },
    next: same(
      'Close one that is not needed, or ask for the lists now and then.',
      '请关闭不需要的变更流，或改为定期查询列表。',
    ),
  }),
  changes_unknown: problem<{ after: string; why: 'other_order' | 'too_far'; most: number }>({
    status: 422,
    title: { en: 'Changes cannot be told from there on', 'zh-CN': '不能从该处起告知变更' },
    says: {
      en: (d) =>
        d.why === 'other_order'
          ? `The last change heard is named as ${d.after}, and no such change stands at that place here: it is of another installation, or of one that was put back.`
          : `Since the change ${d.after} more than ${d.most} entries were recorded, and so many are not told one by one.`,
      'zh-CN': (d) =>
        d.why === 'other_order'
          ? `所给的最后一条变更为 ${d.after}，此处该位置并无这条变更：它来自另一套系统，或来自已被恢复的数据。`
          : `自变更 ${d.after} 以来已登记超过${d.most}条，不再逐条告知。`,
    },
    next: same(
      'Read the lists anew, and follow without Last-Event-ID and without `after`.',
      '请重新读取列表，并在不带 Last-Event-ID 和 after 的情况下重新开启。',
    ),
  }),
} as const
