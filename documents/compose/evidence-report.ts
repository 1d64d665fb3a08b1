import type { PersonId } from '../../domain/ids.js'
import type { Locale, LocalText } from '../../domain/locale.js'
import { momentInWords } from '../../domain/words/hours.js'
import { leftTable } from '../left-table.js'
import type { Block, DocumentSheet } from '../sheet.js'
import { reportSheet } from './frame.js'

/** What the readable part of an evidence file tells; people stand in it by their ids, as in the ledger. */
export interface EvidenceReport {
  readonly subject: string
  readonly rehearsal: boolean
  readonly madeAt: string
  readonly checkpoint: { readonly size: number; readonly root: string; readonly at: string; readonly origin: string }
  readonly streams: readonly { readonly stream: string; readonly entries: number; readonly head: string }[]
  readonly acts: readonly {
    readonly entry: string
    readonly at: string
    readonly step: LocalText
    readonly option: LocalText
    readonly code: string
    readonly person: PersonId
    readonly role: LocalText
  }[]
  readonly papers: readonly { readonly entry: string; readonly name: LocalText; readonly sha256: string }[]
  /** What left the usual way and is allowed by a rule, of every stream of the file. */
  readonly exceptions: readonly {
    readonly entry: string
    readonly stream: string
    readonly at: string
    readonly kind: LocalText
    readonly what: string
    readonly who: string
  }[]
}

/** Words an evidence report into a sheet. Pure: the same facts give the same pages. */
export const composeEvidenceReport = (report: EvidenceReport, language: Locale): DocumentSheet => {
  const words = wordings[language]
  const { subject, madeAt, rehearsal, checkpoint } = report
  return reportSheet({
    title: words.title,
    subtitle: subject,
    about: subject,
    language,
    rehearsal,
    madeAt,
    file: { title: `${words.title} · ${subject}`, subject: words.title, keywords: [subject, language] },
    footer: `${subject} · ${words.checkpoint} ${checkpoint.size}:${checkpoint.root.slice(0, 16)} · ${momentInWords(checkpoint.at)[language]}`,
    verification: { title: words.how, text: words.howText, head: checkpoint.root },
    blocks: blocksOf(report, language),
  })
}

const blocksOf = (report: EvidenceReport, language: Locale): Block[] => {
  const words = wordings[language]
  const { checkpoint, streams, acts, papers, exceptions } = report
  return [
    {
      type: 'facts',
      rows: [
        [words.made, momentInWords(report.madeAt)[language]],
        [words.under, `${checkpoint.size}:${checkpoint.root.slice(0, 16)}`],
        [words.signed, `${checkpoint.origin}, ${momentInWords(checkpoint.at)[language]}`],
        [words.entries, String(streams.reduce((sum, { entries }) => sum + entries, 0))],
      ],
    },
    { type: 'heading', text: words.streams },
    leftTable(
      [
        [words.stream, 5],
        [words.entries, 1.5],
        [words.head, 5],
      ],
      streams.map(({ stream, entries, head }) => [stream, String(entries), head.slice(0, 24)]),
    ),
    ...(acts.length === 0 ? [] : [{ type: 'heading', text: words.acts } as const, actsTable(acts, language)]),
    { type: 'heading', text: words.exceptions },
    exceptions.length === 0 ? { type: 'paragraph', text: words.noExceptions } : exceptionsTable(exceptions, language),
    ...(papers.length === 0 ? [] : [{ type: 'heading', text: words.papers } as const, papersTable(papers, language)]),
  ]
}

const actsTable = (acts: EvidenceReport['acts'], language: Locale): Block => {
  const words = wordings[language]
  return leftTable(
    [
      [words.entry, 1],
      [words.when, 2.4],
      [words.step, 4],
      [words.option, 3],
      [words.person, 4],
    ],
    acts.map((act) => [
      act.entry,
      momentInWords(act.at)[language],
      act.step[language],
      `${act.option[language]}${act.code === '' ? '' : ` (${act.code})`}`,
      `${act.person}, ${act.role[language]}`,
    ]),
  )
}

const exceptionsTable = (exceptions: EvidenceReport['exceptions'], language: Locale): Block => {
  const words = wordings[language]
  return leftTable(
    [
      [words.entry, 1],
      [words.stream, 3],
      [words.when, 2.4],
      [words.kind, 2.4],
      [words.what, 4],
      [words.person, 3],
    ],
    exceptions.map(({ entry, stream, at, kind, what, who }) => [
      entry,
      stream,
      momentInWords(at)[language],
      kind[language],
      what,
      who,
    ]),
  )
}

const papersTable = (papers: EvidenceReport['papers'], language: Locale): Block => {
  const words = wordings[language]
  return leftTable(
    [
      [words.entry, 1],
      [words.paper, 4],
      ['SHA-256', 6],
    ],
    papers.map(({ entry, name, sha256 }) => [entry, name[language], `${sha256.slice(0, 32)} ${sha256.slice(32)}`]),
  )
}

type Word = keyof typeof english

const english = {
  title: 'Evidence from the ledger',
  made: 'Made',
  under: 'Under the checkpoint',
  signed: 'Signed by, on',
  entries: 'Entries',
  streams: 'What the file holds',
  stream: 'Stream',
  head: 'Hash of the last entry',
  acts: 'What people did',
  entry: 'Entry',
  when: 'When',
  step: 'Step',
  option: 'Decision',
  person: 'Who, as',
  exceptions: 'Exceptions',
  noExceptions: 'None: no waiver, extension, override, closing by silence, delegation, act on paper or void.',
  kind: 'Kind',
  what: 'What',
  papers: 'Papers',
  paper: 'Paper',
  checkpoint: 'checkpoint',
  how: 'How to verify',
  howText:
    'This report is for reading; what proves it lies beside it in the same file. Run “node verify-evidence.mjs” on the file, ' +
    'with a checkpoint that you have from elsewhere. The root of the checkpoint under which it was made is printed below.',
}

const chinese: Readonly<Record<Word, string>> = {
  title: '登记证据',
  made: '制作时间',
  under: '所据检查点',
  signed: '签署方及时间',
  entries: '记录数',
  streams: '文件内容',
  stream: '记录流',
  head: '末条哈希',
  acts: '办理情况',
  entry: '序号',
  when: '时间',
  step: '事项',
  option: '决定',
  person: '办理人及身份',
  exceptions: '例外情况',
  noExceptions: '无：没有豁免、延期、改派、逾期结案、受托办理、书面文件或作废。',
  kind: '类别',
  what: '内容',
  papers: '文书',
  paper: '文书名称',
  checkpoint: '检查点',
  how: '核验说明',
  howText:
    '本报告供阅读，证明材料在同一文件中。请对该文件运行“node verify-evidence.mjs”，并提供您另行留存的检查点。制作时所据检查点的根值如下。',
}

const wordings: Readonly<Record<Locale, Readonly<Record<Word, string>>>> = { en: english, 'zh-CN': chinese }
