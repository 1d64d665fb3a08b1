import type { LocalText } from './locale.js'
import { rowSentences } from './row-sentences.js'

/** In what ledger and history can be at odds. */
export const divergenceCodes = [
  'entry_missing',
  'entry_extra',
  'entry_differs',
  'actor_differs',
  'command_missing',
  'command_differs',
  'command_by_hand',
  'outcome_differs',
  'run_reset',
  'run_terminated',
  'run_failed',
  'signal_by_hand',
  'time_skipped',
  'options_changed',
  'update_reapplied',
  'history_missing',
  'entry_unsealed',
  'dates_differ',
  'rules_differ',
  'chain_broken',
  'state_forged',
  'command_unknown',
  'run_foreign',
  'run_begun_by_hand',
  'beginning_differs',
  'history_unsealed',
  'copy_damaged',
  'copy_differs',
  'comparison_forged',
  'vouched_gone',
  'log_broken',
  'base_row_differs',
  'step_row_differs',
  'act_row_differs',
  'slot_differs',
  'seat_differs',
  'register_differs',
  'order_differs',
  'paper_differs',
  'exhibit_differs',
  'paper_missing',
  'scan_missing',
  'exhibit_missing',
  'letter_differs',
  'text_missing',
  'text_differs',
] as const
export type DivergenceCode = (typeof divergenceCodes)[number]

const sentences: Readonly<Record<DivergenceCode, LocalText>> = {
  entry_missing: {
    en: 'the history says that this entry was recorded, and the ledger does not have it',
    'zh-CN': '运行历史载明该条目已记录，而登记中没有',
  },
  entry_extra: {
    en: 'the ledger has this entry, and no history says that it was recorded',
    'zh-CN': '登记中有该条目，而运行历史均未载明其记录',
  },
  entry_differs: {
    en: 'the ledger has this entry otherwise than the history says it was recorded',
    'zh-CN': '登记中该条目与运行历史所载内容不一致',
  },
  actor_differs: {
    en: 'the ledger names another actor than the history',
    'zh-CN': '登记与运行历史所载的办理人不一致',
  },
  command_missing: {
    en: 'the entry is said to come from a person, and no history has a command of that id',
    'zh-CN': '该条目称由人员办理，而运行历史中没有该编号的指令',
  },
  command_differs: {
    en: 'the command kept in the database is not the one that was sent',
    'zh-CN': '数据库所存指令与实际发送的指令不一致',
  },
  command_by_hand: {
    en: 'the history has a command that no door of the programme has noted: it was sent by hand',
    'zh-CN': '运行历史中有一条系统入口未登记的指令，系人工直接发送',
  },
  outcome_differs: {
    en: 'what the sender was told is not what the database keeps',
    'zh-CN': '发送人所得答复与数据库所存不一致',
  },
  run_reset: {
    en: 'the run was reset: what it had lived through was cut off and lived again',
    'zh-CN': '该运行曾被重置，其部分经过被截去并重新执行',
  },
  run_terminated: { en: 'the run was terminated from outside', 'zh-CN': '该运行被外部强行终止' },
  run_failed: { en: 'the run ended in a way the programme never ends', 'zh-CN': '该运行以系统不会采用的方式结束' },
  signal_by_hand: {
    en: 'a signal came from no workflow of the programme: it was sent by hand',
    'zh-CN': '有一信号并非来自本项目的流程，系人工发送',
  },
  time_skipped: {
    en: 'time was skipped in a programme that is no rehearsal',
    'zh-CN': '非演练项目的时间被跳过',
  },
  options_changed: { en: 'the options of the run were changed by hand', 'zh-CN': '该运行的选项被人工更改' },
  update_reapplied: {
    en: 'a command was applied again after a reset',
    'zh-CN': '重置之后有一条指令被再次执行',
  },
  history_missing: {
    en: 'the history of the run is gone, and there is no sound sealed copy of it: put the document back from a backup of the document store',
    'zh-CN': '该运行的历史已不存在，也没有完好的封存副本：请从文件库备份中恢复该文件',
  },
  entry_unsealed: {
    en: 'no worker of the programme wrote this entry: it bears no true seal',
    'zh-CN': '该条目并非由本系统的工作进程写入，没有真实的封印',
  },
  dates_differ: {
    en: 'the ledger says that this entry was recorded, or holds, from another moment than the history',
    'zh-CN': '登记所载该条目的记录时间或生效日期与运行历史不一致',
  },
  rules_differ: {
    en: 'the ledger names other rules for this entry than the history',
    'zh-CN': '登记所载该条目适用的规则版本与运行历史不一致',
  },
  chain_broken: {
    en: 'this entry is not what its hash says, or does not continue the entry before it',
    'zh-CN': '该条目与其哈希不符，或未与前一条目相连',
  },
  state_forged: {
    en: 'the run was begun with a state that does not follow from the ledger',
    'zh-CN': '该运行起始的状态并非由登记得出',
  },
  command_unknown: {
    en: 'the database keeps this command as accepted, and no history has it',
    'zh-CN': '数据库将该指令存为已受理，而运行历史中均没有该指令',
  },
  run_foreign: {
    en: 'a workflow that is none of the programme ran under this name',
    'zh-CN': '有不属于本系统的流程以此名称运行',
  },
  ...rowSentences,
}

/** One difference between ledger and history: ids and numbers only, so that it may be stored and mailed. */
export interface Divergence {
  readonly code: DivergenceCode
  readonly stream: string
  readonly run?: string
  /** Number of the entry in its stream. */
  readonly seq?: number
  /** The id of the command, the name of the signal, the run that was left. */
  readonly subject?: string
}

/** What was found both times: what was under way at the first look is not. */
export const foundTwice = (first: readonly Divergence[], second: readonly Divergence[]): readonly Divergence[] => {
  const seen = new Set(first.map((one) => JSON.stringify(one)))
  return second.filter((one) => seen.has(JSON.stringify(one)))
}

/** A difference in one sentence per language: where it is, then what it is. */
export const divergenceInWords = ({ code, stream, run, seq, subject }: Divergence): LocalText => {
  const of = subject === undefined ? '' : ` (${subject})`
  const where = run === undefined ? '' : `, run ${run}`
  return {
    en: `${stream}${seq === undefined ? '' : `, entry ${seq}`}${where}: ${sentences[code].en}${of}.`,
    'zh-CN': `${stream}${seq === undefined ? '' : `第${seq}条`}${run === undefined ? '' : `，运行${run}`}：${sentences[code]['zh-CN']}${of}。`,
  }
}
