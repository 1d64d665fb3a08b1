import type { BaseId } from '../../domain/ids.js'
import type { Locale, LocalText } from '../../domain/locale.js'
import { momentInWords } from '../../domain/words/hours.js'
import { leftTable } from '../left-table.js'
import type { Block, DocumentSheet } from '../sheet.js'
import { reportSheet } from './frame.js'

/** A history as it is printed; people stand in it by their ids, as in the ledger. */
export interface HistoryOnPaper {
  readonly base: BaseId
  readonly name: LocalText
  readonly rehearsal: boolean
  readonly madeAt: string
  /** IANA name of the time of its place. */
  readonly zone?: string
  readonly ledger: { readonly entries: number; readonly head: string }
  /** What was asked for, filter by filter, as it was asked. */
  readonly filters: readonly (readonly [name: string, value: string])[]
  readonly entries: readonly {
    readonly seq: number
    readonly at: string
    /** The date of a paper, where it is one (R16). */
    readonly effectiveOn: string | null
    readonly what: LocalText
    readonly who: LocalText
    readonly words: string
  }[]
}

/** Words a history into a sheet. Pure: the same entries give the same pages. */
export const composeHistorySheet = (history: HistoryOnPaper, language: Locale): DocumentSheet => {
  const words = wordings[language]
  const { base, name, madeAt, rehearsal, ledger, zone } = history
  return reportSheet({
    title: words.title,
    subtitle: name[language],
    about: base,
    language,
    rehearsal,
    madeAt,
    file: { title: `${words.title} · ${name[language]}`, subject: words.title, keywords: [base, language] },
    footer: `${base} · ${ledger.entries} · ${ledger.head.slice(0, 12)} · ${momentInWords(madeAt, zone)[language]}`,
    verification: { title: words.how, text: words.howText, head: ledger.head },
    blocks: blocksOf(history, language),
  })
}

const blocksOf = (history: HistoryOnPaper, language: Locale): Block[] => {
  const words = wordings[language]
  const { ledger, filters, entries, madeAt, zone } = history
  return [
    {
      type: 'facts',
      rows: [
        [words.made, momentInWords(madeAt, zone)[language]],
        [words.ledger, String(ledger.entries)],
        [words.shown, String(entries.length)],
        ...filters,
      ],
    },
    { type: 'heading', text: words.entries },
    entries.length === 0 ? { type: 'paragraph', text: words.none } : entriesTable(history, language),
  ]
}

const entriesTable = ({ entries, zone }: HistoryOnPaper, language: Locale): Block => {
  const words = wordings[language]
  return leftTable(
    [
      [words.entry, 1],
      [words.when, 2.4],
      [words.what, 5],
      [words.who, 3.2],
      [words.said, 4],
    ],
    entries.map(({ seq, at, effectiveOn, what, who, words: said }) => [
      String(seq),
      [momentInWords(at, zone)[language], ...(effectiveOn === null ? [] : [`${words.effective} ${effectiveOn}`])].join(
        '; ',
      ),
      what[language],
      who[language],
      said,
    ]),
  )
}

type Word = keyof typeof english

const english = {
  title: 'History from the ledger',
  made: 'Printed',
  ledger: 'Entries in the ledger',
  shown: 'Entries shown',
  entries: 'What happened',
  none: 'No entry is as asked.',
  entry: 'Entry',
  when: 'When',
  effective: 'effective',
  what: 'What',
  who: 'Who, as',
  said: 'Words',
  how: 'How to verify',
  howText:
    'This is what one reader may see of the ledger, as asked. What proves it is an evidence file of the base. The hash of the ' +
    'last entry at the time of printing is printed below.',
}

const chinese: Readonly<Record<Word, string>> = {
  title: '办理记录',
  made: '打印时间',
  ledger: '登记条数',
  shown: '所列记录数',
  entries: '办理经过',
  none: '没有符合条件的记录。',
  entry: '序号',
  when: '时间',
  effective: '生效',
  what: '事由',
  who: '办理人及身份',
  said: '说明',
  how: '核验说明',
  howText: '本件为查阅人有权查看的登记内容，按所列条件选取；证明材料为该基地的证据文件。打印时登记末条记录的哈希如下。',
}

const wordings: Readonly<Record<Locale, Readonly<Record<Word, string>>>> = { en: english, 'zh-CN': chinese }
