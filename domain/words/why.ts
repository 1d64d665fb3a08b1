import { dateInWords, type Locale, type LocalText } from '../locale.js'
import { roles, type Role } from '../role.js'
import type { Option } from '../values/step-key.js'
import type { WaitingStep } from '../waiting-step.js'
import type { Consequence } from '../why-nobody.js'
import { optionLabel } from './options.js'
import { stepTitle } from './steps.js'

interface Told {
  readonly step: WaitingStep
  readonly sinceOn: string
  readonly dueBy: LocalText
  readonly workingDaysLeft: number
  /** No table has the holidays of the acting side (8.5). */
  readonly weekendsOnly: boolean
  readonly frozen: boolean
  readonly nobody: Consequence | undefined
  readonly names: Readonly<Record<Locale, readonly string[]>>
}

/** Why a base waits at a step, as one sentence. */
export const waits = (told: Told): LocalText => ({ en: inEnglish(told), 'zh-CN': inChinese(told) })

/** One sentence behind the other. */
export const both = (one: LocalText, other: LocalText): LocalText => ({
  en: `${one.en} ${other.en}`,
  'zh-CN': `${one['zh-CN']}${other['zh-CN']}`,
})

/** What the clock does at a step, and that nobody has to act until then. */
export const comes = ({ step, option, dueBy, frozen }: Clocked): LocalText => ({
  en:
    `Step ${step.id} "${stepTitle(step.key, 'en')}" comes by the clock and waits for nobody: at the end of its time, ${dueBy.en}, ` +
    `it is recorded as "${optionLabel({ key: step.key, option }, 'en')}"${frozen ? '; it stands still until the integrity stop is settled' : ''}.`,
  'zh-CN':
    `步骤 ${step.id}“${stepTitle(step.key, 'zh-CN')}”由时钟办理，无须任何人办理：期限届满时（${dueBy['zh-CN']}）自动记为` +
    `“${optionLabel({ key: step.key, option }, 'zh-CN')}”${frozen ? '；在核实期间暂停解除之前停止计时' : ''}。`,
})

interface Clocked extends Pick<Told, 'step' | 'dueBy' | 'frozen'> {
  readonly option: Option
}

interface ExpiryTold {
  readonly exhibits: readonly string[]
  readonly on: string
  /** The end of its last day. */
  readonly expires: LocalText
  readonly days: number
}

/** A letter that tells whoever brought them that exhibits are about to expire (8.6). */
export const expiryWords = ({ exhibits: { length }, on, expires, days }: ExpiryTold): LocalText => ({
  en: `${length === 1 ? 'One exhibit expires' : `${length} exhibits expire`} on ${expires.en}: on ${dateInWords(on, 'en')}, ${days} days before, a letter tells whoever brought ${length === 1 ? 'it' : 'them'} (8.6). Until then nobody has to act on it.`,
  'zh-CN': `佐证材料${length}份至${expires['zh-CN']}到期：提前${days}天，即${dateInWords(on, 'zh-CN')}，函告提交方（8.6）。此前无须办理。`,
})

/** What a notice of ending makes of all that the clock brings later (3.13). */
export const ifNotEnded: LocalText = {
  en: 'This comes only if the base has not ended by then: its ending by agreement is under way (3.13).',
  'zh-CN': '商定终止正在办理，届时基地已终止的，本项不再发生（3.13）。',
}

