import type { TextNeed } from '../negotiation/rules.js'
import { list, refusal } from './entry.js'

interface Unmet {
  readonly en: (open: string) => string
  readonly 'zh-CN': (open: string) => string
  readonly next: { readonly en: string; readonly 'zh-CN': string }
}

const draftFirst = {
  en: 'Draft it on the page of the text first, or decide otherwise.',
  'zh-CN': '请先在文本页面起草，或作其他决定。',
}

const answerFirst = {
  en: 'Answer them on the page of the text, which lists them, or decide otherwise.',
  'zh-CN': '请在文本页面（载有清单）逐一答复，或作其他决定。',
}

/** What an option asks for of the text, and what to do where it is not so. */
const needs: Readonly<Record<TextNeed, Unmet>> = {
  proposal: {
    en: () => 'goes with at least one proposal for a clause, and none is drafted',
    'zh-CN': () => '须附至少一项条文修改建议，目前尚未起草',
    next: draftFirst,
  },
  remark: {
    en: () => 'goes with at least one remark, issue or proposal, and none is drafted',
    'zh-CN': () => '须附至少一条意见、磋商事项或修改建议，目前尚未起草',
    next: draftFirst,
  },
  answers: {
    en: (open) => `is chosen once every open proposal is answered; without an answer: number ${open}`,
    'zh-CN': (open) => `须先答复每项未决修改建议；尚未答复：第 ${open} 号`,
    next: answerFirst,
  },
  settled: {
    en: (open) => `is chosen once no issue is left open; still open: number ${open}`,
    'zh-CN': (open) => `须先解决全部磋商事项；仍未解决：第 ${open} 号`,
    next: answerFirst,
  },
  open_point: {
    en: () => 'is chosen where an issue is open or a new proposal is drafted, and there is neither',
    'zh-CN': () => '须有未决磋商事项或新起草的修改建议，目前均无',
    next: draftFirst,
  },
  unchanged: {
    en: (open) => `takes the text as it stands, and what is drafted here would change it: number ${open}`,
    'zh-CN': (open) => `表示按现有文本办理，但此处已起草拟修改文本的内容：第 ${open} 号`,
    next: {
      en: 'Choose the option that asks for changes, or take the draft away on the page of the text.',
      'zh-CN': '请选择提出修改的选项，或者在文本页面删除所起草的内容。',
    },
  },
}

const beyond = {
  languages: {
    en: 'a translation keeps each clause in one language at least',
    'zh-CN': '翻译至少须保留各条一种语言的文本',
  },
  accepted: {
    en: 'only what was proposed may be taken in here, and nothing by which the clearance of somebody else falls',
    'zh-CN': '此处仅可采纳已提出的修改建议，且不得使其他审核意见失效',
  },
} as const

/** No to what is handed over of the text that is negotiated, or to what it lacks. */
export const negotiation = {
  text_missing: refusal<{ step: string; option: string }>({
    kind: 'invalid',
    says: {
      en: (d) => `"${d.option}" on step ${d.step} hands over a version of the text, and none came.`,
      'zh-CN': (d) => `步骤 ${d.step} 选择“${d.option}”须提交一稿文本，但未收到。`,
    },
    next: { en: () => 'Send it with the text.', 'zh-CN': () => '请连同文本一并提交。' },
  }),
  text_not_asked: refusal<{ step: string; option: string }>({
    kind: 'invalid',
    says: {
      en: (d) => `Nothing of the text is handed over with "${d.option}" on step ${d.step}.`,
      'zh-CN': (d) => `步骤 ${d.step} 选择“${d.option}”不提交文本。`,
    },
    next: {
      en: () => 'Decide without it: who holds the pen changes the text, and everybody else proposes.',
      'zh-CN': () => '请不附文本办理：仅执笔方可修改文本，其他人员可提出修改建议。',
    },
  }),
  text_beyond: refusal<{ step: string; option: string; clauses: readonly string[]; only: 'languages' | 'accepted' }>({
    kind: 'conflict',
    says: {
      en: (d) => `The version on step ${d.step} changes too much of ${list(d.clauses)}: ${beyond[d.only].en}.`,
      'zh-CN': (d) => `步骤 ${d.step} 所提交文本对 ${list(d.clauses)} 的改动超出范围：${beyond[d.only]['zh-CN']}。`,
    },
    next: {
      en: () => 'Leave these clauses as they are, and propose the change where the text is revised.',
      'zh-CN': () => '请保留上述条文，并在修订文本时提出修改建议。',
    },
  }),
  text_number_wrong: refusal<{ step: string; numbers: readonly number[] }>({
    kind: 'conflict',
    says: {
      en: (d) => `On step ${d.step} these numbers cannot be used so: ${list(d.numbers)}.`,
      'zh-CN': (d) => `步骤 ${d.step} 不能如此使用下列编号：${list(d.numbers)}。`,
    },
    next: {
      en: () =>
        'A new one has a number of its own; an open proposal is accepted or rejected, with a reason, where the text is handed over, and withdrawn by its side; what one side worded the other agrees to; an issue is put off or withdrawn by the side that raised it; each number is answered once.',
      'zh-CN': () =>
        '新的内容须有新编号；未决建议由提交文本方采纳或附理由不予采纳，由提出方撤回；一方提出的文字由另一方同意；磋商事项由提出方搁置或撤回；每个编号只答复一次。',
    },
  }),
  text_unsettled: refusal<{ step: string; option: string; need: TextNeed; open: readonly number[] }>({
    kind: 'conflict',
    says: {
      en: (d) => `"${d.option}" on step ${d.step} ${needs[d.need].en(list(d.open))}.`,
      'zh-CN': (d) => `步骤 ${d.step} 选择“${d.option}”${needs[d.need]['zh-CN'](list(d.open))}。`,
    },
    next: {
      en: (d) => needs[d.need].next.en,
      'zh-CN': (d) => needs[d.need].next['zh-CN'],
    },
  }),
} as const
