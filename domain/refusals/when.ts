import type { BaseId, MandateId } from '../ids.js'
import { list, refusal } from './entry.js'

/** No to the moment: closed, on hold, not open. */
export const when = {
  unknown_step: refusal<{ step: string; open: readonly string[] }>({
    kind: 'missing',
    says: {
      en: (d) => `There is no step ${d.step} here; open now: ${list(d.open)}.`,
      'zh-CN': (d) => `此处没有步骤 ${d.step}；当前待办：${list(d.open)}。`,
    },
    next: {
      en: (d) =>
        d.open.length === 0 ? 'None is open now: `why` says what the base waits for.' : 'Choose one of the open steps.',
      'zh-CN': (d) => (d.open.length === 0 ? '目前没有待办步骤：`why` 说明基地在等待何事。' : '请选择当前待办步骤。'),
    },
  }),
  step_already_decided: refusal<{
    step: string
    /** Left out for whoever is not told yet (1.11). */
    outcome?: string
    closedAt: string
    zone?: string
    open: readonly string[]
  }>({
    kind: 'conflict',
    says: {
      en: (d) =>
        `Step ${d.step} was decided${d.outcome === undefined ? '' : ` as "${d.outcome}"`} on ${d.closedAt}; open now: ${list(d.open)}.`,
      'zh-CN': (d) =>
        `步骤 ${d.step} 已于 ${d.closedAt} ${d.outcome === undefined ? '作出决定' : `决定为“${d.outcome}”`}；当前待办：${list(d.open)}。`,
    },
    next: {
      en: () => 'Look at the base again; the matter has moved on.',
      'zh-CN': () => '请重新查看该基地，事项已进入下一步。',
    },
  }),
  notice_running: refusal<{ step: string; until: string }>({
    kind: 'conflict',
    says: {
      en: (d) => `The notice of step ${d.step} runs until ${d.until}.`,
      'zh-CN': (d) => `步骤 ${d.step} 的公示期至 ${d.until}。`,
    },
    next: { en: () => 'Decide when it has ended.', 'zh-CN': () => '请在公示期满后决定。' },
  }),
  base_on_hold: refusal<{ base: BaseId; status: string }>({
    kind: 'conflict',
    says: {
      en: (d) =>
        `Base ${d.base} is ${d.status}: it waits for the programme manager or the director to resume it; until then its clocks stand still and nothing is decided.`,
      'zh-CN': (d) =>
        `基地 ${d.base} 处于“${d.status}”状态：等待项目经理或项目主任恢复办理；此前期限停止计算，不作决定。`,
    },
    next: {
      en: () => 'Ask one of them to resume it, then do it again; before its activation the place may also withdraw.',
      'zh-CN': () => '请由其恢复办理后再办；投入运行前，地方政府亦可撤回。',
    },
  }),
  not_on_hold: refusal<{ base: BaseId; status: string }>({
    kind: 'conflict',
    says: {
      en: (d) => `Base ${d.base} is ${d.status}, not on hold.`,
      'zh-CN': (d) => `基地 ${d.base} 状态为“${d.status}”，并未暂停。`,
    },
    next: { en: () => 'There is nothing to resume.', 'zh-CN': () => '无需恢复。' },
  }),
  hold_not_possible: refusal<{ base: BaseId; status: string }>({
    kind: 'conflict',
    says: {
      en: (d) =>
        `Base ${d.base} is ${d.status}; one person holds a base before its activation; after it two do, for force majeure alone (R2).`,
      'zh-CN': (d) =>
        `基地 ${d.base} 状态为“${d.status}”；投入运行前可由一人暂停；投入运行后仅因不可抗力、由两人办理方可暂停（R2）。`,
    },
    next: {
      en: () =>
        'Raise "force_majeure" with the last day of the hold and the reason in words; the director decides. Otherwise an active base is suspended by its review panel.',
      'zh-CN': () =>
        '因不可抗力的，请发起“force_majeure”事项，填写暂停的最后一日并附文字理由，由项目主任审定；其他情形由评估小组决定已运行基地暂停运行。',
    },
  }),
  withdrawal_not_possible: refusal<{ base: BaseId; status: string }>({
    kind: 'conflict',
    says: {
      en: (d) => `Base ${d.base} is ${d.status}; a nominee withdraws before activation only (R2).`,
      'zh-CN': (d) => `基地 ${d.base} 状态为“${d.status}”；申报单位仅可在投入运行前撤回（R2）。`,
    },
    next: {
      en: () => 'An active base ends by agreement or at the end of its term.',
      'zh-CN': () => '已运行基地须经商定终止或到期结束。',
    },
  }),
  proof_expired: refusal<{ step: string; proof: string; until: string; day: string }>({
    kind: 'conflict',
    says: {
      en: (d) =>
        `Step ${d.step} names ${d.day}; ${d.until} is the last day for which what was proven on step ${d.proof} holds, and a day up to it is allowed.`,
      'zh-CN': (d) =>
        `步骤 ${d.step} 所填日期为 ${d.day}，而步骤 ${d.proof} 核实的事项有效期至 ${d.until}：日期不得晚于该日。`,
    },
    next: {
      en: (d) => `Have it proven anew: two people void step ${d.proof}, which then opens again.`,
      'zh-CN': (d) => `请重新核实：由两人作废步骤 ${d.proof}，该步骤随即重新开启。`,
    },
  }),
  hold_day_over: refusal<{ step: string; until: string; zone: string; allowed: readonly string[] }>({
    kind: 'conflict',
    says: {
      en: (d) =>
        `The base was to be held until ${d.until}, and that moment is over; open on step ${d.step}: ${list(d.allowed)}.`,
      'zh-CN': (d) => `拟暂停办理至 ${d.until}，该时间已过；步骤 ${d.step} 现可选择：${list(d.allowed)}。`,
    },
    next: {
      en: () => 'Refuse it; whoever still needs a hold asks anew and names a day to come.',
      'zh-CN': () => '请不予同意；仍须暂缓的，由申请方另行提出并载明未到的日期。',
    },
  }),
  decision_on_its_way: refusal<{ base: BaseId; step: string; until: string; zone?: string }>({
    kind: 'conflict',
    says: {
      en: (d) => `A decision on base ${d.base} has been taken; step ${d.step} tells it, by ${d.until}.`,
      'zh-CN': (d) => `关于基地 ${d.base} 的决定已作出，由步骤 ${d.step} 于 ${d.until} 前送达。`,
    },
    next: {
      en: () => 'Wait for the letter: it says what was decided and what can be done about it.',
      'zh-CN': () => '请等待通知函，其中载明所作决定及可采取的措施。',
    },
  }),
  ended_under_redress: refusal<{ base: BaseId; status: string; step: string; until: string; zone?: string }>({
    kind: 'conflict',
    says: {
      en: (d) =>
        `Base ${d.base} has ended as ${d.status}, and redress about it runs until ${d.until}: what can be contested is the decision on step ${d.step}; nothing else is raised, held or taken back meanwhile.`,
      'zh-CN': (d) =>
        `基地 ${d.base} 已终结，状态为“${d.status}”，复核申请期至 ${d.until}：可以申请复核的是步骤 ${d.step} 的决定；期间不得另行发起、暂停或收回。`,
    },
    next: {
      en: () => 'The place may ask for redress in that time; whoever decides on it looks at the decision again.',
      'zh-CN': () => '地方政府可在该期限内申请复核，由有权人员对该决定重新审查。',
    },
  }),
  base_closed: refusal<{ base: BaseId; status: string }>({
    kind: 'conflict',
    says: {
      en: (d) => `Base ${d.base} is closed as ${d.status}.`,
      'zh-CN': (d) => `基地 ${d.base} 已终结，状态为“${d.status}”。`,
    },
    next: { en: () => 'Only a new nomination can follow.', 'zh-CN': () => '只能重新申报。' },
  }),
  workflow_runs: refusal<{ stream: string }>({
    kind: 'conflict',
    says: {
      en: (d) => `The workflow of ${d.stream} runs; only a missing one is revived.`,
      'zh-CN': (d) => `${d.stream} 的流程正在运行；仅可恢复缺失的流程。`,
    },
    next: {
      en: () => 'There is nothing to revive; go on with the base.',
      'zh-CN': () => '无需恢复，可继续办理。',
    },
  }),
  command_skipped: refusal<{ command: string }>({
    kind: 'conflict',
    says: {
      en: (d) => `Command ${d.command} was skipped by an operator; it was not carried out and will not be.`,
      'zh-CN': (d) => `指令 ${d.command} 已由管理员跳过，未执行，今后也不会执行。`,
    },
    next: {
      en: () => 'Send it again under a new key if it is still wanted.',
      'zh-CN': () => '如仍需要，请用新的标识重新发送。',
    },
  }),
  not_nominated: refusal<{ base: BaseId }>({
    kind: 'missing',
    says: {
      en: (d) => `Base ${d.base} has no accepted nomination.`,
      'zh-CN': (d) => `基地 ${d.base} 尚无已受理的申报。`,
    },
    next: { en: () => 'Nominate the cluster first.', 'zh-CN': () => '请先申报该集群。' },
  }),
  already_nominated: refusal<{ base: BaseId }>({
    kind: 'conflict',
    says: {
      en: (d) => `The cluster is already nominated as ${d.base}.`,
      'zh-CN': (d) => `该集群已以 ${d.base} 申报。`,
    },
    next: {
      en: (d) => `Open ${d.base}; a second nomination is possible when it is closed.`,
      'zh-CN': (d) => `请查看 ${d.base}；其终结后方可再次申报。`,
    },
  }),
  call_not_open: refusal<{ call: string; open: string }>({
    kind: 'conflict',
    says: {
      en: (d) => `Call ${d.call} takes no nominations; open: ${d.open}.`,
      'zh-CN': (d) => `申报期 ${d.call} 不接受申报；开放中的申报期：${d.open}。`,
    },
    next: {
      en: () => 'Nominate in an open call, or ask the director to open one.',
      'zh-CN': () => '请在开放的申报期中申报，或请项目主任启动申报。',
    },
  }),
  call_exists: refusal<{ call: string }>({
    kind: 'conflict',
    says: { en: (d) => `Call ${d.call} exists already.`, 'zh-CN': (d) => `申报期 ${d.call} 已存在。` },
    next: { en: () => 'Choose another name.', 'zh-CN': () => '请另选编号。' },
  }),
  session_exists: refusal<{ session: string }>({
    kind: 'conflict',
    says: { en: (d) => `Session ${d.session} was convened already.`, 'zh-CN': (d) => `会议 ${d.session} 已召集。` },
    next: { en: () => 'Choose another name.', 'zh-CN': () => '请另选编号。' },
  }),
  session_unknown: refusal<{ session: string; known: readonly string[] }>({
    kind: 'missing',
    says: {
      en: (d) =>
        d.known.length === 0
          ? `There is no session ${d.session}: none was convened yet.`
          : `Session ${d.session} is not among those that can still be moved or noted; the newest are: ${list(d.known)}.`,
      'zh-CN': (d) =>
        d.known.length === 0
          ? `没有会议 ${d.session}：尚未召集任何会议。`
          : `会议 ${d.session} 不在仍可改期或记录的会议之列；最近召集的有：${list(d.known)}。`,
    },
    next: {
      en: (d) =>
        d.known.length === 0
          ? 'Convene it first.'
          : 'Name one that was convened lately; one that was convened long ago stays as it is.',
      'zh-CN': (d) => (d.known.length === 0 ? '请先召集会议。' : '请指定近期召集的会议；召集已久的会议保持原样。'),
    },
  }),
  session_day_past: refusal<{ session: string; on: string; today: string }>({
    kind: 'conflict',
    says: {
      en: (d) => `The day of session ${d.session}, ${d.on}, has passed: today is ${d.today} in New York.`,
      'zh-CN': (d) => `会议 ${d.session} 的日期 ${d.on} 已过：纽约时间今日为 ${d.today}。`,
    },
    next: {
      en: () =>
        'Name today or a later day; only whoever convenes a session may leave its day out. One that was to meet on a day that is over is not moved any more: convene another.',
      'zh-CN': () => '请填写今日或之后的日期；仅召集会议时可不填日期。原定日期已过的会议不再改期，请另行召集。',
    },
  }),
  no_base_to_rank: refusal<{ session: string }>({
    kind: 'conflict',
    says: {
      en: (d) => `Session ${d.session} would have no base to rank: none waits for a place in a session now.`,
      'zh-CN': (d) => `会议 ${d.session} 没有可排序的基地：目前没有基地等待排名会议。`,
    },
    next: {
      en: () => 'Convene it when a base waits for a session; the secretary is told of each by letter.',
      'zh-CN': () => '请在有基地等待排名会议时召集；届时将逐一函告委员会秘书。',
    },
  }),
  unknown_mandate: refusal<{ mandate: MandateId }>({
    kind: 'missing',
    says: {
      en: (d) => `There is no mandate ${d.mandate} in force.`,
      'zh-CN': (d) => `没有生效中的任命 ${d.mandate}。`,
    },
    next: { en: () => 'Look up the mandates of the person.', 'zh-CN': () => '请查询该人员的任命。' },
  }),
} as const
