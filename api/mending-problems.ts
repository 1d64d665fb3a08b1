import type { BaseId, ProgrammeId } from '../domain/ids.js'
import { problem, same } from './problem-entry.js'

/** The "no"s that an operator meets, and whoever comes while a workflow stands still. */
export const mendingProblems = {
  not_skippable: problem<{ command: string; state: string }>({
    status: 409,
    title: { en: 'Not to be skipped', 'zh-CN': '不能跳过' },
    says: {
      en: (d) =>
        `Command ${d.command} is ${d.state}; only one that was sent and has no outcome is skipped, and nothing that stands in the ledger.`,
      'zh-CN': (d) => `指令 ${d.command} 的状态为 ${d.state}；仅可跳过已发送而尚无结果的指令，已登记在案的不能跳过。`,
    },
    next: same(
      'What stands in the ledger is corrected by a new entry; what was never sent need not be skipped.',
      '已登记在案的内容须以新条目更正；未发送的指令无需跳过。',
    ),
  }),
  letter_not_needed: problem<{ letter: string; waits?: string }>({
    status: 409,
    title: { en: 'Nothing to send', 'zh-CN': '无需发送' },
    says: {
      en: (d) =>
        d.waits === undefined
          ? `Letter ${d.letter} was not sent because what it would have said was no longer so. It is not sent now either.`
          : `Letter ${d.letter} is not sent to this address now: as ${d.waits} it waits to go to another address of its reader already, and to one at a time.`,
      'zh-CN': (d) =>
        d.waits === undefined
          ? `函件 ${d.letter} 所述情况已不复存在，因而未发送；现亦不再发送。`
          : `函件 ${d.letter} 现不发往此地址：该函件已列入发送（${d.waits}），将发往收件人的另一地址；其他地址每次限一个。`,
    },
    next: {
      en: (d) =>
        d.waits === undefined
          ? 'Whoever has something to do finds it in the work list; a reminder of its own is sent for each open step.'
          : 'Ask again once that one was sent or given up; the letters of the base say so.',
      'zh-CN': (d) =>
        d.waits === undefined
          ? '待办事项见工作列表；每一未办结事项均另有提醒函。'
          : '请待该函件发出或停止发送后再次要求；本基地的函件页列明其结果。',
    },
  }),
  not_begun: problem<{ programme: ProgrammeId }>({
    status: 409,
    title: { en: 'Not begun yet', 'zh-CN': '尚未开始' },
    says: {
      en: (d) =>
        `The ledger of programme ${d.programme} has no entry: it has not begun, and only what has begun is revived. No workflow was asked.`,
      'zh-CN': (d) => `项目 ${d.programme} 的登记尚无条目：项目尚未开始，仅可恢复已开始的流程。未询问任何流程。`,
    },
    next: same(
      'Propose its first call; that begins it. If it had entries before, its database is not the one it had: restore that one.',
      '请提出首个申报期，项目即由此开始。若此前已有条目，则当前数据库并非原有数据库，请恢复原有数据库。',
    ),
  }),
  older_than_workflow: problem<{ stream: string; entries: number; got: string }>({
    status: 409,
    title: { en: 'The database is older', 'zh-CN': '数据库较旧' },
    says: {
      en: (d) =>
        `The ledger of ${d.stream} has ${d.entries} entries, and its workflow knew more (${d.got}): the database is older than Temporal.`,
      'zh-CN': (d) => `${d.stream} 的登记有 ${d.entries} 条，其流程所知更多（${d.got}）：数据库早于 Temporal。`,
    },
    next: same(
      'Revive nothing from it: stop, and bring both together with `npm run -s restore -- --heal`.',
      '请勿由此恢复流程；请停机，并以 `npm run -s restore -- --heal` 使两者一致。',
    ),
  }),
  workflow_missing: problem<{ stream: string }>({
    status: 503,
    title: { en: 'The workflow is missing', 'zh-CN': '流程缺失' },
    says: {
      en: (d) =>
        `${d.stream} is open in the ledger and has no workflow: it was ended from outside, or lost. Nothing was done.`,
      'zh-CN': (d) => `${d.stream} 在登记中尚未终结，但其流程缺失（被外部终止或丢失）。未执行任何操作。`,
    },
    next: same(
      'An administrator revives it from the ledger (POST …/revivals, or `cornerstone revive`); then send it again, under the same key.',
      '请由系统管理员依登记恢复流程（POST …/revivals 或 `cornerstone revive`），之后用同一标识重发。',
    ),
  }),
  paper_lost: problem<{ document: string; base: BaseId }>({
    status: 410,
    title: { en: 'The paper is lost', 'zh-CN': '文书已丢失' },
    says: {
      en: (d) =>
        `The document ${d.document} of ${d.base} is recorded, and its file is gone from the store or no longer what was put.`,
      'zh-CN': (d) => `${d.base} 的文件 ${d.document} 已入账，但其存储文件已不存在或已非原件。`,
    },
    next: same(
      'Tell the operator this fingerprint: the file comes back from a backup of the store, and only with just these bytes.',
      '请将该校验码告知管理员：须由存储的备份恢复，且字节须完全一致。',
    ),
  }),
  not_checkpointed: problem<{ what: string }>({
    status: 503,
    title: { en: 'The log signs nothing', 'zh-CN': '日志未予签署' },
    says: {
      en: (d) =>
        `The sequencer signed no ${d.what} in time: it is busy or away, or it refuses. Which of these cannot be seen from here. No evidence was made.`,
      'zh-CN': (d) =>
        `排序器未及时签署${d.what === 'statement' ? '说明书' : '检查点'}：可能繁忙、停止或拒绝签署，此处无法得知。未制作证据。`,
    },
    next: same(
      'Ask once more after the seconds in Retry-After. If it says the same, tell the operator, since a refusal does not mend itself: the log of the worker says why, and `cornerstone doctor` since when.',
      '请在 Retry-After 所示秒数后再试一次。若仍如此，请告知管理员（拒绝签署不会自行解除）：原因见 worker 日志，起始时间见 `cornerstone doctor`。',
    ),
  }),
  sheets_awaited: problem<{ base: BaseId; step: string }>({
    status: 409,
    title: { en: 'Sheets are still awaited', 'zh-CN': '评分表尚未交齐' },
    says: {
      en: (d) =>
        `On step ${d.step} of ${d.base} a score sheet is in and others are awaited. Until the last is in nobody but its author reads it (1.8), and the file would hold it. No evidence was made.`,
      'zh-CN': (d) =>
        `${d.base} 的步骤 ${d.step} 已有评分表提交，其余尚待提交。交齐之前，除本人外任何人不得查看（1.8），而证据文件会包含该表。未制作证据。`,
    },
    next: same(
      'Ask again once the last sheet is in. The evidence of every other base can be had now.',
      '请在最后一份评分表提交后再试；其他基地的证据文件现即可取得。',
    ),
  }),
  workflow_not_ready: problem<{ stream: string }>({
    status: 503,
    title: { en: 'The workflow cannot take it now', 'zh-CN': '流程暂时无法受理' },
    says: {
      en: (d) =>
        `The workflow of ${d.stream} takes nothing now, because its work fails or is on its way elsewhere. Nothing was done.`,
      'zh-CN': (d) => `${d.stream} 的流程因处理失败或正在转移，暂时无法受理。未执行任何操作。`,
    },
    next: same(
      'Send it again, under the same key, after the seconds in Retry-After; GET /stuck says what is the matter.',
      '请在 Retry-After 所示秒数后用同一标识重发；原因见 GET /stuck。',
    ),
  }),
} as const
