import type { Locale } from '../domain/locale.js'
import type { LetterKind } from './letter.js'
import { paperLetterWordings } from './paper-letter-wordings.js'
import { rulesLetterWordings } from './rules-letter-wordings.js'
import { tenLetterWordings } from './ten-letter-wordings.js'

export interface LetterWording {
  /** A few words for the subject. */
  readonly subject: string
  readonly opening: string
  /** What happens if nobody acts, or what the reader may expect; empty when there is nothing to say. */
  readonly closing: string
}

/** What each kind of letter says. Facts follow as lines of their own, so no sentence has gaps to fill. */
export const letterWordings: Readonly<Record<LetterKind, Readonly<Record<Locale, LetterWording>>>> = {
  step_opened: {
    en: {
      subject: 'your step is open',
      opening: 'A step of the base named below now waits for you.',
      closing: 'Reminders follow before the date. After it, the matter goes up the ladder of the procedure.',
    },
    'zh-CN': {
      subject: '请办理事项',
      opening: '下列基地的有关事项现请贵方办理。',
      closing: '到期前将另行提醒；逾期未办的，按程序逐级报告。',
    },
  },
  reminder: {
    en: {
      subject: 'reminder',
      opening: 'A step of the base named below still waits for you.',
      closing: 'If you have acted in the meantime, nothing more is needed.',
    },
    'zh-CN': {
      subject: '办理提醒',
      opening: '下列基地的有关事项尚待贵方办理，特此提醒。',
      closing: '如已办理，请忽略本函。',
    },
  },
  escalation: {
    en: {
      subject: 'overdue',
      opening: 'The date of a step has passed without an act. By the procedure you are now told.',
      closing: 'Please see that the step is carried out, or say what stands in its way.',
    },
    'zh-CN': {
      subject: '逾期报告',
      opening: '下列基地的有关事项逾期未办，依照程序现予报告。',
      closing: '请督促办理，或者说明未能办理的原因。',
    },
  },
  deadline_moved: {
    en: {
      subject: 'new date',
      opening: 'The date of a step has been moved. The former date stays in the record.',
      closing: '',
    },
    'zh-CN': {
      subject: '期限调整',
      opening: '下列事项的办理期限已作调整，原期限在记录中予以保留。',
      closing: '',
    },
  },
  decision: {
    en: {
      subject: 'decision',
      opening: 'A decision has been taken on the base named below.',
      closing: 'Where the decision may be complained of, the decision letter says how and until when.',
    },
    'zh-CN': {
      subject: '决定通知',
      opening: '关于下列基地的事项已作出决定，现予通知。',
      closing: '可以申诉的，申诉方式和期限以决定函为准。',
    },
  },
  status_changed: {
    en: { subject: 'new status', opening: 'The base named below has a new status.', closing: '' },
    'zh-CN': { subject: '状态变更', opening: '下列基地的状态已变更，现予通知。', closing: '' },
  },
  document_ready: {
    en: {
      subject: 'document ready',
      opening: 'A document of the base named below is ready for you.',
      closing: 'The document prints the ledger head it was made at, so that it can be verified.',
    },
    'zh-CN': {
      subject: '文件已出具',
      opening: '下列基地的文件已出具，请查收。',
      closing: '文件载有出具时的台账链首值，可供核验。',
    },
  },
  held: {
    en: {
      subject: 'on hold',
      opening: 'The base named below is on hold. Its clocks stand still and no date runs out meanwhile.',
      closing: 'You will be told when it goes on.',
    },
    'zh-CN': {
      subject: '暂缓办理',
      opening: '下列基地的事项暂缓办理，期间各项期限停止计算。',
      closing: '恢复办理时将另行通知。',
    },
  },
  resumed: {
    en: {
      subject: 'resumed',
      opening: 'The base named below goes on. The days it stood still have been added to its dates.',
      closing: '',
    },
    'zh-CN': {
      subject: '恢复办理',
      opening: '下列基地的事项恢复办理，暂缓期间已相应顺延至各项期限。',
      closing: '',
    },
  },
  review_due: {
    en: {
      subject: 'yearly review',
      opening: 'The yearly report of the base named below is due.',
      closing: 'A report that is still missing after two written reminders leads to a finding by default.',
    },
    'zh-CN': {
      subject: '年度评估',
      opening: '请按期提交下列基地的年度报告。',
      closing: '经两次书面提醒仍未提交的，按未提交报告认定。',
    },
  },
  vacancy: {
    en: {
      subject: 'nobody may act',
      opening:
        'A step of the base named below is open, and too few people may act on it: nobody holds its role, or the rules of separation keep those who do away.',
      closing:
        'Please have a mandate granted to somebody who has not acted on the steps before it, or ask a director to reassign it. Until then the step waits, and its clock runs.',
    },
    'zh-CN': {
      subject: '无人可办理',
      opening: '下列基地有一待办步骤，可办理人员不足：无人担任该职务，或任职人员依职责分离规则须予回避。',
      closing: '请安排授予未参与前序步骤的人员任命，或请项目主任改派。在此之前该步骤继续待办，期限照常计算。',
    },
  },
  step_voided: {
    en: {
      subject: 'your act no longer counts',
      opening:
        'What you did on a step of the base named below, or what was done there in your place, was voided and no longer counts. It stays in the record, and so does the reason.',
      closing:
        'When the procedure comes to the step again, whoever may act on it then is told by a letter of its own. If you see a mistake in this, write to the secretariat.',
    },
    'zh-CN': {
      subject: '您的办理已作废',
      opening: '您就下列基地有关步骤所作的办理，或受您委托所作的办理，已作废，不再有效。原记录及作废原因均予保留。',
      closing: '程序再次进行到该步骤时，将另行函告届时可办理的人员。如认为有误，请函告秘书处。',
    },
  },
  ...tenLetterWordings,
  ...rulesLetterWordings,
  ...paperLetterWordings,
}

