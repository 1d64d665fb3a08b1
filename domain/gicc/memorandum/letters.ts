import type { AnswersTold, LetterWords } from '../../letters/wording.js'

/** The government is asked to study the draft (3.5). */
export const draftLetter: LetterWords = {
  en: {
    subject: ['Reply by {dueDay}: draft memorandum'],
    body: [
      [
        "The draft of the memorandum on the joint establishment of the Global Industry Cluster Cooperation Base {base} has been reviewed by the Alliance's counsel and finance officer.",
        'It stands on the page below; we ask for your answer.',
      ],
      '{asked}',
    ],
  },
  'zh-CN': {
    subject: ['请于{dueDay}前答复：谅解备忘录草案'],
    body: [
      [
        '关于共建全球产业集群合作基地（{base}）的谅解备忘录草案已经联盟法律和财务审核。',
        '草案见下列页面，请研究后答复。',
      ],
      '{asked}',
    ],
  },
}

/** Where each answer to the draft leads. */
export const draftAnswers: AnswersTold = {
  accept: {
    en: 'accept the draft: your foreign-affairs office then countersigns and reviews its legality',
    'zh-CN': '同意草案。随后由贵方外事部门会签，并进行合法性审查。',
  },
  comments: {
    en: 'send comments, section by section: we revise and send it again',
    'zh-CN': '提出修改意见。请逐条填写，我办修改后再次送请研究。',
  },
  counter_draft: {
    en: 'send a counter-draft: you may change the sections themselves',
    'zh-CN': '提出对案文本。可直接在条文上修改。',
  },
  refuse: {
    en: 'decline the draft, with reasons: the matter then ends and the place kept for you becomes free',
    'zh-CN': '不同意草案。请说明理由；本事项即告结束，为贵方保留的名额随之空出。',
  },
}

/** The foreign-affairs or legal office is asked to clear the text (3.6a). */
export const clearanceLetter: LetterWords = {
  en: {
    subject: ['Clearance of the memorandum'],
    body: [
      'The Government and the Alliance send the text of the memorandum on the Base {base} for your countersignature and legality review.',
      'Please also confirm: (1) the signing body and level; (2) whether a superior office must consent; (3) whether the name and the plaque need approval or notice; (4) registration or filing of the Alliance’s activities; (5) who reads the text in the other language; (6) where the original will be kept.',
      '{asked}',
      'Your answer is about the text as it stands on that page. If anything material changes you will be asked again; other changes you will be told with a comparison.',
    ],
  },
  'zh-CN': {
    subject: ['关于请会签并审查谅解备忘录文本的函'],
    body: [
      '{government}与我联盟已就共建全球产业集群合作基地（{base}）的谅解备忘录进行协商，现将文本送请会签并进行合法性审查。',
      '请一并确认：（一）签署主体和签署人层级是否适当；（二）是否须报上级外事部门或者上级政府同意；（三）使用名称、接受牌匾是否须报批或者报备；（四）联盟在当地开展活动的登记备案安排；（五）中文文本核对人；（六）正本归档单位。',
      '{asked}',
      '{you}意见仅针对该页面所示文本。此后如有实质性修改，将重新送请审核；其他文字调整，将附对照稿告知。',
    ],
  },
}

/** Where each answer to the text leads. */
export const clearanceAnswers: AnswersTold = {
  clear: { en: 'clear the text', 'zh-CN': '同意文本。' },
  clear_with_changes: { en: 'clear it with changes, naming them', 'zh-CN': '修改后同意，请列明修改。' },
  refuse: { en: 'refuse, with reasons', 'zh-CN': '不予同意，请说明理由。' },
}

/** The signatory is invited to sign (3.11b); day and place stand with the ceremony. */
export const signatureLetter: LetterWords = {
  en: {
    subject: ['Signature of the memorandum'],
    body: [
      'The memorandum on the Base {base} is settled; all reviews of both sides are complete.',
      'We have the honour to invite you to sign it for {government}.',
      [
        'There are two originals, one for each side; please check name and office on the signature page.',
        'If the day does not suit you, it can be moved, or the originals exchanged by post; a signature already given stays.',
        'Please sign by {due}.',
      ],
      '{asked}',
    ],
  },
  'zh-CN': {
    subject: ['关于签署谅解备忘录的函'],
    body: [
      '共建全球产业集群合作基地（{base}）谅解备忘录文本已经定稿，双方审核程序均已完成。',
      '诚邀您代表{government}签署。',
      [
        '文本一式两份，双方各执一份；签署页所载姓名、职务请予核对。',
        '不便出席的，可改期或者邮寄互换签署。改期不影响已完成的签署。',
        '请于{due}前签署。',
      ],
      '{asked}',
    ],
  },
}
