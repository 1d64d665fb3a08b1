import type { BaseId } from '../ids.js'
import { list, refusal } from './entry.js'

/** No to taking something back or raising a matter. */
export const returning = {
  step_voided: refusal<{ step: string; cause: string }>({
    kind: 'conflict',
    says: {
      en: (d) => `Step ${d.step} no longer counts (${d.cause}); it is asked again under another number.`,
      'zh-CN': (d) => `步骤 ${d.step} 已不再有效（${d.cause}），已以新编号重新办理。`,
    },
    next: { en: () => 'Act on the step that is open now.', 'zh-CN': () => '请在当前待办步骤上办理。' },
  }),
  nothing_to_void: refusal<{ step: string }>({
    kind: 'conflict',
    says: {
      en: (d) => `Nobody has acted on step ${d.step}, so there is nothing to take back.`,
      'zh-CN': (d) => `步骤 ${d.step} 尚无任何处理，无可撤回。`,
    },
    next: { en: () => 'Name a step that was decided.', 'zh-CN': () => '请指明已作决定的步骤。' },
  }),
  void_not_proposed: refusal<{ step: string }>({
    kind: 'conflict',
    says: {
      en: (d) => `Nobody has proposed to void step ${d.step}; two persons are needed (R17).`,
      'zh-CN': (d) => `尚无人提议作废步骤 ${d.step}；须由两人办理（R17）。`,
    },
    next: { en: () => 'Propose it first, with the reason.', 'zh-CN': () => '请先提出作废并说明理由。' },
  }),
  second_person_needed: refusal<{ step: string; rule: string }>({
    kind: 'forbidden',
    says: {
      en: (d) =>
        `Rule ${d.rule}: step ${d.step} needs somebody who has neither acted on it, asked for it nor raised it.`,
      'zh-CN': (d) => `规则 ${d.rule}：步骤 ${d.step} 须由未曾参与、提出或发起该事项的人员办理。`,
    },
    next: {
      en: () => 'Another person with the same role must act.',
      'zh-CN': () => '请由担任同一职务的其他人员办理。',
    },
  }),
  evidence_locked: refusal<{ step: string; since: string; at: string; zone?: string }>({
    kind: 'conflict',
    says: {
      en: (d) =>
        `What was handed in at ${d.step} is locked since ${d.since} (${d.at}): nobody changes own evidence after the lock.`,
      'zh-CN': (d) => `步骤 ${d.step} 提交的材料自 ${d.since}（${d.at}）起已锁定：锁定后提交人不得更改。`,
    },
    next: {
      en: () =>
        'Put what came late on the record as a comment; facts are corrected at the hearing (2.6) or in redress (8.9).',
      'zh-CN': () => '迟到材料请以备注记录在案；事实更正可在陈述申辩（2.6）或复核（8.9）中提出。',
    },
  }),
  decided_since: refusal<{ step: string; since: readonly string[]; rule: string }>({
    kind: 'conflict',
    says: {
      en: (d) =>
        `Step ${d.step} can be voided only until the next step is decided (${d.rule}); decided since: ${list(d.since)}.`,
      'zh-CN': (d) => `仅在下一步骤作出决定前可作废步骤 ${d.step}（${d.rule}）；其后已决定：${list(d.since)}。`,
    },
    next: {
      en: () => 'Take the decision back by revoking it, or decide on the step that is open.',
      'zh-CN': () => '请以收回方式处理，或在当前待办步骤上作出决定。',
    },
  }),
  too_late_to_void: refusal<{ step: string; since: readonly string[] }>({
    kind: 'conflict',
    says: {
      en: (d) => `Step ${d.step} cannot be taken back: what followed lasts (${list(d.since)}).`,
      'zh-CN': (d) => `步骤 ${d.step} 不能收回：其后已发生不可撤回的事项（${list(d.since)}）。`,
    },
    next: {
      en: () => 'Raise a matter instead: an amendment, an extraordinary review or an ending.',
      'zh-CN': () => '请改为发起修订、特别评估或终止事项。',
    },
  }),
  taken_back_before: refusal<{ step: string; before: string; role: string }>({
    kind: 'conflict',
    says: {
      en: (d) => `Step ${d.step} stands: it was taken back once already, as ${d.before}, and is not a second time.`,
      'zh-CN': (d) => `步骤 ${d.step} 不能再收回：该步骤此前已收回过一次（${d.before}）。`,
    },
    next: {
      en: (d) =>
        `Write to compliance (${d.role}), who can take back what has lost its ground; what was entered by mistake is voided by two people (R17).`,
      'zh-CN': (d) => `请告知合规专员（${d.role}），依据已不成立的可由其收回；系误录的，由两人作废（R17）。`,
    },
  }),
  answer_stands: refusal<{ step: string; until: string; zone?: string }>({
    kind: 'conflict',
    says: {
      en: (d) => `Your answer to step ${d.step} stands: its time was over on ${d.until}.`,
      'zh-CN': (d) => `贵方对步骤 ${d.step} 的答复不能再收回：其期限已于${d.until}届满。`,
    },
    next: {
      en: () =>
        'Write to the programme manager what has changed; compliance can take a decision back whose ground has gone.',
      'zh-CN': () => '请将变化情况告知项目经理；依据已不成立的决定可由合规专员收回。',
    },
  }),
  matter_not_possible: refusal<{ matter: string; status: string; allowed: readonly string[] }>({
    kind: 'conflict',
    says: {
      en: (d) => `A base that is ${d.status} takes no ${d.matter}; possible now: ${list(d.allowed)}.`,
      'zh-CN': (d) => `状态为“${d.status}”的基地不能发起 ${d.matter}；当前可发起：${list(d.allowed)}。`,
    },
    next: {
      en: (d) =>
        d.allowed.length === 0
          ? 'Nothing can be raised as it stands: wait until what holds it is settled; `why` says what that is.'
          : 'Raise one of those named.',
      'zh-CN': (d) =>
        d.allowed.length === 0
          ? '当前状态下不能发起任何事项：请待使其停办的事项办结；`why` 说明是何事项。'
          : '请发起所列事项之一。',
    },
  }),
  matter_open: refusal<{ matter: string; no: number }>({
    kind: 'conflict',
    says: {
      en: (d) => `A ${d.matter} is already open for this base (number ${d.no}).`,
      'zh-CN': (d) => `本基地已有进行中的 ${d.matter}（第 ${d.no} 号）。`,
    },
    next: { en: () => 'Wait until it is settled.', 'zh-CN': () => '请待其办结。' },
  }),
  matter_not_open: refusal<{ matter: string }>({
    kind: 'conflict',
    says: {
      en: (d) => `No ${d.matter} is open for this base: none was raised, or it is settled or taken back already.`,
      'zh-CN': (d) => `本基地没有进行中的 ${d.matter}：尚未发起，或已办结、已撤回。`,
    },
    next: {
      en: () => 'Look at the history of the base: it says when one was raised and what became of it.',
      'zh-CN': () => '请查阅基地的历史记录，其中载明事项何时发起及其结果。',
    },
  }),
  base_frozen: refusal<{ base: BaseId; step: string; open: readonly string[] }>({
    kind: 'conflict',
    says: {
      en: (d) =>
        `Base ${d.base} is frozen by an integrity stop (E6): step ${d.step} stands still; open now: ${list(d.open)}.`,
      'zh-CN': (d) => `基地 ${d.base} 处于核实期间暂停（E6）：步骤 ${d.step} 暂停办理；当前待办：${list(d.open)}。`,
    },
    next: { en: () => 'Wait for compliance, then for the board.', 'zh-CN': () => '请待合规部门及理事会作出决定。' },
  }),
} as const