/** The labels of the lines that carry the facts. */
export const letterLabels = {
  base: { en: 'Base', 'zh-CN': '基地' },
  step: { en: 'Step', 'zh-CN': '事项' },
  role: { en: 'You act as', 'zh-CN': '办理身份' },
  wanted: { en: 'Wanted', 'zh-CN': '所需职务' },
  signedAs: { en: 'Signed as', 'zh-CN': '签署身份' },
  signatory: { en: 'Signatory', 'zh-CN': '签署人' },
  act: { en: 'What the paper says', 'zh-CN': '纸质文件所载意见' },
  signedOn: { en: 'Date on the paper', 'zh-CN': '纸质文件日期' },
  enteredBy: { en: 'Entered by', 'zh-CN': '录入人' },
  confirmedBy: { en: 'Confirmed by', 'zh-CN': '复核人' },
  refusedBy: { en: 'Turned away by', 'zh-CN': '退回人' },
  cause: { en: 'Cause', 'zh-CN': '作废原因' },
  because: { en: 'Follows from step', 'zh-CN': '起因事项' },
  decidedBy: { en: 'Decided by', 'zh-CN': '决定人' },
  version: { en: 'Version of the rules', 'zh-CN': '规则版本' },
  former: { en: 'Former version', 'zh-CN': '原版本' },
  agreedBy: { en: 'Agreed by', 'zh-CN': '已同意人' },
  formerDueOn: { en: 'Former date', 'zh-CN': '原期限' },
  dueOn: { en: 'Due by the end of', 'zh-CN': '办理期限' },
  options: { en: 'You may', 'zh-CN': '可选意见' },
  outcome: { en: 'Outcome', 'zh-CN': '结果' },
  reason: { en: 'Reason', 'zh-CN': '理由' },
  rung: { en: 'Notice number', 'zh-CN': '第几次通知' },
  link: { en: 'See and act here (opening the page decides nothing)', 'zh-CN': '查看及办理（打开页面不产生任何效力）' },
} as const satisfies Readonly<Record<string, Readonly<Record<Locale, string>>>>

export const letterFrame = {
  greeting: { en: (name: string) => `Dear ${name},`, 'zh-CN': (name: string) => `${name}：` },
  between: { en: ': ', 'zh-CN': '：' },
  listed: { en: '; ', 'zh-CN': '；' },
  sender: {
    en: 'Programme Office, Global Alliance of SMEs',
    'zh-CN': '全球中小企业联盟项目办公室',
  },
  ledger: {
    en: (baseId: string, time: string) => `Ledger head of ${baseId} at ${time}:`,
    'zh-CN': (baseId: string, time: string) => `${baseId}台账链首值（${time}）：`,
  },
  checkpoint: {
    en: (short: string, time: string) => `Last signed checkpoint of the whole ledger: ${short} (${time})`,
    'zh-CN': (short: string, time: string) => `全部台账最近的签名检查点：${short}（${time}）`,
  },
  rehearsal: {
    en: 'REHEARSAL: this letter is no decision of anybody. Its values are invented for rehearsal.',
    'zh-CN': '演练邮件：本邮件不构成任何机构或个人的决定，所载数值均为演练而虚构。',
  },
  rehearsalSubject: '[演练 REHEARSAL] ',
} as const
