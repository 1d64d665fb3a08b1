import { problem, same } from './problem-entry.js'

/** Every "no" to what is said about a text that both sides make. */
export const textProblems = {
  text_not_yet: problem<{ base: string }>({
    status: 409,
    title: { en: 'No text yet', 'zh-CN': '尚无文本' },
    says: {
      en: (d) => `No version of a text was handed over at ${d.base}, or its words are gone.`,
      'zh-CN': (d) => `${d.base} 尚未提交任何文本，或其内容已不再保存。`,
    },
    next: same('Wait for the first draft; its step says until when.', '请等待首稿；相应步骤载明期限。'),
  }),
  text_not_open: problem<{ step: string }>({
    status: 409,
    title: { en: 'Nothing is said here now', 'zh-CN': '此处现不受理' },
    says: {
      en: (d) => `Step ${d.step} is not open, is not about the text, or is not of your side.`,
      'zh-CN': (d) => `步骤 ${d.step} 未处于办理中、与文本无关，或者不属于您所在的一方。`,
    },
    next: same('Name an open step of your side that is about the text.', '请指定您所在一方与文本有关的待办步骤。'),
  }),
  text_clause_changed: problem<{ clause: string; from: string; current: string }>({
    status: 409,
    title: { en: 'The clause has changed', 'zh-CN': '条文已变更' },
    says: {
      en: (d) =>
        `Section ${d.clause} reads otherwise by now: yours starts from ${d.from}, and current is ${d.current}.`,
      'zh-CN': (d) => `条文 ${d.clause} 已有变化：您的修改基于 ${d.from}，现行文本为 ${d.current}。`,
    },
    next: same(
      'Read the clause as it stands, and propose anew from it; nothing is merged by machine.',
      '请阅读现行条文后重新提出；系统不自动合并。',
    ),
  }),
  text_place_unknown: problem<{ clause: string; known: readonly string[] }>({
    status: 422,
    title: { en: 'No such place in the text', 'zh-CN': '文本中无此处' },
    says: {
      en: (d) =>
        `The text has no such place in ${d.clause}, or the wording lacks a language; its sections: ${d.known.join(', ')}.`,
      'zh-CN': (d) => `文本 ${d.clause} 中无此处，或者缺少某一语言的文字；现有条文：${d.known.join('、')}。`,
    },
    next: same('Name a section and a paragraph as the text shows them.', '请按文本所示指定条文和段落。'),
  }),
  text_item_unanswerable: problem<{ no: number }>({
    status: 409,
    title: { en: 'This is not answered so', 'zh-CN': '不能如此答复' },
    says: {
      en: (d) =>
        `Number ${d.no} is settled or answered already, has no draft to take away, is a comment, or is answered by the other side.`,
      'zh-CN': (d) => `第 ${d.no} 项已办结或已答复、没有可撤下的草稿、属于意见，或者应由另一方答复。`,
    },
    next: same('Look at the list: it says what stands open and for whom.', '请查看清单，其中载明未决事项及答复方。'),
  }),
} as const
