import { issueStates, proposalStates } from '../../domain/negotiation/version.js'
import type { Locale } from '../../domain/locale.js'

/** What becomes of what is said about a text, as far as it has words of its own. */
const saidStates = [...new Set([...proposalStates, ...issueStates, 'draft' as const, 'voided' as const])]
type SaidState = (typeof saidStates)[number]

/** Whether a state has words. */
export const isStateSaid = (state: string): state is SaidState => saidStates.some((one) => one === state)

interface ItemNamed {
  readonly kind: string
  readonly no: number
  readonly side: string
}

interface Waiting {
  readonly proposals: number
  readonly issues: number
  readonly remarks: number
}

interface LanguagesTold {
  readonly changed: readonly string[]
  readonly kept: readonly string[]
}

const languageIn = (language: string, locale: Locale): string => {
  if (language === 'en') return locale === 'en' ? 'English' : '英文'
  if (language === 'zh-CN') return locale === 'en' ? 'Chinese' : '中文'
  return language
}

const languagesIn =
  (locale: Locale) =>
  ({ changed, kept }: LanguagesTold): string | undefined => {
    if (kept.length === 0) return undefined
    const [anew, same] = [changed, kept].map((some) => some.map((one) => languageIn(one, locale)))
    return locale === 'en'
      ? `Changes: ${(anew ?? []).join(', ')}. ${(same ?? []).join(', ')} unchanged.`
      : `修改：${(anew ?? []).join('、')}；${(same ?? []).join('、')}未改。`
  }

const en = {
  version: 'Version',
  handed: 'Handed over',
  code: 'Text code',
  against: 'Changes are shown against',
  first: 'No earlier version is for you to read: nothing is marked.',
  asCleared: 'the version you cleared last',
  changed: 'Changed sections',
  isChanged: 'changed',
  unchanged: 'No section reads otherwise; each opens by a click.',
  mark: (old: string) =>
    `What was put in is underlined, what was taken out of ${old} is struck through. Sections that read as before are folded; each opens by a click.`,
  whole: 'Open every section',
  byNotice: 'No clearance or signature hangs on what stands here. So it reads now.',
  clearances: 'Cleared by',
  stands: 'stands',
  fell: 'fell, and is asked for again',
  sections: 'Sections',
  gone: 'Sections that were taken out',
  open: 'Open issues and proposals',
  noneOpen: 'Nothing is open.',
  waiting: ({ proposals, issues, remarks }: Waiting) =>
    `Open proposals: ${proposals}. Open issues: ${issues}. Remarks: ${remarks}.`,
  readWaiting: 'Read them with their reasons',
  remarks: 'Remarks',
  drafts: (step: string) => `Drafted for “${step}”`,
  draftsSay: 'It goes with the decision of this step, and until then only your side reads it.',
  penSays:
    'A wording that is taken in stands in the version that the decision of this step hands over. Until then only your side reads it.',
  noDrafts: 'Nothing yet. Each section below has a button for it.',
  kept: 'Kept. Nothing was sent: it goes with the decision of the step.',
  proposal: 'Proposal',
  comment: 'Remark',
  issue: 'Issue',
  itemOf: ({ kind, no, side }: ItemNamed) => `${kind} ${no} ${side}`,
  programme: 'of the Alliance',
  partner: 'of the place',
  ownSide: 'for the own side alone',
  states: {
    draft: 'drafted, not handed in yet',
    open: 'open',
    accepted: 'accepted',
    rejected: 'rejected',
    withdrawn: 'withdrawn',
    proposed: 'a wording is proposed',
    agreed: 'agreed',
    parked: 'put off',
    voided: 'its step was voided',
  },
  languages: languagesIn('en'),
  replace: 'would read',
  insert: 'with a new paragraph after it',
  delete: 'would be taken out',
  take: 'Take it along',
  asWord: 'This version for a word processor (DOCX)',
  asTracked: (before: string) => `The same with what changed against “${before}” tracked (DOCX)`,
  asRedline: (before: string) => `What changed against “${before}”, as a paper (PDF)`,
  asPaper: (language: string) => `The text as a paper, in ${language} (PDF)`,
  versions: 'All versions you may read',
  noLonger: 'its step was voided',
  none: 'There is no text to read yet',
  noneFrom: (step: string) =>
    `It comes with its first draft, from the step “${step}”; each side then reads the versions that are sent to it.`,
  noneNow: 'What the base waits for now, and until when',
  noneEver: 'The base has ended: no version is there for you to read, and none comes any more.',
  toOverview: 'To the overview of the base',
  and: '; ',
  colon: ': ',
} as const

