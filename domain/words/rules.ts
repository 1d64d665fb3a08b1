import type { Locale } from '../locale.js'
import type { ProcedureFault } from '../procedure-faults.js'
import { roles } from '../role.js'
import type { RulesChange } from '../rules-change.js'

type Says<T> = Readonly<Record<Locale, (one: T) => string>>
type FaultOf<F extends ProcedureFault['fault']> = Extract<ProcedureFault, { fault: F }>
type ChangeOf<C extends RulesChange['change']> = Extract<RulesChange, { change: C }>

/** What is wrong with a version of the rules, and what would be right. */
const faults: { readonly [F in ProcedureFault['fault']]: Says<FaultOf<F>> } = {
  unknown_key: {
    en: ({ at, key }) => `${at} has "${key}", which the rules do not know; leave it out or correct its name.`,
    'zh-CN': ({ at, key }) => `${at} 含有规则中不存在的“${key}”，请删除或更正名称。`,
  },
  malformed: {
    en: ({ at, because }) => `${at} is not as it must be: ${typeof because === 'string' ? because : because.en}.`,
    'zh-CN': ({ at, because }) => `${at} 不符合要求：${typeof because === 'string' ? because : because['zh-CN']}。`,
  },
  unknown_step: {
    en: ({ at, key }) =>
      `${at} names the step ${key}, which this version or the sequence of the programme does not have.`,
    'zh-CN': ({ at, key }) => `${at} 提到步骤 ${key}，但本版规则或项目流程中没有该步骤。`,
  },
  leads_nowhere: {
    en: ({ at, to }) => `${at} leads nowhere: there is no step ${to}. Every option leads on, back or to an end (R1).`,
    'zh-CN': ({ at, to }) => `${at} 没有去向：不存在步骤 ${to}。每个选项都须指向下一步、退回或终结（R1）。`,
  },
  never_reached: {
    en: ({ at }) => `No option leads to ${at}; lead one there, or leave the step out.`,
    'zh-CN': ({ at }) => `没有选项通向 ${at}，请增加去向或删除该步骤。`,
  },
  order_differs: {
    en: ({ at, option }) =>
      `${at}: "${option}" stands in only one of options and order; people see what stands in both.`,
    'zh-CN': ({ at, option }) => `${at}：“${option}”仅出现在 options 与 order 之一，两处都须列出。`,
  },
  unknown_option: {
    en: ({ at, option }) => `${at} speaks of the option "${option}", which the step does not have.`,
    'zh-CN': ({ at, option }) => `${at} 提到该步骤没有的选项“${option}”。`,
  },
  ends_without_code: {
    en: ({ at }) => `${at} ends the matter without a reason code; name the codes it may carry (8.14).`,
    'zh-CN': ({ at }) => `${at} 终结事项却没有理由代码，请列明可用代码（8.14）。`,
  },
  loop_without_limit: {
    en: ({ at }) => `${at} can come round for ever; a loop has a limit of at least one (R1).`,
    'zh-CN': ({ at }) => `${at} 可能无限循环，循环须有不少于一次的次数上限（R1）。`,
  },
  due_not_countable: {
    en: ({ at, from }) =>
      `${at}: a date from "${from}" can be counted in no calendar here; count from the opening (R4).`,
    'zh-CN': ({ at, from }) => `${at}：从“${from}”起算的期限在此无法按任何日历计算，请从步骤开启时起算（R4）。`,
  },
  quorum_over_seats: {
    en: ({ at, quorum, seats }) => `${at} needs ${quorum} of ${seats} seats, so it never decides (8.4).`,
    'zh-CN': ({ at, quorum, seats }) => `${at} 共 ${seats} 席却需 ${quorum} 席，永远无法作出决定（8.4）。`,
  },
  weights: {
    en: ({ at, sum }) => `The weights of ${at} come to ${sum}; they must come to 100 (6.2, 6.5).`,
    'zh-CN': ({ at, sum }) => `${at} 的权重合计为 ${sum}，应为 100（6.2、6.5）。`,
  },
  nobody: {
    en: ({ at, role, needs, have, rule }) =>
      `${at} needs ${needs} of the role ${roles[role].label.en} (${role}); of this staff ${have} may act there` +
      (rule === undefined ? '.' : ` beside what else they must do (${rule}).`),
    'zh-CN': ({ at, role, needs, have, rule }) =>
      `${at} 需 ${needs} 名${roles[role].label['zh-CN']}（${role}），现有人员中仅 ${have} 人可办理` +
      (rule === undefined ? '。' : `，其余须回避（${rule}）。`),
  },
}

/** What another version would change for a base. */
const changes: { readonly [C in RulesChange['change']]: Says<ChangeOf<C>> } = {
  open_step_gone: {
    en: ({ step }) => `${step} is open, and the other version has no such step.`,
    'zh-CN': ({ step }) => `步骤 ${step} 正在办理，而另一版本没有该步骤。`,
  },
  open_step_differs: {
    en: ({ step }) =>
      `${step} is open, and under the other version somebody else decides it, or another number of people.`,
    'zh-CN': ({ step }) => `步骤 ${step} 正在办理，而另一版本由他人或不同人数决定。`,
  },
  outcome_unknown: {
    en: ({ step, option }) => `${step} was decided as "${option}", which the other version does not offer.`,
    'zh-CN': ({ step, option }) => `步骤 ${step} 已决定为“${option}”，而另一版本没有该选项。`,
  },
  verdict_differs: {
    en: ({ step, option, to }) =>
      `The votes on ${step} come to ${quoted(option)} now, and to ${quoted(to)} under the other version.`,
    'zh-CN': ({ step, option, to }) => `步骤 ${step} 的表决结果现为${cited(option)}，按另一版本为${cited(to)}。`,
  },
  no_ground: {
    en: ({ step, option }) =>
      `${step} was decided as "${option}", which the figures do not support under the other version.`,
    'zh-CN': ({ step, option }) => `步骤 ${step} 已决定为“${option}”，按另一版本的标准缺乏依据。`,
  },
  approval_missing: {
    en: ({ key, after }) => `The other version asks for ${key} after ${after}; the base has gone on without it.`,
    'zh-CN': ({ key, after }) => `另一版本要求在 ${after} 之后办理 ${key}，而该基地未经此步即已继续。`,
  },
}

const quoted = (option: string | null): string => (option === null ? 'no decision' : `"${option}"`)
const cited = (option: string | null): string => (option === null ? '未作决定' : `“${option}”`)

/** A fault of the rules in one sentence. */
export const faultInWords = (fault: ProcedureFault, locale: Locale): string => {
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- the fault finds its own sentence by its own name, which the compiler cannot follow
  const says = faults[fault.fault] as Says<ProcedureFault>
  return says[locale](fault)
}

/** What another version would change for a base, in one sentence. */
export const changeInWords = (change: RulesChange, locale: Locale): string => {
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- the change finds its own sentence by its own name, which the compiler cannot follow
  const says = changes[change.change] as Says<RulesChange>
  return says[locale](change)
}
