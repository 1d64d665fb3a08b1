import type { Instant } from './ids.js'
import type { LocalText, Locale } from './locale.js'

/** In what ways the work of a base or a programme can stand still without anybody having decided so. */
export const stuckKinds = [
  'workflow_missing',
  'task_fails',
  'task_waits',
  'task_lasts',
  'record_fails',
  'activity_fails',
  'command_unanswered',
  'ledger_behind',
  'ledger_ahead',
  'begun_by_hand',
  'entry_unsealed',
  'letter_undelivered',
] as const
export type StuckKind = (typeof stuckKinds)[number]

/** One thing that is stuck: ids, codes, numbers, and the first words of a machine that fails. */
export interface Stuck {
  readonly kind: StuckKind
  /** The base, or the programme itself. */
  readonly stream: string
  /** Since when, as far as it is known. */
  readonly since: Instant | null
  /** What of it: the id of a command or a letter, the name of an activity. */
  readonly subject: string | null
  readonly attempts: number | null
  /** What was got: how a workflow ended, what a failure says, the number of an entry. */
  readonly got: string | null
}

interface Sentences {
  readonly says: Readonly<Record<Locale, (one: Stuck) => string>>
  readonly allowed: LocalText
  readonly next: LocalText
}

/** What is the matter, what would be well, and what to do, in both languages. */
export const stuckInWords = (
  one: Stuck,
): { readonly says: LocalText; readonly allowed: LocalText; readonly next: LocalText } => {
  const { says, allowed, next } = sentences[one.kind]
  return { says: { en: says.en(one), 'zh-CN': says['zh-CN'](one) }, allowed, next }
}

const of = (text: string | null): string => text ?? '–'

