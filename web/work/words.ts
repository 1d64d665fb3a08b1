import type { Locale } from '../../domain/locale.js'

const en = {
  programme: 'Global Industry Cluster Cooperation Bases',
  brand: 'Cornerstone',
  skip: 'Skip to the content',
  navigation: 'Rooms',
  signOut: 'Sign out',
  signIn: 'Sign in',
  other: '中文',
  rehearsal: 'Rehearsal: everything on this page is invented. It is no decision of anybody.',
  rehearsalShort: 'rehearsal',
  worlds: 'Sample or real',
  mailbox: 'Mailbox of the trial',
  api: 'The API',
  foot: 'What stands here is read from the ledger, as far as it is for your eyes.',
  search: 'Bases, people, papers',
  find: 'Search',
  back: 'Back',
  more: 'Next page',
  signInAndBack: 'Sign in and come back here',
  toWork: 'To my work',
  backTo: 'Open the page without it',
  number: 'Number of this answer, for whoever looks into it',
  notSent:
    'If you were filling in a form: nothing was sent. Sign in in another window, go back to the form in this one, and send it again.',
  fromALetter:
    'If you came by the link of a letter: opening it decided nothing. What it shows is for those who hold a seat; the programme office named in the letter gives you access.',
} as const

export type ShellWords = Readonly<Record<keyof typeof en, string>>

const chinese: ShellWords = {
  programme: '全球产业集群合作基地',
  brand: 'Cornerstone',
  skip: '跳至正文',
  navigation: '栏目',
  signOut: '退出登录',
  signIn: '登录',
  other: 'English',
  rehearsal: '演练：本页内容均为虚构，不构成任何决定。',
  rehearsalShort: '演练',
  worlds: '示例与正式项目',
  mailbox: '试运行邮箱',
  api: '接口文档',
  foot: '本页内容取自登记，仅显示您有权查看的部分。',
  search: '基地、人员、文件',
  find: '检索',
  back: '返回',
  more: '下一页',
  signInAndBack: '登录后返回此页',
  toWork: '前往我的工作',
  backTo: '打开该页面',
  number: '本次答复编号（供查询使用）',
  notSent: '如您正在填写表格：尚未提交。请在另一窗口登录，然后在本窗口返回表格重新提交。',
  fromALetter:
    '如您经函件中的链接到达此页：打开链接不产生任何效力。所示内容仅供任职人员查阅，请向函件所载项目办公室申请访问权限。',
}

/** What stands around every page of the workplace. */
export const shellWords: Readonly<Record<Locale, ShellWords>> = { en, 'zh-CN': chinese }

/** Said over a page of the sample programme while it is played: what is shown grows. */
export const playedSays = ({ done, total }: { readonly done: number; readonly total: number }, locale: Locale) =>
  playing[locale](done, total)

const playing = {
  en: (done: number, total: number): string =>
    total === 0
      ? 'The sample programme is being set up; load the page again in a moment.'
      : `The sample programme is being played: ${done} of its ${total} bases stand where they rest. Load the page again to see how far the others have come.`,
  'zh-CN': (done: number, total: number): string =>
    total === 0
      ? '示例项目正在建立，请稍后刷新本页。'
      : `示例项目正在演练：${total} 个基地中已有 ${done} 个到达所示阶段。刷新本页可查看其余基地的进展。`,
}
