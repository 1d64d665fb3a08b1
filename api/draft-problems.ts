import { problem, same } from './problem-entry.js'

/** Every "no" to a draft of a form. */
export const draftProblems = {
  draft_not_yours: problem<{ step: string }>({
    status: 403,
    title: { en: 'No draft of yours', 'zh-CN': '并非您的草稿' },
    says: {
      en: (d) => `On step ${d.step} nothing is drafted by you: a draft is kept for whoever may act on an open step.`,
      'zh-CN': (d) => `步骤 ${d.step} 不由您起草：草稿仅为可以办理该未完成步骤的人员保存。`,
    },
    next: same(
      'Look at the form of the step: it says who acts and why you may not.',
      '请查看该步骤的表格，其中说明您不能办理的原因。',
    ),
  }),
  draft_changed: problem<{ step: string; by: string; at: string; version: number }>({
    status: 409,
    title: { en: 'The draft has changed', 'zh-CN': '草稿已变更' },
    says: {
      en: (d) =>
        `${d.by} changed the draft of step ${d.step} at ${d.at}; it is version ${d.version} now, and yours was typed over an earlier one.`,
      'zh-CN': (d) => `${d.by} 已于 ${d.at} 修改步骤 ${d.step} 的草稿，现为第${d.version}版；您的内容基于较早的版本。`,
    },
    next: same(
      'Read the draft as it stands, take over what you need, and send yours with that version.',
      '请读取现有草稿，取用所需内容后，以该版本号重新提交。',
    ),
  }),
  draft_gone: problem<{ step: string; version: number }>({
    status: 409,
    title: { en: 'The draft is not there any more', 'zh-CN': '草稿已不存在' },
    says: {
      en: (d) => `Version ${d.version} of the draft of step ${d.step} was handed in or taken away.`,
      'zh-CN': (d) => `步骤 ${d.step} 草稿的第${d.version}版已提交或已删除。`,
    },
    next: same('Look at the step; to begin anew send version 0.', '请查看该步骤；如需重新起草，请以版本 0 提交。'),
  }),
  draft_too_large: problem<{ size: number; most: number }>({
    status: 413,
    title: { en: 'The draft is too large', 'zh-CN': '草稿过大' },
    says: {
      en: (d) => `The draft has ${d.size} bytes; up to ${d.most} are kept.`,
      'zh-CN': (d) => `草稿为 ${d.size} 字节，最多保存 ${d.most} 字节。`,
    },
    next: same(
      'Shorten long texts, or hand files in as exhibits and name them.',
      '请缩短长文本，或将文件作为佐证材料提交并引用。',
    ),
  }),
  saved_views_full: problem<{ most: number }>({
    status: 409,
    title: { en: 'No more views are kept', 'zh-CN': '常用视图已达上限' },
    says: {
      en: (d) => `You keep ${d.most} saved views, and no more are kept for one person.`,
      'zh-CN': (d) => `您已保存${d.most}个常用视图，已达个人上限。`,
    },
    next: same('Remove one that you do not need, and save this one again.', '请先删除不再需要的视图，再重新保存。'),
  }),
} as const
