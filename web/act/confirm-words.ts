import type { Locale } from '../../domain/locale.js'

const en = {
  other: '中文',
  openTitle: 'Confirm an activity',
  openSays:
    'This page answers nothing by being opened. It shows the line your letter asks about; you answer by a button.',
  paste: 'The address in your letter, whole',
  pasteHint: 'Your browser runs no scripts, or the address was cut off: copy it from the letter and put it here.',
  show: 'Show the line',
  title: 'Is this so?',
  asks: (cluster: string, until: string) =>
    `${cluster} has noted this of its work. You can answer once, until ${until}.`,
  answer: 'Your answer',
  ownNumber: 'Where it differs: the number as you have it',
  capacity: 'In which capacity you answer',
  hints: {
    ownNumber: 'Digits, with a point where there is a part; it counts what the line counts.',
    capacity: 'Such as organiser, host, client, investor, trainer; no name is needed. At most 60 signs.',
  },
  faults: {
    answer: 'Nothing was chosen. Choose one of the three answers.',
    ownNumber: 'Where it differs a number is needed: digits, such as 12.',
    capacity: 'Say in at most 60 signs in which capacity you answer.',
  },
  last: 'The button answers at once and only once. The cluster organisation, its local government and the programme read the answer.',
  send: 'Answer',
  keptTitle: 'Kept',
  keptSays: 'Your answer was kept. Thank you.',
  answeredTitle: 'Answered already',
  answeredSays: 'This question was answered. An answer is given once and stays.',
  deadTitle: 'This link asks nothing',
  deadSays:
    'Its time may be over, what was noted may have been changed, or it is no link of ours. There is nothing for you to do.',
  strangeTitle: 'Not taken',
  strangeSays:
    'This did not come from the page that was shown for your link. Open the link of your letter again and answer from there.',
} as const

type Shaped<T> = { readonly [K in keyof T]: T[K] extends string ? string : T[K] extends object ? Shaped<T[K]> : T[K] }
type Words = Omit<Shaped<typeof en>, 'asks'> & Pick<typeof en, 'asks'>

const chinese: Words = {
  other: 'English',
  openTitle: '确认一项活动',
  openSays: '打开本页不产生任何答复。本页显示函件所询问的内容，须点击按钮方为答复。',
  paste: '函件中的完整链接地址',
  pasteHint: '浏览器未运行脚本，或地址不完整时：请从函件中复制链接并粘贴于此。',
  show: '查看内容',
  title: '是否属实',
  asks: (cluster, until) => `${cluster}就其工作登记如下。您可答复一次，截止时间为${until}。`,
  answer: '您的答复',
  ownNumber: '有出入时：贵方掌握的数值',
  capacity: '答复身份',
  hints: {
    ownNumber: '以数字填写，可带小数点；口径与所登记内容一致。',
    capacity: '例如主办方、接待方、客户、投资方、培训方；无需填写姓名。不超过60个字符。',
  },
  faults: {
    answer: '尚未选择。请在三项答复中选择一项。',
    ownNumber: '有出入的须填写数值，例如12。',
    capacity: '请以不超过60个字符说明答复身份。',
  },
  last: '点击按钮即行答复，且仅可答复一次。答复供集群促进机构、当地政府和本项目查阅。',
  send: '答复',
  keptTitle: '已记录',
  keptSays: '您的答复已记录。谢谢。',
  answeredTitle: '已答复',
  answeredSays: '该询问已有答复。答复仅可作出一次，予以保留。',
  deadTitle: '此链接未询问任何事项',
  deadSays: '可能已过答复期，或登记内容已变更，也可能并非本项目所发。您无需办理任何事项。',
  strangeTitle: '未予受理',
  strangeSays: '该答复并非来自为您的链接所显示的页面。请重新打开函件中的链接并在该页答复。',
}

/** What the pages for people outside say. */
export const confirmWords: Readonly<Record<Locale, Words>> = { en, 'zh-CN': chinese }