interface TextWords extends Readonly<
  Record<
    Exclude<
      keyof typeof en,
      | 'mark'
      | 'asTracked'
      | 'asRedline'
      | 'asPaper'
      | 'states'
      | 'drafts'
      | 'itemOf'
      | 'noneFrom'
      | 'languages'
      | 'waiting'
    >,
    string
  >
> {
  readonly waiting: (counts: Waiting) => string
  /** Which languages of a text are changed, and which stay; nothing where all of them are. */
  readonly languages: (of: LanguagesTold) => string | undefined
  readonly mark: (old: string) => string
  readonly asTracked: (before: string) => string
  readonly asRedline: (before: string) => string
  readonly asPaper: (language: string) => string
  readonly drafts: (step: string) => string
  readonly noneFrom: (step: string) => string
  readonly itemOf: (item: ItemNamed) => string
  readonly states: Readonly<Record<SaidState, string>>
}

const chinese: TextWords = {
  version: '版本',
  handed: '提交时间',
  code: '文本校验码',
  against: '对照版本',
  first: '没有可供您查阅的更早版本，未作标示。',
  asCleared: '您上次审定的版本',
  changed: '有改动的条款',
  isChanged: '有改动',
  unchanged: '各条款均无改动，点击可展开。',
  mark: (old) => `下划线为新增内容，删除线为${old}中删去的内容。未改动的条款已折叠，点击可展开。`,
  whole: '展开全部条款',
  byNotice: '审定和签署不以此处内容为准，以下为当前内容。',
  clearances: '审定情况',
  stands: '有效',
  fell: '已失效，须重新审定',
  sections: '条款目录',
  gone: '已删去的条款',
  open: '未决事项和修改建议',
  noneOpen: '没有未决事项。',
  waiting: ({ proposals, issues, remarks }) =>
    `未决修改建议${proposals}项，未决磋商事项${issues}项，意见${remarks}条。`,
  readWaiting: '查看具体内容及理由',
  remarks: '意见',
  drafts: (step) => `为“${step}”起草的内容`,
  draftsSay: '随该事项的决定一并提交；此前仅本方可见。',
  penSays: '采纳的文字写入该事项决定所提交的版本；此前仅本方可见。',
  noDrafts: '尚无内容。各条款下方均有相应按钮。',
  kept: '已保存，尚未提交；将随该事项的决定一并提交。',
  proposal: '修改建议',
  comment: '意见',
  issue: '磋商事项',
  itemOf: ({ kind, no, side }) => `${kind}第${no}号（${side}）`,
  programme: '联盟方',
  partner: '政府',
  ownSide: '仅本方可见',
  states: {
    draft: '已起草，尚未提交',
    open: '未决',
    accepted: '已采纳',
    rejected: '不予采纳',
    withdrawn: '已撤回',
    proposed: '已提出措辞',
    agreed: '已商定',
    parked: '已搁置',
    voided: '所属事项已作废',
  },
  languages: languagesIn('zh-CN'),
  replace: '拟改为',
  insert: '其后拟新增一款',
  delete: '拟删去',
  take: '下载',
  asWord: '本版本的文字处理文件（DOCX）',
  asTracked: (before) => `本版本的文字处理文件，以修订标示与“${before}”的差异（DOCX）`,
  asRedline: (before) => `与“${before}”的对照文件（PDF）`,
  asPaper: (language) => `文本的正式文件，${language}（PDF）`,
  versions: '您可查阅的全部版本',
  noLonger: '所属事项已作废',
  none: '尚无可供查阅的文本',
  noneFrom: (step) => `首稿由“${step}”事项提交，其后各方可查阅送交本方的版本。`,
  noneNow: '当前等待事项及期限',
  noneEver: '该基地已终结：没有您可查阅的版本，今后亦不再形成。',
  toOverview: '查看基地概览',
  and: '；',
  colon: '：',
}

/** What is said around the text that both sides make. */
export const textWords: Readonly<Record<Locale, TextWords>> = { en, 'zh-CN': chinese }
