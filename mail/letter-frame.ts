import type { Ending } from '../domain/letters/letter.js'
import type { LetterParagraph } from '../domain/letters/wording.js'
import type { Locale } from '../domain/locale.js'

interface Frame {
  /** What stands between two sentences. */
  readonly between: string
  /** Before each paragraph of a text without a page. */
  readonly indent: string
  readonly dear: string
  readonly dearNobody: string
  readonly answers: string
  readonly answer: (count: number) => string
  readonly due: { readonly partner: LetterParagraph; readonly programme: LetterParagraph }
  readonly how: { readonly link: LetterParagraph; readonly seat: LetterParagraph; readonly programme: LetterParagraph }
  readonly link: { readonly acts: string; readonly shows: string }
  readonly details: readonly LetterParagraph[]
  readonly ends: Readonly<Record<Ending, string>>
  readonly greeting: { readonly person: string; readonly nobody: string }
  readonly sender: readonly LetterParagraph[]
  readonly contact: string
  readonly several: {
    readonly subject: readonly string[]
    readonly told: string
    readonly listed: string
    readonly named: string
  }
  readonly footer: {
    readonly title: string
    readonly exhibited: string
    readonly matter: string
    readonly entry: string
    readonly keep: string
    readonly checkpoint: string
  }
  readonly rehearsal: string
}

const english: Frame = {
  between: ' ',
  indent: '',
  dear: 'Dear {recipient},',
  dearNobody: 'Dear Sir or Madam,',
  answers: 'You may:',
  answer: (count) => `(${count}) `,
  due: {
    partner: [
      'Please answer by {due}.',
      '{?working}The date follows your working calendar, holidays left out.',
      '{?due}{?extends}If you need more time, please tell us before it.',
    ],
    programme: ['Please act by {due}.'],
  },
  how: {
    link: 'To answer, open the page below, read it and confirm. A sealed letter by post, or its scan sent to the reply address of this mail, serves as well; we enter it. Opening the page or replying to this mail is not a formal answer.',
    seat: 'To answer, sign in to the page below. A sealed letter by post, or its scan sent to the reply address of this mail, serves as well; we enter it. Opening the page or replying to this mail is not a formal answer.',
    programme: 'You act on the page below; opening it decides nothing.',
  },
  link: { acts: 'Open the page', shows: 'See the page' },
  details: [
    [
      'It was sent back by: {sentBackBy}.',
      'The reason: {sentBackFor}.',
      'To be completed: {listed}.',
      'What is missing: {missing}',
    ],
    ['{raised}', 'In the words of whoever asked: {raisedWords}'],
    ['The decision it is about: {contested}.', '{means}'],
  ],
  ends: { request: '', inform: '', answer: '', remind: '' },
  greeting: { person: 'Yours sincerely,', nobody: 'Yours faithfully,' },
  sender: ['{manager}', '[{?manager}Programme Manager, ]Programme Office', 'Global Alliance of SMEs', '{date}'],
  contact: 'Contact: [{manager}, ]Programme Office[ · {office}] (you may simply reply to this mail)',
  several: {
    subject: ['{count} matters, the first by {dueDay}', '{count} notices'],
    told: 'This letter holds {count} matters:',
    listed: '{number}. {base}: {matter}[ – please {todo}][ by {due}]',
    named: '{number}. {subject}',
  },
  footer: {
    title: '— Verification —',
    exhibited: 'File {no}',
    matter: 'Step {no}',
    entry: 'Base {baseNo} · entry {seq} · {time} · code {code}[ · record: {record}]',
    keep: 'Keep this letter; with the code anybody can check later that the record was not changed.',
    checkpoint: 'Last signed checkpoint of the whole record: {short}, {time}',
  },
  rehearsal: 'REHEARSAL: this letter is no decision of anybody. Its values are invented for rehearsal.',
}

const chinese: Frame = {
  between: '',
  indent: '　　',
  dear: '{recipient}：',
  dearNobody: '负责同志：',
  answers: '可选择的答复：',
  answer: (count) => `（${numerals[count] ?? String(count)}）`,
  due: {
    partner: [
      '请于{due}前答复。',
      '{?working}期限按贵方工作日历计算，已扣除节假日。',
      '{?due}{?extends}需要更多时间的，请在到期前告知。',
    ],
    programme: ['请于{due}前办理。'],
  },
  how: {
    link: '办理方式：打开下列页面，核对后确认提交。也可以盖章公函答复，寄送我办或将扫描件发至本邮件的回复地址，由我办登记。打开页面、回复邮件供沟通之用，不作为正式答复。',
    seat: '办理方式：登录下列页面办理。也可以盖章公函答复，寄送我办或将扫描件发至本邮件的回复地址，由我办登记。打开页面、回复邮件供沟通之用，不作为正式答复。',
    programme: '请在下列页面办理；打开页面不作为办理。',
  },
  link: { acts: '打开办理页面', shows: '查看页面' },
  details: [
    ['本事项由“{sentBackBy}”退回。', '退回理由：{sentBackFor}。', '所列缺项：{listed}。', '需补正内容：{missing}'],
    ['{raised}', '提出方的说明：{raisedWords}'],
    ['所涉决定：{contested}。', '{means}'],
  ],
  ends: { request: '敬请函复。', inform: '特此函告。', answer: '特此函复。', remind: '特此提醒。' },
  greeting: { person: '此致\n敬礼', nobody: '此致\n敬礼' },
  sender: ['全球中小企业联盟', '全球产业集群合作基地项目办公室', '{manager}（项目经理）', '{date}'],
  contact: '联系人：[{manager}　]项目办公室[　邮箱：{office}]（可直接回复本邮件）',
  several: {
    subject: ['{count}项事项，最早于{dueDay}前办理', '{count}项通知'],
    told: '本函汇总{count}项事项：',
    listed: '{number}. {base}：{matter}[，请{todo}][，{due}前]',
    named: '{number}. {subject}',
  },
  footer: {
    title: '——核验信息——',
    exhibited: '佐证材料编号{no}',
    matter: '事项编号{no}',
    entry: '基地编号{baseNo}　登记第{seq}条　{time}　校验码{code}[　登记查阅：{record}]',
    keep: '请留存本函，日后可凭校验码核对登记内容未被更改。',
    checkpoint: '全部登记最近一次签名校验点：{short}，{time}',
  },
  rehearsal: '演练邮件：本邮件不构成任何机构或个人的决定，所载数值均为演练而虚构。',
}

/** Chinese numerals as items of a list bear them. */
const numerals = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'] as const

/** What stands around the words of a letter, in each language. */
export const letterFrame: Readonly<Record<Locale, Frame>> = { en: english, 'zh-CN': chinese }

export const rehearsalSubject = '[演练 REHEARSAL] '
