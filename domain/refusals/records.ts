import type { BaseId, PersonId } from '../ids.js'
import { refusal } from './entry.js'

/** No to erasing, or to ending a hold. */
export const records = {
  person_erased: refusal<{ person: PersonId }>({
    kind: 'conflict',
    says: {
      en: (d) => `Person ${d.person} was erased; nothing more is kept of that person or under that id.`,
      'zh-CN': (d) => `人员 ${d.person} 的信息已删除；该编号下不再保存任何内容。`,
    },
    next: {
      en: () => 'Register the person under another id if he or she comes back.',
      'zh-CN': () => '如该人员重新参与，请以新编号登记。',
    },
  }),
  person_registered: refusal<{ person: PersonId }>({
    kind: 'conflict',
    says: {
      en: (d) => `Somebody is registered as ${d.person} already; what stands is not written over.`,
      'zh-CN': (d) => `${d.person} 已登记为某人员编号；已有内容不得改写。`,
    },
    next: {
      en: () => 'If that is the person you mean, go on with a seat; otherwise register under another id.',
      'zh-CN': () => '如确系所指人员，请直接办理任命；否则请以其他编号登记。',
    },
  }),
  erasure_not_requested: refusal<{ person: PersonId; rule: string }>({
    kind: 'conflict',
    says: {
      en: (d) => `Nobody has asked to erase person ${d.person}; two persons are needed (${d.rule}).`,
      'zh-CN': (d) => `尚无人申请删除人员 ${d.person} 的信息；须由两人办理（${d.rule}）。`,
    },
    next: { en: () => 'Ask for it first; another person confirms.', 'zh-CN': () => '请先提出申请，再由另一人确认。' },
  }),
  records_held: refusal<{ rule: string; person: PersonId; hold: string }>({
    kind: 'conflict',
    says: {
      en: (d) => `Records of person ${d.person} have to be kept under hold ${d.hold} (${d.rule}).`,
      'zh-CN': (d) => `依据保全令 ${d.hold}，人员 ${d.person} 的记录须予保存（${d.rule}）。`,
    },
    next: {
      en: () => 'Wait until the hold is released, by two persons.',
      'zh-CN': () => '请待该保全令由两人解除后办理。',
    },
  }),
  retention_stands: refusal<{ rule: string; person: PersonId; base: BaseId; keeps: string; until: string }>({
    kind: 'conflict',
    says: {
      en: (d) => `Rule ${d.rule} keeps the ${d.keeps} of person ${d.person} on base ${d.base} until ${d.until}.`,
      'zh-CN': (d) => `规则 ${d.rule}：人员 ${d.person} 在基地 ${d.base} 的 ${d.keeps} 记录须保存至 ${d.until}。`,
    },
    next: { en: () => 'Ask again when that time is over.', 'zh-CN': () => '请于期满后重新申请。' },
  }),
  unknown_hold: refusal<{ hold: string }>({
    kind: 'missing',
    says: {
      en: (d) => `There is no hold ${d.hold} on records of this programme, or it was released.`,
      'zh-CN': (d) => `本项目没有保全令 ${d.hold}，或该令已解除。`,
    },
    next: { en: () => 'Choose one of the holds listed.', 'zh-CN': () => '请从保全令列表中选择。' },
  }),
  hold_not_so: refusal<{ hold: string; state: string; needs: string }>({
    kind: 'conflict',
    says: {
      en: (d) => `Hold ${d.hold} is ${d.state}; this needs one that is ${d.needs}.`,
      'zh-CN': (d) => `保全令 ${d.hold} 的状态为 ${d.state}；此操作要求状态为 ${d.needs}。`,
    },
    next: { en: () => 'Look at the hold, then ask or confirm.', 'zh-CN': () => '请查看该保全令后再提出或确认。' },
  }),
} as const
