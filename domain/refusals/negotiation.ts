import type { TextNeed } from '../negotiation/rules.js'
import { list, refusal } from './entry.js'

const needs: Readonly<Record<TextNeed, { readonly en: string; readonly 'zh-CN': string }>> = {
  proposal: { en: 'at least one proposal for a clause', 'zh-CN': '至少一项条文修改建议' },
  remark: { en: 'at least one comment, issue or proposal', 'zh-CN': '至少一条意见、磋商事项或修改建议' },
  answers: { en: 'an answer to every open proposal', 'zh-CN': '对每项未决修改建议作出答复' },
  settled: { en: 'that no issue is left open', 'zh-CN': '磋商事项均已解决' },
  open_point: { en: 'at least one open issue or a new proposal', 'zh-CN': '至少一项未决事项或新的修改建议' },
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
      en: (d) =>
        `"${d.option}" on step ${d.step} asks for ${needs[d.need].en}${d.open.length === 0 ? '' : `; open: ${list(d.open)}`}.`,
      'zh-CN': (d) =>
        `步骤 ${d.step} 选择“${d.option}”要求：${needs[d.need]['zh-CN']}${d.open.length === 0 ? '' : `；未决：${list(d.open)}`}。`,
    },
    next: {
      en: () => 'Do that first, or decide otherwise.',
      'zh-CN': () => '请先完成上述要求，或作其他决定。',
    },
  }),
} as const
