import type { DueNext } from '../due-next.js'
import type { LocalText } from '../locale.js'
import { stepTitle } from './steps.js'

/** What the clock does next, as whoever moves it reads it before. */
export const dueNextInWords = (due: DueNext): LocalText => {
  const { en, 'zh-CN': chinese } = words[due.what]
  if (!('step' in due)) return { en: en(''), 'zh-CN': chinese('') }
  const { id, key } = due.step
  return { en: en(`step ${id} “${stepTitle(key, 'en')}”`), 'zh-CN': chinese(`步骤 ${id}“${stepTitle(key, 'zh-CN')}”`) }
}

/** For whom the step is not there. */
export const dueUnseen: LocalText = { en: 'Something that is not for your eyes', 'zh-CN': '内容不予显示的事项' }

const words: Readonly<Record<DueNext['what'], Readonly<Record<keyof LocalText, (step: string) => string>>>> = {
  hold_ends: { en: () => 'The hold is over', 'zh-CN': () => '暂停期限届满' },
  renewal: { en: () => 'The renewal of the memorandum is raised', 'zh-CN': () => '提起备忘录续期事项' },
  reservation: { en: () => 'The time for which the slot is kept is over', 'zh-CN': () => '名额保留期届满' },
  rescreening: { en: () => 'The integrity screening is repeated', 'zh-CN': () => '提起定期诚信核查' },
  expiry: {
    en: () => 'A letter tells that something brought as proof expires',
    'zh-CN': () => '就证明材料即将到期发函提示',
  },
  let_lie: { en: () => 'Nothing waits for what was let lie any more', 'zh-CN': () => '不再等待逾期未办事项' },
  grace_over: {
    en: () => 'The grace after the term is over: the base ends with its memorandum',
    'zh-CN': () => '备忘录期满后的宽限期届满，基地资格随之终止',
  },
  decides: { en: (step) => `The clock closes ${step}`, 'zh-CN': (step) => `${step}由时钟办结` },
  silence: {
    en: (step) => `Nobody has acted on ${step}: silence decides it`,
    'zh-CN': (step) => `${step}无人办理，按逾期未答复处理`,
  },
  hold: {
    en: (step) => `Nobody has acted on ${step}: the matter is put on hold`,
    'zh-CN': (step) => `${step}无人办理，事项暂停`,
  },
  reconvene: {
    en: (step) => `The body of ${step} is convened again`,
    'zh-CN': (step) => `${step}再次召集会议`,
  },
  reassign: {
    en: (step) => `${initial(step)} may be acted on by the stand-in too`,
    'zh-CN': (step) => `${step}可由代办身份办理`,
  },
  paper: {
    en: (step) => `The second person is reminded of the paper on ${step}`,
    'zh-CN': (step) => `就${step}的书面文件提醒第二人`,
  },
  reminder: { en: (step) => `A reminder of ${step}`, 'zh-CN': (step) => `就${step}发出提醒` },
  escalation: { en: (step) => `Others are told that ${step} waits`, 'zh-CN': (step) => `${step}逾期，上报有关人员` },
}

const initial = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
