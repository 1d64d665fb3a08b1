import { list, refusal } from './entry.js'

/** No to a seat that is lent or given: what limits a loan, each limit with its own words (4, SD7). */
export const lending = {
  seat_decides_nothing: refusal<{ rule: string; role: string }>({
    kind: 'invalid',
    says: {
      en: (d) => `Rule ${d.rule}: whoever sits as ${d.role} decides no step, so there is nothing to lend.`,
      'zh-CN': (d) => `规则 ${d.rule}：${d.role}不决定任何步骤，无可委托。`,
    },
    next: {
      en: () => 'Lend a seat that decides steps.',
      'zh-CN': () => '请委托决定步骤的席位。',
    },
  }),
  loan_to_oneself: refusal<{ rule: string; role: string }>({
    kind: 'invalid',
    says: {
      en: (d) => `Rule ${d.rule}: the seat of ${d.role} is yours already; it is lent to another person.`,
      'zh-CN': (d) => `规则 ${d.rule}：${d.role}席位本由您担任；只能委托他人。`,
    },
    next: {
      en: () => 'Name another person.',
      'zh-CN': () => '请指定他人。',
    },
  }),
  loan_beyond_role: refusal<{ rule: string; role: string; named: readonly string[]; steps: readonly string[] }>({
    kind: 'invalid',
    says: {
      en: (d) =>
        d.named.length === 0
          ? `Rule ${d.rule}: the seat is lent for some of its steps, and none is named; ${d.role} decides: ${list(d.steps)}.`
          : `Rule ${d.rule}: ${list(d.named)} is not decided by ${d.role}, who decides: ${list(d.steps)}.`,
      'zh-CN': (d) =>
        d.named.length === 0
          ? `规则 ${d.rule}：仅就部分步骤委托时须列明步骤，现未列明；${d.role}决定：${list(d.steps)}。`
          : `规则 ${d.rule}：${list(d.named)} 不由${d.role}决定；${d.role}决定：${list(d.steps)}。`,
    },
    next: {
      en: () => 'Name only steps of the role, or leave them out to lend all of it.',
      'zh-CN': () => '请仅列明该职务的步骤；不列明即为全部委托。',
    },
  }),
  seat_ends_too_soon: refusal<{ rule: string; from: string; until: string; zone?: string }>({
    kind: 'invalid',
    says: {
      en: (d) => `Rule ${d.rule}: the seat would end on ${d.until}, and not after ${d.from}, as it must.`,
      'zh-CN': (d) => `规则 ${d.rule}：任期将于 ${d.until}结束，而结束时间须晚于 ${d.from}。`,
    },
    next: {
      en: () => 'Name a later end: after the beginning, and still to come.',
      'zh-CN': () => '请填写更晚的结束时间：须晚于开始时间，且尚未到来。',
    },
  }),
  loan_outlasts_seat: refusal<{ rule: string; role: string; until: string; ends: string; zone?: string }>({
    kind: 'invalid',
    says: {
      en: (d) => `Rule ${d.rule}: it would be lent until ${d.until}, and your own seat of ${d.role} ends on ${d.ends}.`,
      'zh-CN': (d) => `规则 ${d.rule}：拟委托至 ${d.until}，而您本人担任${d.role}的任期于 ${d.ends}结束。`,
    },
    next: {
      en: () => 'Lend it until then at the latest.',
      'zh-CN': () => '委托期限不得晚于本人任期结束之时。',
    },
  }),
} as const
