import type { Locale } from '../../domain/locale.js'

const en = {
  title: 'Letters',
  lead: 'Every letter of this base: to whom, what it was about, and what became of it.',
  about: 'Letter',
  to: 'To',
  state: 'What became of it',
  when: 'When',
  none: 'No letter has been written for this base yet.',
  noneNext: 'A letter is written when somebody has something to do, and when something was decided.',
  noneOf: 'No letter is in this state.',
  all: 'all',
  filter: 'State',
  queued: 'Queued',
  sent: 'Sent',
  tries: 'Tries',
  answer: 'Answer of the mail server',
  again: (count: number) => (count === 1 ? 'sent once more' : `sent once more, for the ${count}th time`),
  step: 'Step',
  language: 'Language',
  text: 'As it was sent',
  noText: 'Nothing is kept of what it said: it has not left, or its reader was erased.',
  textSays: 'The link has no token here, and words of others are not repeated.',
  resend: 'Send it once more',
  resendSays:
    'It goes to the address on record as a letter of its own, and only if what it says is still so. Who asked for it and why stays on record.',
  reason: 'Why',
  resent: 'It waits to be sent.',
  noReason: 'Say why it is sent once more.',
  back: 'All letters of this base',
} as const

export type LettersWords = { readonly [K in keyof typeof en]: (typeof en)[K] extends string ? string : (typeof en)[K] }

const chinese: LettersWords = {
  title: '函件',
  lead: '本基地的全部函件：收件人、事由及结果。',
  about: '函件',
  to: '收件人',
  state: '结果',
  when: '时间',
  none: '本基地尚无函件。',
  noneNext: '有人须办理事项，或已作出决定时，即发出函件。',
  noneOf: '没有处于该状态的函件。',
  all: '全部',
  filter: '状态',
  queued: '列入发送',
  sent: '发送',
  tries: '发送次数',
  answer: '邮件服务器答复',
  again: (count) => `第${count}次重发`,
  step: '事项',
  language: '语言',
  text: '发送原文',
  noText: '未留存内容：尚未发出，或收件人信息已删除。',
  textSays: '此处链接不含口令，他人的文字不再重复。',
  resend: '重新发送',
  resendSays: '将作为新函件发往登记地址，且仅在所述情况依然属实时发送。由谁要求、因何要求均予留存。',
  reason: '原因',
  resent: '已列入发送。',
  noReason: '请说明重新发送的原因。',
  back: '本基地全部函件',
}

/** What the pages of letters say. */
export const lettersWords: Readonly<Record<Locale, LettersWords>> = { en, 'zh-CN': chinese }
