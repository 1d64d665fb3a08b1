import type { Locale } from '../../domain/locale.js'

const en = {
  title: 'Mailbox of the trial',
  lead: 'Letters of this trial. None of them has left this machine.',
  subject: 'Subject',
  from: 'From',
  to: 'To',
  received: 'Received',
  find: 'Part of an address or of a subject, such as the name in the address of a person',
  search: 'Search',
  none: 'No letter yet.',
  noneFound: 'No letter with these words.',
  noneNext: 'Nominate a cluster, or play a rehearsal: whoever has something to do is written to.',
  worlds: 'Sample or real',
  real: 'Real programme',
  all: 'All letters',
} as const

export type MailboxWords = Readonly<Record<keyof typeof en, string>>

const chinese: MailboxWords = {
  title: '试运行邮箱',
  lead: '本次试运行的信件，均未发出本机。',
  subject: '主题',
  from: '发件人',
  to: '收件人',
  received: '收到时间',
  find: '收件地址或主题中的词语（例如某人的邮箱名）',
  search: '检索',
  none: '尚无信件。',
  noneFound: '没有含这些词语的信件。',
  noneNext: '集群申报或进行演练后，将向有待办事项的人员发函。',
  worlds: '示例与正式项目',
  real: '正式项目',
  all: '全部信件',
}

/** What the mailbox of a trial says. */
export const mailboxWords: Readonly<Record<Locale, MailboxWords>> = { en, 'zh-CN': chinese }
