import type { Locale } from '../../domain/locale.js'

const en = {
  comment: 'Put a remark on the record',
  hold: 'Put on hold',
  resume: 'Resume',
  withdraw: 'Withdraw the nomination',
  extend: 'Give more time',
  commentSays: 'It stands in the ledger under your name, for those who may read it. It decides nothing.',
  holdSays: 'The clocks of the base stand still until it is resumed. The reason is told to those it concerns.',
  resumeSays: 'The clocks run again; every open date moves by the working days that were stopped.',
  withdrawSays: 'The nomination ends with this. Whoever withdraws may nominate again in another call.',
  extendSays: 'The date of this step moves by so many working days of the side that acts.',
  void: 'Say that this was entered by mistake',
  voidSays:
    'The decision stands until another person, a director or the chair, confirms that it was a mistake; then the step and what rests on it are asked again (R17).',
  confirm_void: 'Confirm that it was a mistake',
  confirm_voidSays:
    'You are the second person. With the button the decision is voided, and the step and what rests on it are asked again (R17). Without it the decision stands.',
  confirm_paper: 'Confirm what the paper says',
  confirm_paperSays:
    'You are the second person. Open the scan and read it; with the button the step is acted on as the signatory has signed (R16).',
  refuse_paper: 'Turn the paper away',
  refuse_paperSays: 'It was misread, or the paper is not sound. It stays in the record and counts never (R16).',
  openScan: 'Open the scan',
  code: 'Reason code',
  reason: 'In your words',
  text: 'Your remark',
  days: 'Working days',
  last: 'The button below acts at once and only once. What you do stands in the ledger under your name.',
  back: 'Do not do it',
  refused: 'This was not taken',
  notOpen: 'This is not for you to do now',
  unsaid: 'Something is missing: what is marked must be filled in.',
  next: 'Fill it in and send it again.',
  pending: 'It was sent and is not lost. Send the same page again to hear what became of it.',
} as const

export type SmallActWords = Readonly<Record<keyof typeof en, string>>

const chinese: SmallActWords = {
  comment: '提交备注',
  hold: '暂停办理',
  resume: '恢复办理',
  withdraw: '撤回申报',
  extend: '延长期限',
  commentSays: '备注以您的名义登记在案，供有权人员查阅，不构成决定。',
  holdSays: '该基地各项期限暂停计算，直至恢复办理。理由将告知有关人员。',
  resumeSays: '恢复计算期限，各未结事项按暂停的工作日数顺延。',
  withdrawSays: '申报就此终结。撤回后可在其他批次重新申报。',
  extendSays: '该事项期限按办理方工作日数顺延。',
  void: '提出该决定系误录',
  voidSays:
    '经另一人（项目主任或委员会主席）确认系误录之前，该决定继续有效；确认后，该步骤及以其为依据的步骤重新办理（R17）。',
  confirm_void: '确认系误录',
  confirm_voidSays:
    '您是第二人。点击按钮后该决定作废，该步骤及以其为依据的步骤重新办理（R17）；不予确认的，原决定继续有效。',
  confirm_paper: '确认书面文件',
  confirm_paperSays: '您是第二人。请打开扫描件核对；点击按钮后，该步骤按签署人所签意见办理（R16）。',
  refuse_paper: '退回书面文件',
  refuse_paperSays: '录入有误或文件存在问题的，予以退回。该录入保留在案，不生效（R16）。',
  openScan: '打开扫描件',
  code: '理由代码',
  reason: '文字说明',
  text: '备注内容',
  days: '工作日数',
  last: '点击下方按钮即时生效，仅生效一次，并以您的名义登记在案。',
  back: '不办理，返回',
  refused: '未予受理',
  notOpen: '目前不由您办理',
  unsaid: '有内容缺漏：标明各项均须填写。',
  next: '请填写后重新提交。',
  pending: '已发送，不会丢失。请重新提交同一页面以查询结果。',
}

/** What is said of what is done beside steps. */
export const smallActWords: Readonly<Record<Locale, SmallActWords>> = { en, 'zh-CN': chinese }
