import type { Locale } from '../../domain/locale.js'
import { decidingWords } from '../page/deciding-words.js'

const en = {
  ...decidingWords.en,
  other: '中文',
  openTitle: 'Act on a step',
  openSays:
    'This page acts on nothing by being opened. It shows what the link of your letter is for; you act by a button.',
  paste: 'The address in your letter, whole',
  pasteHint: 'Your browser runs no scripts, or the address was cut off: copy it from the letter and put it here.',
  show: 'Show the step',
  step: 'Step',
  role: 'You act as',
  readTitle: 'The text that is decided on',
  toStep: 'Back to the step',
  download: 'Download',
  options: 'What you may choose',
  choose: 'Choose',
  back: 'Choose otherwise',
  needed: '(needed)',
  saved:
    'Saved. Nothing was sent. It waits here: open the link of your letter again and go on. Whoever may act with you on this step finds it too.',
  brought: 'The file was taken. It can be chosen in the form now.',
  acts: (label: string) => `Act: ${label}`,
  mailedTitle: 'Who you are, once more',
  mailedSays:
    'This act weighs so much that it takes a code: it goes to your address on record, is good for ten minutes and may be mistyped a few times.',
  mailedSend: 'Send me a code',
  mailedSent: 'A code is on its way to your address on record. Another one can be asked for after two minutes.',
  mailedCode: 'The code from your mailbox (eight digits)',
  wrong: 'This was not taken:',
  faults: (count: number) =>
    count === 1
      ? 'One thing is missing or does not fit. Nothing was sent yet.'
      : `${count} things are missing or do not fit. Nothing was sent yet.`,
  deadTitle: 'This link does not act',
  deadSays:
    'It may have been used, ended with its step or with your seat, or belong to an older text; or it is no link of ours. If it was yours and the step still waits for you, a new letter with a fresh link goes to the address on record.',
  fresh: 'Send a fresh link',
  freshTitle: 'A fresh link',
  freshSays: 'If the step still waits for you, a letter is on its way to the address on record. Nothing was decided.',
  doneSays: (base: string, seq: number) =>
    `Your decision stands in the ledger of ${base}, whose last entry is now number ${seq}.`,
  receipt: 'Number of your command',
  usedTitle: 'You have acted already',
  usedSays: 'What you decided with this link was recorded. A link acts once.',
  decidedTitle: 'Decided already',
  decidedSays: 'This step was decided before; nothing is left to do here.',
  notNowTitle: 'Not now',
  strangeTitle: 'Not taken',
  strangeSays:
    'This did not come from the page that was shown for your link. Open the link of your letter again and act from there.',
} as const

type Words = { readonly [K in keyof typeof en]: (typeof en)[K] extends string ? string : (typeof en)[K] }

const chinese: Words = {
  ...decidingWords['zh-CN'],
  other: 'English',
  openTitle: '办理事项',
  openSays: '打开本页不产生任何效力。本页显示函件链接所指事项，须点击按钮方为办理。',
  paste: '函件中的完整链接地址',
  pasteHint: '浏览器未运行脚本，或地址不完整时：请从函件中复制链接并粘贴于此。',
  show: '查看事项',
  step: '事项',
  role: '办理身份',
  readTitle: '所议文本',
  toStep: '返回事项',
  download: '下载',
  options: '可选意见',
  choose: '选择',
  back: '另行选择',
  needed: '（必填）',
  saved: '已保存，尚未提交。再次打开函件中的链接即可继续填写；与您共同办理该事项的人员亦可查看。',
  brought: '文件已接收，现可在表格中选用。',
  acts: (label) => `办理：${label}`,
  mailedTitle: '再次核验身份',
  mailedSays: '该行为效力重大，须填写验证码：验证码寄至登记邮箱，十分钟内有效，可有限次更正。',
  mailedSend: '发送验证码',
  mailedSent: '验证码正发送至您的登记邮箱；两分钟后方可再次申请。',
  mailedCode: '邮箱收到的验证码（八位数字）',
  wrong: '未予受理：',
  faults: (count) => `有${count}项缺漏或不符合要求，尚未提交。`,
  deadTitle: '此链接不能办理',
  deadSays:
    '该链接可能已使用，或已随事项办结、您的任职变动或文本更新而失效，也可能并非本项目所发。如链接属于您且事项仍待您办理，新的链接将发送至登记邮箱。',
  fresh: '发送新链接',
  freshTitle: '新链接',
  freshSays: '如事项仍待您办理，函件将发送至登记邮箱。未作出任何决定。',
  doneSays: (base, seq) => `您的决定已登记在${base}名下，登记现至第${seq}条。`,
  receipt: '指令编号',
  usedTitle: '您已办理',
  usedSays: '您以此链接作出的决定已登记在案。每个链接仅可使用一次。',
  decidedTitle: '已有决定',
  decidedSays: '该事项此前已作出决定，无需再办理。',
  notNowTitle: '暂不能办理',
  strangeTitle: '未予受理',
  strangeSays: '该请求并非来自为您的链接所显示的页面。请重新打开函件中的链接并在该页办理。',
}

export const words: Readonly<Record<Locale, Words>> = { en, 'zh-CN': chinese }