const sentences: Readonly<Record<StuckKind, Sentences>> = {
  workflow_missing: {
    says: {
      en: ({ stream, got }) => `${stream} is open in the ledger, and its workflow is missing (${of(got)}).`,
      'zh-CN': ({ stream, got }) => `${stream} 在登记中尚未终结，但其流程缺失（${of(got)}）。`,
    },
    allowed: {
      en: 'Each open base and each programme with entries has one running workflow.',
      'zh-CN': '每个未终结的基地、每个已有条目的项目均须有一个运行中的流程。',
    },
    next: {
      en: 'Find out who ended it; then revive it from the ledger: `cornerstone revive <base or programme> --code TER`.',
      'zh-CN': '先查明由谁终止，再依登记恢复：`cornerstone revive <基地或项目> --code TER`。',
    },
  },
  task_fails: {
    says: {
      en: ({ stream, attempts, got }) =>
        `The workflow of ${stream} fails, ${of(`${attempts}`)} times in a row: ${of(got)}.`,
      'zh-CN': ({ stream, attempts, got }) => `${stream} 的流程已连续失败 ${of(`${attempts}`)} 次：${of(got)}。`,
    },
    allowed: {
      en: 'A task of a workflow may fail now and then while processes start; not more than three times in a row.',
      'zh-CN': '进程启动时流程任务可偶尔失败，但不得连续超过三次。',
    },
    next: {
      en: 'It is a defect of the program: start a worker with the build that worked before, or with a mended one. It is tried again by itself and nothing is lost.',
      'zh-CN': '此为程序缺陷：请以先前可用或已修复的版本启动工作进程。系统会自动重试，不会丢失任何内容。',
    },
  },
  task_waits: {
    says: {
      en: ({ stream }) => `The workflow of ${stream} has work, and no worker takes it.`,
      'zh-CN': ({ stream }) => `${stream} 的流程有待处理任务，但没有工作进程领取。`,
    },
    allowed: { en: 'Work is taken within a minute.', 'zh-CN': '任务应在一分钟内被领取。' },
    next: {
      en: 'Start a worker, or more of them; see its log where one runs.',
      'zh-CN': '请启动（或增加）工作进程；如已运行，请查看其日志。',
    },
  },
  task_lasts: {
    says: {
      en: ({ stream }) =>
        `The workflow of ${stream} has been at one task for more than a minute: what it writes or reads fails.`,
      'zh-CN': ({ stream }) => `${stream} 的流程在同一任务上已停留一分钟以上：其读写失败。`,
    },
    allowed: { en: 'A task takes less than a second.', 'zh-CN': '一项任务应在一秒内完成。' },
    next: {
      en: 'See the log of the worker, and whether PostgreSQL answers; it is tried again by itself.',
      'zh-CN': '请查看工作进程日志及 PostgreSQL 是否可用；系统会自动重试。',
    },
  },
  record_fails: {
    says: {
      en: ({ stream, subject, attempts, got }) =>
        `Command ${of(subject)} of ${stream} could not be written down, ${of(`${attempts}`)} times: ${of(got)}.`,
      'zh-CN': ({ stream, subject, attempts, got }) =>
        `${stream} 的指令 ${of(subject)} 未能写入，已尝试 ${of(`${attempts}`)} 次：${of(got)}。`,
    },
    allowed: {
      en: 'What was decided is written at the first try, or the fifth.',
      'zh-CN': '决定应在五次尝试之内写入。',
    },
    next: {
      en: 'Mend what the message names; it is tried again by itself. A command that was a mistake can be skipped: `cornerstone skip <command>`.',
      'zh-CN': '请排除所述故障，系统会自动重试。误发的指令可以跳过：`cornerstone skip <指令>`。',
    },
  },
  activity_fails: {
    says: {
      en: ({ stream, subject, attempts, got }) =>
        `${of(subject)} of ${stream} fails, ${of(`${attempts}`)} times so far: ${of(got)}.`,
      'zh-CN': ({ stream, subject, attempts, got }) =>
        `${stream} 的 ${of(subject)} 失败，迄今 ${of(`${attempts}`)} 次：${of(got)}。`,
    },
    allowed: { en: 'A paper is made at the first try, or the third.', 'zh-CN': '文书应在三次尝试之内制成。' },
    next: {
      en: 'Mend what the message names, such as the document store; then `cornerstone retry <base>`, or wait for the next try.',
      'zh-CN': '请排除所述故障（如文件存储），然后 `cornerstone retry <基地>`，或等待下次自动重试。',
    },
  },
  command_unanswered: {
    says: {
      en: ({ stream, subject }) => `Command ${of(subject)} of ${stream} was sent and has no answer.`,
      'zh-CN': ({ stream, subject }) => `${stream} 的指令 ${of(subject)} 已发送，尚无答复。`,
    },
    allowed: { en: 'A command has its answer within a minute.', 'zh-CN': '指令应在一分钟内得到答复。' },
    next: {
      en: 'See what else is stuck there; then `cornerstone retry <base>`. One that was a mistake can be skipped: `cornerstone skip <command>`.',
      'zh-CN': '请先排除该处其他停滞，再 `cornerstone retry <基地>`。误发的指令可以跳过：`cornerstone skip <指令>`。',
    },
  },
  ledger_behind: {
    says: {
      en: ({ stream, got }) =>
        `The ledger of ${stream} lacks entries that its workflow knows (${of(got)}): the database is older than Temporal.`,
      'zh-CN': ({ stream, got }) => `${stream} 的登记缺少其流程已知的条目（${of(got)}）：数据库早于 Temporal。`,
    },
    allowed: {
      en: 'What a workflow knows stands in the ledger.',
      'zh-CN': '流程已知的内容均须登记在案。',
    },
    next: {
      en: 'Was an older backup restored? Decide nothing more, stop, and bring both together with `npm run -s restore -- --heal`: docs/how-to/mend-what-is-stuck.md.',
      'zh-CN':
        '是否恢复了较早的备份？请停止办理并停机，以 `npm run -s restore -- --heal` 使两者一致：docs/how-to/mend-what-is-stuck.md。',
    },
  },
  begun_by_hand: {
    says: {
      en: ({ stream }) => `A workflow of ${stream} runs, and nothing was ever recorded in it: it was begun by hand.`,
      'zh-CN': ({ stream }) => `${stream} 有流程在运行，但从未记录任何条目：该流程系人工启动。`,
    },
    allowed: {
      en: 'A workflow begins with the nomination or the founding that is recorded in it.',
      'zh-CN': '流程须随申报或设立的记录而开始。',
    },
    next: {
      en: "End it with Temporal's own tools, find out who reaches its port, and have the nomination sent under a new key: docs/how-to/mend-what-is-stuck.md.",
      'zh-CN':
        '请用 Temporal 自带工具终止该流程，查明何人可访问其端口，并以新的编号重新提交申报：docs/how-to/mend-what-is-stuck.md。',
    },
  },
  ledger_ahead: {
    says: {
      en: ({ stream, got }) =>
        `The workflow of ${stream} lacks entries that the ledger has (${of(got)}): Temporal is older than the database.`,
      'zh-CN': ({ stream, got }) => `${stream} 的流程缺少登记已有的条目（${of(got)}）：Temporal 早于数据库。`,
    },
    allowed: {
      en: 'A workflow knows every entry of its ledger a minute after it was written.',
      'zh-CN': '条目写入一分钟后，流程应已知晓。',
    },
    next: {
      en: 'The next command of the base brings its workflow up to the ledger. Where many are behind, stop and bring all up with `npm run -s restore -- --heal`: docs/how-to/mend-what-is-stuck.md.',
      'zh-CN':
        '该基地的下一条指令会使流程跟上登记。如多处滞后，请停机，以 `npm run -s restore -- --heal` 一并跟上：docs/how-to/mend-what-is-stuck.md。',
    },
  },
  entry_unsealed: {
    says: {
      en: ({ stream, got }) => `Entry ${of(got)} of ${stream} was written by no worker of the programme.`,
      'zh-CN': ({ stream, got }) => `${stream} 的第 ${of(got)} 条并非由本系统的工作进程写入。`,
    },
    allowed: {
      en: 'Each entry bears the seal of the worker that wrote it, and a person’s command was noted by the API.',
      'zh-CN': '每条条目均带有写入它的工作进程的封印，人员指令均经 API 登记。',
    },
    next: {
      en: 'Nothing is recorded behind it. Find out whose hand it was, take back its access, and restore: docs/how-to/mend-what-is-stuck.md.',
      'zh-CN': '其后不再作任何记录。请查明来源、收回其权限并恢复数据：docs/how-to/mend-what-is-stuck.md。',
    },
  },
  letter_undelivered: {
    says: {
      en: ({ stream, subject, got }) => `Letter ${of(subject)} of ${stream} did not arrive: ${of(got)}.`,
      'zh-CN': ({ stream, subject, got }) => `${stream} 的函件 ${of(subject)} 未送达：${of(got)}。`,
    },
    allowed: {
      en: 'A letter reaches its reader, or is sent once more.',
      'zh-CN': '函件应送达收件人，未送达的应重新发送。',
    },
    next: {
      en: 'Ask the office of its reader for an address that works; then send it once more from the letters of the base, or by `cornerstone resend <base> <letter>`.',
      'zh-CN':
        '请向收件人所在单位核实可用地址，然后在该基地的函件页重新发送，或使用 `cornerstone resend <基地> <函件>`。',
    },
  },
}
