import type { Locale } from '../../domain/locale.js'

const en = {
  title: 'What is stuck',
  lead: (count: number) =>
    count === 0
      ? 'Looked at now: nothing stands still without anybody having decided so.'
      : `${count === 1 ? 'One thing stands' : `${count} things stand`} still without anybody having decided so.`,
  none: 'Nothing is stuck.',
  noneNext:
    'This page looks anew each time it is opened. Letters that were not sent stand with the letters of their base.',
  wellIf: 'It is well when',
  next: 'What to do',
  since: 'since',
  tries: (count: number) => (count === 1 ? 'tried once' : `tried ${count} times`),
  mend: 'Mend it',
  retry: 'Try again now',
  skip: 'Skip this command for good',
  revive: 'Begin its workflow again from the ledger',
  code: 'Reason',
  reason: 'In your words (kept on record)',
  done: 'Done. What is still stuck stands below.',
  pending: 'It was sent, and is not answered yet. Look again in a moment.',
  misfit: 'Choose a reason.',
  notYours: 'An administrator of the programme mends it.',
} as const

export type StuckWords = { readonly [K in keyof typeof en]: (typeof en)[K] extends string ? string : (typeof en)[K] }

const chinese: StuckWords = {
  title: '停滞事项',
  lead: (count) => (count === 0 ? '经即时检查，没有未经决定而停滞的事项。' : `有${count}项未经决定而停滞。`),
  none: '没有停滞事项。',
  noneNext: '每次打开本页均重新检查。未发出的函件见各基地的函件页。',
  wellIf: '正常情况',
  next: '处理办法',
  since: '自',
  tries: (count) => `已尝试${count}次`,
  mend: '处理',
  retry: '立即重试',
  skip: '永久跳过该指令',
  revive: '依登记重新启动流程',
  code: '原因',
  reason: '说明（予以留存）',
  done: '已处理。仍停滞的事项列于下方。',
  pending: '已发送，尚无答复，请稍后再看。',
  misfit: '请选择原因。',
  notYours: '由项目系统管理员处理。',
}

/** What the page of what stands still says. */
export const stuckWords: Readonly<Record<Locale, StuckWords>> = { en, 'zh-CN': chinese }
