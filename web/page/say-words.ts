import { issueStates, proposalStates } from '../../domain/negotiation/version.js'
import type { Locale } from '../../domain/locale.js'

const answers = [...new Set([...proposalStates, ...issueStates])]
type AnswerSaid = (typeof answers)[number]

/** Whether an answer has words. */
export const isAnswerSaid = (state: string): state is AnswerSaid => answers.some((one) => one === state)

const en = {
  way: 'Read the text, propose, remark and answer',
  wayBack: 'Back to the step',
  open: 'Propose another wording, remark or raise an issue',
  openRemarks: 'Remark or raise an issue',
  propose: 'Propose another wording',
  write: 'Write it otherwise',
  marks: 'A mark such as {ref:areas.1} stands for the number of that place and moves with it: leave it as it is.',
  wordingIn: (language: string) =>
    `Wording in ${language === 'en' ? 'English' : language === 'zh-CN' ? 'Chinese' : language}`,
  why: 'Why',
  whyOut: 'Or leave this paragraph out: why',
  keepProposal: 'Keep the proposal',
  keepWording: 'Keep this wording for the version',
  keepOut: 'Keep that it is left out',
  add: 'A new paragraph',
  after: 'After which paragraph (left empty: at the end)',
  remark: 'Remark',
  remarkWhole: 'Remark on the text as a whole',
  remarkText: 'Your remark',
  seenBy: 'Who reads it',
  ownSide: 'For my own side alone: it is never handed in',
  keepRemark: 'Keep the remark',
  issue: 'Raise an issue',
  issueSays: 'An issue stands until both sides have settled it.',
  issueTitle: 'What it is about',
  position: 'The position of your side',
  keepIssue: 'Keep the issue',
  answer: 'Answer',
  answerWords: 'Why (a rejection needs it)',
  settle: 'Settle or answer',
  issueWords: 'In your words (a wording needs it)',
  given: (answer: string) => `Drafted as an answer: ${answer}.`,
  answered: (no: number, answer: string) => `Answer to number ${no}: ${answer}`,
  goesAlong: 'Drafted about the text, and goes with the decision',
  nothingYet: 'nothing yet',
  takeBack: 'Take the answer back',
  isIn: 'It is taken into the version.',
  isOut: 'It is not taken into the version.',
  takeIn: 'Take into the version',
  leaveOut: 'Leave out of the version',
  remove: 'Remove',
  states: {
    open: 'Take the answer back',
    accepted: 'Accept',
    rejected: 'Reject',
    withdrawn: 'Withdraw',
    proposed: 'Propose this wording',
    agreed: 'Agree',
    parked: 'Put off',
  },
  as: {
    open: 'none',
    accepted: 'accepted',
    rejected: 'rejected',
    withdrawn: 'withdrawn',
    proposed: 'a wording is proposed',
    agreed: 'agreed',
    parked: 'put off',
  },
  fields: {
    why: 'Why',
    text: 'Your remark',
    title: 'What it is about',
    position: 'The position of your side',
    words: 'In your words',
    state: 'The answer',
    from: 'The section as it was read',
    other: 'The form',
  },
  unsaid: (name: string, needs: string) => `${name}: it ${needs}.`,
  unsaidNext: 'Correct it and keep it again; what you typed still stands here.',
  same: 'No language of the paragraph was written otherwise.',
  sameNext: 'Change the wording in one language at least, or say that the paragraph is left out.',
  strange: 'The form that came is none of this page.',
  noNumber: (typed: string) => `“${typed}” is no number of what was said about the text.`,
  strangeNext: 'Open the page of the text again and send it from there.',
} as const

interface SayWords extends Readonly<
  Record<
    Exclude<keyof typeof en, 'states' | 'as' | 'fields' | 'given' | 'answered' | 'wordingIn' | 'unsaid' | 'noNumber'>,
    string
  >
> {
  readonly given: (answer: string) => string
  readonly answered: (no: number, answer: string) => string
  readonly wordingIn: (language: string) => string
  readonly fields: Readonly<Record<keyof (typeof en)['fields'], string>>
  readonly noNumber: (typed: string) => string
  readonly unsaid: (name: string, needs: string) => string
  /** How an answer is given, and what was given. */
  readonly states: Readonly<Record<AnswerSaid, string>>
  readonly as: Readonly<Record<AnswerSaid, string>>
}

const chinese: SayWords = {
  way: '阅读文本，提出修改建议、意见和答复',
  wayBack: '返回事项',
  open: '提出修改建议、意见或磋商事项',
  openRemarks: '提出意见或磋商事项',
  propose: '提出修改建议',
  write: '修改文字',
  marks: '诸如 {ref:areas.1} 的标记代表该处编号，并随位置变动：请保持原样。',
  wordingIn: (language) => `${language === 'en' ? '英文' : language === 'zh-CN' ? '中文' : language}文字`,
  why: '理由',
  whyOut: '或者删去本款：理由',
  keepProposal: '保存修改建议',
  keepWording: '保存文字，写入版本',
  keepOut: '保存删去本款的建议',
  add: '新增一款',
  after: '置于哪一款之后（不填：置于末尾）',
  remark: '提出意见',
  remarkWhole: '对全文提出意见',
  remarkText: '意见内容',
  seenBy: '阅读范围',
  ownSide: '仅供本方阅读，不予提交',
  keepRemark: '保存意见',
  issue: '提出磋商事项',
  issueSays: '磋商事项在双方解决之前保持未决。',
  issueTitle: '事项名称',
  position: '本方立场',
  keepIssue: '保存磋商事项',
  answer: '答复',
  answerWords: '理由（不予采纳时必填）',
  settle: '解决或答复',
  issueWords: '文字说明（提出措辞时必填）',
  given: (answer) => `已起草答复：${answer}。`,
  answered: (no, answer) => `对第${no}号的答复：${answer}`,
  goesAlong: '就文本起草、将随决定提交的内容',
  nothingYet: '尚无',
  takeBack: '撤回该答复',
  isIn: '已写入版本。',
  isOut: '未写入版本。',
  takeIn: '写入版本',
  leaveOut: '不写入版本',
  remove: '删除',
  states: {
    open: '撤回该答复',
    accepted: '采纳',
    rejected: '不予采纳',
    withdrawn: '撤回',
    proposed: '提出此措辞',
    agreed: '同意',
    parked: '搁置',
  },
  as: {
    open: '无',
    accepted: '采纳',
    rejected: '不予采纳',
    withdrawn: '撤回',
    proposed: '提出措辞',
    agreed: '同意',
    parked: '搁置',
  },
  fields: {
    why: '理由',
    text: '意见内容',
    title: '事项名称',
    position: '本方立场',
    words: '文字说明',
    state: '答复',
    from: '所阅条文',
    other: '表单',
  },
  unsaid: (name, needs) => `${name}${needs}。`,
  unsaidNext: '请更正后重新保存；已填内容保留于此。',
  same: '该款各语言文字均未改动。',
  sameNext: '请至少修改一种语言的文字，或者提出删去该款。',
  strange: '收到的表单并非本页所有。',
  noNumber: (typed) => `“${typed}”不是文本意见的编号。`,
  strangeNext: '请重新打开文本页面后再提交。',
}

/** What is said around what is said about a text. */
export const sayWords: Readonly<Record<Locale, SayWords>> = { en, 'zh-CN': chinese }