/** What comes by the clock beside the open steps, and when (R5, 3.13). */
export const comingWords = {
  renewal: (at: LocalText): LocalText => ({
    en: `The renewal of the memorandum is raised by the clock: ${at.en} (3.13). Until then nobody has to act on it.`,
    'zh-CN': `备忘录续期事项由时钟自动提起：${at['zh-CN']}（3.13）。此前无须办理。`,
  }),
  term: (at: LocalText): LocalText => ({
    en: `The term of the memorandum ends: ${at.en} (3.13). A renewal may still be signed in the grace that follows; after it the base ends with its memorandum.`,
    'zh-CN': `备忘录期满：${at['zh-CN']}（3.13）。此后宽限期内仍可签署续期文本；宽限期满仍未签署的，基地资格随备忘录终止。`,
  }),
  grace_over: (at: LocalText): LocalText => ({
    en: `The grace after the term runs out: ${at.en}. Unless both sides have signed a renewal by then, the base ends with its memorandum, whoever was silent (3.13).`,
    'zh-CN': `备忘录期满后的宽限期届满：${at['zh-CN']}。届时双方未签署续期文本的，无论哪一方未办理，基地资格均随备忘录终止（3.13）。`,
  }),
  reservation: (at: LocalText): LocalText => ({
    en: `The time for which the slot is kept runs out: ${at.en}. Without a signature, or after it the activation, the Board is then asked whether to prolong it (R5).`,
    'zh-CN': `名额保留期届满：${at['zh-CN']}。届时尚未签署（签署后为尚未正式启动）的，由理事会决定是否延期（R5）。`,
  }),
  title: (at: LocalText): LocalText => ({
    en: `The title of role model is kept until the result of the review that opens then: ${at.en} (11). That review may give it again; a yellow, red or suspending result before takes it.`,
    'zh-CN': `标杆基地称谓使用至届时启动的年度评估作出结果时止，该次评估可再次确定：${at['zh-CN']}（11）。此前评估结果为黄色、红色或者暂停的，提前停止使用。`,
  }),
  rescreening: (at: LocalText): LocalText => ({
    en: `The integrity screening is repeated: ${at.en} (1.6). Until then nobody has to act on it.`,
    'zh-CN': `定期诚信核查将于${at['zh-CN']}由时钟自动提起（1.6）。此前无须办理。`,
  }),
} as const

const inEnglish = ({ step, sinceOn, dueBy, workingDaysLeft, weekendsOnly, frozen, nobody, names }: Told): string => {
  const who = `${roleOf(step, 'en')}${named(names.en, [': ', ', '])}`
  const seats = step.seats > 1 ? ` (${step.acted} of ${membersOf(step)} have acted${bodyIn(step, 'en')})` : ''
  const vacant = step.vacant === true ? ', of whom too few may act,' : ''
  const due = `due by ${dueBy.en}, ${leftInEnglish(workingDaysLeft)}`
  const what = frozen
    ? 'it stands still until the integrity stop is settled'
    : `if nobody acts, ${unanswered(nobody).en}`
  return `Step ${step.id} "${stepTitle(step.key, 'en')}" waits for ${who}${seats}${vacant} since ${dateInWords(sinceOn, 'en')}, ${due}; ${what}.${onlyWeekends(weekendsOnly, 'en')}${onPaper(step, 'en')}`
}

const inChinese = ({ step, sinceOn, dueBy, workingDaysLeft, weekendsOnly, frozen, nobody, names }: Told): string => {
  const who = `${roleOf(step, 'zh-CN')}${named(names['zh-CN'], ['：', '、'])}`
  const seats = step.seats > 1 ? `（${membersOf(step)} 席中 ${step.acted} 席已办${bodyIn(step, 'zh-CN')}）` : ''
  const vacant = step.vacant === true ? '（可办理人员不足）' : ''
  const due = `应于${dueBy['zh-CN']}前办结，${leftInChinese(workingDaysLeft)}`
  const what = frozen ? '在核实期间暂停解除之前停止计时' : `若无人办理，${unanswered(nobody)['zh-CN']}`
  return `步骤 ${step.id}“${stepTitle(step.key, 'zh-CN')}”自${dateInWords(sinceOn, 'zh-CN')}起等待${who}${seats}${vacant}办理，${due}；${what}。${onlyWeekends(weekendsOnly, 'zh-CN')}${onPaper(step, 'zh-CN')}`
}

