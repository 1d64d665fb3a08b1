import type { Role } from '../role.js'
import { refusal } from './entry.js'

/** No to what a body is asked: its seats, its quorum, its substitutes (8.4). */
export const bodies = {
  seat_kept_for_chair: refusal<{ step: string; seats: number; role: Role; rule: string }>({
    kind: 'conflict',
    says: {
      en: (d) =>
        `Of the ${d.seats} member(s) who may vote on step ${d.step} only chair or deputy (${d.role}) have not; the last seat is theirs, since without one of them the meeting decides nothing (${d.rule}).`,
      'zh-CN': (d) =>
        `步骤 ${d.step} 可参加表决的 ${d.seats} 名成员中，仅主席或副主席（${d.role}）尚未表决；会议无主席或副主席参加不得作出决定，末席为其保留（${d.rule}）。`,
    },
    next: {
      en: () => 'Chair or deputy vote; nobody else has to.',
      'zh-CN': () => '由主席或副主席表决；其他人无须办理。',
    },
  }),
  no_seat_left: refusal<{ step: string; seats: number; cast: number; rule: string }>({
    kind: 'conflict',
    says: {
      en: (d) =>
        `All ${d.seats} member(s) who may vote on step ${d.step} have voted (${d.cast} vote(s)); no seat is left (${d.rule}).`,
      'zh-CN': (d) =>
        `步骤 ${d.step} 可参加表决的 ${d.seats} 名成员均已表决（已投 ${d.cast} 票）；没有空余席位（${d.rule}）。`,
    },
    next: {
      en: () => 'Where recusals break the quorum, the committee secretary has substitutes drawn.',
      'zh-CN': () => '因回避导致不足法定人数的，由委员会秘书组织抽取候补委员。',
    },
  }),
  no_substitutes_here: refusal<{ step: string; decides: string }>({
    kind: 'invalid',
    says: {
      en: (d) => `Step ${d.step} is decided by "${d.decides}"; substitutes are drawn for a voting body alone.`,
      'zh-CN': (d) => `步骤 ${d.step} 的决定方式为“${d.decides}”；仅表决机构可抽取候补成员。`,
    },
    next: { en: () => 'Name a step that a body votes on.', 'zh-CN': () => '请指明由机构表决的步骤。' },
  }),
  quorum_stands: refusal<{ step: string; members: number; quorum: number; rule: string }>({
    kind: 'conflict',
    says: {
      en: (d) =>
        `${d.members} member(s) may still vote on step ${d.step} and the quorum is ${d.quorum}: substitutes are drawn only when recusals break it (${d.rule}).`,
      'zh-CN': (d) =>
        `步骤 ${d.step} 仍有 ${d.members} 名成员可表决，法定人数为 ${d.quorum}：仅在回避导致不足法定人数时抽取候补（${d.rule}）。`,
    },
    next: { en: () => 'Let the members vote.', 'zh-CN': () => '请由成员进行表决。' },
  }),
  nobody_to_draw: refusal<{ step: string; role: string }>({
    kind: 'conflict',
    says: {
      en: (d) =>
        `Nobody who holds the seat of ${d.role} may stand in on step ${d.step}: all have acted on the base or stepped aside.`,
      'zh-CN': (d) => `没有担任${d.role}且可参与步骤 ${d.step} 的人员：均已参与该基地事项或已回避。`,
    },
    next: {
      en: (d) => `Have the director grant the seat of ${d.role} to somebody who has not acted on this base.`,
      'zh-CN': (d) => `请项目主任向未参与该基地事项的人员授予${d.role}职务。`,
    },
  }),
} as const
