import type { BaseId } from '../domain/ids.js'
import type { AnswerBar } from '../domain/negotiation/answers.js'
import type { LocalText } from '../domain/locale.js'
import { problem, same } from './problem-entry.js'

/** Why a number is not answered so: by the rule of the core, or because of where it stands. */
export type WhyUnanswerable = AnswerBar | 'given' | 'nothing' | 'draft' | 'comment' | 'wording'

const seeList: LocalText = {
  en: 'Look at the list: it says what stands open and for whom.',
  'zh-CN': '请查看清单，其中载明未决事项及答复方。',
}

const unanswerable: Readonly<Record<WhyUnanswerable, LocalText & { readonly next: LocalText }>> = {
  reason: {
    en: 'is rejected with a reason alone, and none was said',
    'zh-CN': '不予采纳须说明理由，但未收到理由',
    next: { en: 'Say in words why it is rejected, and reject it again.', 'zh-CN': '请说明理由后再次选择不予采纳。' },
  },
  wording: {
    en: 'goes on with a wording, and none was said',
    'zh-CN': '须附拟提出的措辞，但未收到措辞',
    next: { en: 'Write the wording you propose, and send it again.', 'zh-CN': '请写明拟提出的措辞后再次提交。' },
  },
  closed: { en: 'is settled or answered already', 'zh-CN': '已办结或已答复', next: seeList },
  own_only: {
    en: 'is withdrawn, put off or taken up again by the side that brought it alone',
    'zh-CN': '仅可由提出方撤回、搁置或重新提起',
    next: {
      en: 'Answer it otherwise, or leave it to the other side.',
      'zh-CN': '请作其他答复，或者由对方办理。',
    },
  },
  elsewhere: {
    en: 'is accepted or rejected on a step that hands over the text, and this one does not',
    'zh-CN': '应在提交文本的步骤采纳或不予采纳，本步骤不提交文本',
    next: {
      en: 'Leave it to whoever revises the text, or remark on it.',
      'zh-CN': '请由修订文本的一方办理，或者提出意见。',
    },
  },
  otherwise: {
    en: 'is not answered in that way: a proposal is accepted, rejected or withdrawn, an issue worded, agreed, put off or withdrawn',
    'zh-CN': '不适用该答复：修改建议可采纳、不予采纳或撤回，磋商事项可提出措辞、同意、搁置或撤回',
    next: seeList,
  },
  other_agrees: {
    en: 'is agreed to by the side that did not write the wording, and there is no wording of the other side',
    'zh-CN': '应由未提出措辞的一方同意，目前没有对方提出的措辞',
    next: {
      en: 'Propose a wording, or wait for one of the other side.',
      'zh-CN': '请提出措辞，或者等待对方提出措辞。',
    },
  },
  given: {
    en: 'was answered by a decision on this step, and that answer stands',
    'zh-CN': '已随本步骤的决定答复，该答复有效',
    next: seeList,
  },
  nothing: {
    en: 'has no answer drafted on this step to take back',
    'zh-CN': '在本步骤没有可撤回的答复草稿',
    next: seeList,
  },
  draft: {
    en: 'is a draft, and is taken into the version or taken away by its own side on its own step alone',
    'zh-CN': '尚为草稿，仅可由本方在其所属步骤写入版本或删除',
    next: seeList,
  },
  comment: {
    en: 'is a remark, and a remark is not answered',
    'zh-CN': '属于意见，意见不作答复',
    next: {
      en: 'Remark on it in your turn, or raise an issue.',
      'zh-CN': '请另行提出意见，或者提出磋商事项。',
    },
  },
}

/** Every "no" to what is said about a text that both sides make. */
export const textProblems = {
  text_not_yet: problem<{ base: BaseId }>({
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
  text_item_unanswerable: problem<{ no: number; why: WhyUnanswerable }>({
    status: 409,
    title: { en: 'This is not answered so', 'zh-CN': '不能如此答复' },
    says: {
      en: (d) => `Number ${d.no} ${unanswerable[d.why].en}.`,
      'zh-CN': (d) => `第 ${d.no} 号${unanswerable[d.why]['zh-CN']}。`,
    },
    next: {
      en: (d) => unanswerable[d.why].next.en,
      'zh-CN': (d) => unanswerable[d.why].next['zh-CN'],
    },
  }),
} as const