/** Whoever counts days must know that holidays are not among them. */
const onlyWeekends = (weekendsOnly: boolean, locale: Locale): string => {
  if (!weekendsOnly) return ''
  return locale === 'en'
    ? ' The public holidays of that country are not known, so only its weekends are left out (8.5).'
    : '该国公共假日尚无资料，仅扣除周末（8.5）。'
}

/** What lies on a desk already: an act that came on paper and one person has entered (R16). */
const onPaper = ({ papers = [] }: WaitingStep, locale: Locale): string => {
  const waiting = papers.length
  if (waiting === 0) return ''
  if (locale === 'zh-CN') return `另有 ${waiting} 份书面文件已录入，待第二人确认（R16）。`
  const acts = waiting === 1 ? 'An act on paper has' : `${waiting} acts on paper have`
  return ` ${acts} been entered and must be confirmed by a second person (R16).`
}

/** Seats that may act: those that stepped aside are gone, those that were drawn are there (8.4). */
const membersOf = ({ seats, recused = [], substitutes = [] }: WaitingStep): number =>
  Math.max(0, seats - recused.length + substitutes.length)

/** What is particular about a body: who stepped aside, who was drawn, and that it decides in writing (8.4). */
const bodyIn = ({ recused = [], substitutes = [], form }: WaitingStep, locale: Locale): string => {
  const english = locale === 'en'
  const parts = [
    ...(recused.length === 0 ? [] : [english ? `${recused.length} recused` : `${recused.length} 人回避`]),
    ...(substitutes.length === 0 ? [] : [english ? `${substitutes.length} drawn` : `${substitutes.length} 人递补`]),
    ...(form === 'written' ? [english ? 'in writing' : '书面表决'] : []),
  ]
  return parts.length === 0 ? '' : `${english ? '; ' : '；'}${parts.join(english ? ', ' : '、')}`
}

const roleName = (code: Role | 'actor', locale: Locale): string => {
  if (code === 'actor') return locale === 'en' ? 'who must act' : '办理人'
  return locale === 'en' ? `${roles[code].label.en} (${code})` : `${roles[code].label['zh-CN']}（${code}）`
}

/** The role, and the one who may stand in for it. */
const roleOf = ({ role: own, standIn }: WaitingStep, locale: Locale): string =>
  [own, ...(standIn === undefined ? [] : [standIn])]
    .map((one) => roleName(one, locale))
    .join(locale === 'en' ? ' or ' : '或')

const named = (names: readonly string[], [before, between]: readonly [string, string]): string =>
  names.length === 0 ? '' : `${before}${names.join(between)}`

const days = (n: number): string => `${n} working ${n === 1 ? 'day' : 'days'}`

const leftInEnglish = (left: number): string =>
  left < 0 ? `${days(-left)} late` : left === 0 ? 'which is the last day' : `${days(left)} left`

const leftInChinese = (left: number): string =>
  left < 0 ? `已逾期 ${-left} 个工作日` : left === 0 ? '已是最后一日' : `尚余 ${left} 个工作日`

/** What becomes of a step on which nobody acts. */
export const unanswered = (nobody: Consequence | undefined): LocalText => unansweredBy(nobody, roleName)

/** The same in a letter, where nobody goes by a code. */
export const unansweredInLetter = (nobody: Consequence | undefined): LocalText => unansweredBy(nobody, plainName)

type NameOfRole = (code: Role | 'actor', locale: Locale) => string

const plainName: NameOfRole = (code, locale) => (code === 'actor' ? roleName(code, locale) : roles[code].label[locale])

const unansweredBy = (nobody: Consequence | undefined, nameOf: NameOfRole): LocalText =>
  nobody === undefined
    ? { en: 'it goes on waiting', 'zh-CN': '将继续等待' }
    : { en: englishOf(nobody, nameOf), 'zh-CN': chineseOf(nobody, nameOf) }

