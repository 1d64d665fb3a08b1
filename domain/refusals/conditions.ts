import type { ConditionDue } from '../conditions.js'
import type { ScreeningVerdict } from '../screening.js'
import { conditionDueLabels } from '../words/conditions.js'
import { screeningVerdictLabels } from '../words/screening.js'
import { list, refusal } from './entry.js'

/** No to what is decided before its conditions are met, to whoever shows or checks one, and to who asks outside twice at once. */
export const conditions = {
  conditions_open: refusal<{ option: string; due: ConditionDue; conditions: readonly string[] }>({
    kind: 'conflict',
    says: {
      en: (d) =>
        `"${d.option}" waits for binding conditions that are due ${conditionDueLabels[d.due].en.toLowerCase()}: ${list(d.conditions)}.`,
      'zh-CN': (d) =>
        `“${d.option}”须待${conditionDueLabels[d.due]['zh-CN']}应满足的约束性附带条件落实：${list(d.conditions)}。`,
    },
    next: {
      en: () => 'Whoever has to meet each of them shows it with exhibits, and an officer checks it; then decide again.',
      'zh-CN': () => '请责任方逐项提交佐证材料，经核验人核验后再作决定。',
    },
  }),
  screening_open: refusal<{ option: string; verdict: ScreeningVerdict; since: string }>({
    kind: 'conflict',
    says: {
      en: (d) =>
        `"${d.option}" is not taken over an integrity screening that stands so since ${d.since}: ${screeningVerdictLabels[d.verdict].en.toLowerCase()}.`,
      'zh-CN': (d) =>
        `诚信核查自 ${d.since} 起结果为“${screeningVerdictLabels[d.verdict]['zh-CN']}”，在此之前不能作出“${d.option}”的决定。`,
    },
    next: {
      en: () =>
        'A compliance officer settles what was found, or the integrity stop is lifted and the base screened again; then decide again.',
      'zh-CN': () => '请由合规专员核查了结；已暂停的，须解除核实期间暂停并重新审查后再作决定。',
    },
  }),
  condition_unknown: refusal<{ condition: string; known: readonly string[] }>({
    kind: 'missing',
    says: {
      en: (d) => `No condition ${d.condition} was fixed for this base; there are: ${list(d.known)}.`,
      'zh-CN': (d) => `本基地没有编号为 ${d.condition} 的附带条件；现有：${list(d.known)}。`,
    },
    next: {
      en: () => 'List the conditions of the base and name one.',
      'zh-CN': () => '请查看本基地附带条件清单后指定。',
    },
  }),
  condition_stands: refusal<{ condition: string; status: string; allowed: readonly string[] }>({
    kind: 'conflict',
    says: {
      en: (d) => `The condition ${d.condition} is ${d.status}; this is done while it is: ${list(d.allowed)}.`,
      'zh-CN': (d) => `附带条件 ${d.condition} 当前状态为 ${d.status}；此操作须在以下状态进行：${list(d.allowed)}。`,
    },
    next: {
      en: () => 'Look at the condition: it may be settled already.',
      'zh-CN': () => '请核对该条件，可能已办结。',
    },
  }),
  condition_unproven: refusal<{ needs: number }>({
    kind: 'invalid',
    says: {
      en: (d) => `A condition is shown to be met by an exhibit of class ${d.needs} or better (8.6).`,
      'zh-CN': (d) => `附带条件的落实须有 ${d.needs} 级或以上的佐证材料（8.6）。`,
    },
    next: { en: () => 'Bring such an exhibit and name it.', 'zh-CN': () => '请提交并引用符合要求的佐证材料。' },
  }),
  condition_own: refusal<{ condition: string }>({
    kind: 'forbidden',
    says: {
      en: (d) => `You showed the condition ${d.condition} yourself: somebody else checks it.`,
      'zh-CN': (d) => `附带条件 ${d.condition} 由您提交落实情况，须由他人核验。`,
    },
    next: { en: () => 'Let another officer check it.', 'zh-CN': () => '请由其他核验人核验。' },
  }),
  third_party_waits: refusal<{ activity: string; until: string; zone?: string }>({
    kind: 'conflict',
    says: {
      en: (d) =>
        `Somebody outside was asked about the activity ${d.activity} and may answer until ${d.until}; one is asked at a time.`,
      'zh-CN': (d) => `活动 ${d.activity} 已请第三方确认，答复期至 ${d.until}；一项活动同时只询问一方。`,
    },
    next: {
      en: () => 'Wait for the answer. If none comes by then, or the question comes back undelivered, ask again.',
      'zh-CN': () => '请等候答复；逾期未答复或询问未能送达的，可再次询问。',
    },
  }),
}