const englishOf = (nobody: Consequence, nameOf: NameOfRole): string => {
  const rolesOf = (tells: readonly (Role | 'actor')[]): string => tells.map((one) => nameOf(one, 'en')).join(', ')
  switch (nobody.does) {
    case 'closes':
      return `on ${nobody.by.en}, it is closed as "${optionLabel(nobody, 'en')}"`
    case 'holds':
      return `on ${nobody.by.en}, the base is put on hold, and ${nobody.days} calendar days later it lapses`
    case 'reconvenes':
      return `on ${nobody.by.en}, the votes cast decide where they make a quorum, else the body is convened again`
    case 'reassigns':
      return `from ${nobody.by.en} on, ${nameOf(nobody.to, 'en')} may act on it too`
    case 'tells':
      return `on ${nobody.by.en}, it is told to ${rolesOf(nobody.tells)}${nobody.repeats === undefined ? '' : ` and again every ${days(nobody.repeats)}`}`
    case 'tells_again':
      return `every ${days(nobody.repeats)} it is told again to ${rolesOf(nobody.tells)}`
  }
}

const chineseOf = (nobody: Consequence, nameOf: NameOfRole): string => {
  const rolesOf = (tells: readonly (Role | 'actor')[]): string => tells.map((one) => nameOf(one, 'zh-CN')).join('、')
  switch (nobody.does) {
    case 'closes':
      return `${nobody.by['zh-CN']}，按“${optionLabel(nobody, 'zh-CN')}”结案`
    case 'holds':
      return `${nobody.by['zh-CN']}，基地暂停办理，再过 ${nobody.days} 个日历日即告失效`
    case 'reconvenes':
      return `${nobody.by['zh-CN']}，已投票数达到法定人数的据以决定，否则重新召集`
    case 'reassigns':
      return `${nobody.by['zh-CN']}起，${nameOf(nobody.to, 'zh-CN')}亦可办理`
    case 'tells':
      return `${nobody.by['zh-CN']}，报告${rolesOf(nobody.tells)}${nobody.repeats === undefined ? '' : `，此后每 ${nobody.repeats} 个工作日再次报告`}`
    case 'tells_again':
      return `每 ${nobody.repeats} 个工作日再次报告${rolesOf(nobody.tells)}`
  }
}

/** Why a base waits where no step does: for a session, for a paper, on hold, or no more. */
export const restWaits = {
  unborn: { en: 'Waiting for the nomination.', 'zh-CN': '等待申报。' },
  session: {
    en: 'It waits for a place in a ranked session (1.10), which the committee secretary (CS) convenes; until then nothing happens by itself.',
    'zh-CN': '等待委员会秘书（CS）召集排名会议（1.10）；此前不会自动进行。',
  },
  screening: {
    en: 'The integrity screening of the programme goes on (1.6); it waits for nobody of the place.',
    'zh-CN': '联盟的诚信核查仍在进行（1.6），无须所在地办理。',
  },
  paper: {
    en: 'It waits for a paper that is being made; it goes on by itself when the paper is there.',
    'zh-CN': '等待文件制作完成；完成后自动进行。',
  },
} as const satisfies Readonly<Record<string, LocalText>>

interface Held {
  readonly since: string
  readonly until?: LocalText | undefined
  /** Held for force majeure it goes on by itself; held for silence it lapses. */
  readonly goesOn: boolean
}

/** A hold, with its end where it has one (R3, 8.5). */
export const holds = ({ since, until, goesOn }: Held): LocalText => ({
  en: `The base is on hold since ${dateInWords(since, 'en')} and waits for the programme manager (PM) or director (PD) to resume it; ${
    until === undefined
      ? 'if nobody does, it stays on hold'
      : `if nobody does, it ${goesOn ? 'goes on' : 'lapses'} on ${until.en}`
  }.`,
  'zh-CN': `基地自${dateInWords(since, 'zh-CN')}起暂停办理，等待项目经理（PM）或项目主任（PD）恢复；${
    until === undefined ? '若无人恢复，将一直暂停' : `若无人恢复，${until['zh-CN']}${goesOn ? '自动恢复' : '失效'}`
  }。`,
})
