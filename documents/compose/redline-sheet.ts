import type { BaseId } from '../../domain/ids.js'
import { languageNames } from '../../domain/gicc/memorandum/model/defaults.js'
import type { Locale, LocalText } from '../../domain/locale.js'
import type { WordingDifference } from '../../domain/text/difference.js'
import type { CitingStyle } from '../../domain/text/model.js'
import { markBefore, pieceInWords, type PieceDifference } from '../../domain/text/text-difference.js'
import { momentInWords } from '../../domain/words/hours.js'
import { leftTable } from '../left-table.js'
import { organisation } from '../letterhead.js'
import type { Block, DocumentSheet } from '../sheet.js'
import { reportSheet } from './frame.js'

/** A version of a text as its reader calls it. */
interface VersionOnPaper {
  readonly called: LocalText
  readonly hash: string
}

/** What reads otherwise in a later version, as it is printed. */
export interface RedlineOnPaper {
  readonly base: BaseId
  readonly name: LocalText
  readonly rehearsal: boolean
  readonly madeAt: string
  /** IANA name of the time of its place. */
  readonly zone?: string
  readonly head: string
  readonly before: VersionOnPaper
  readonly after: VersionOnPaper
  readonly citing: Readonly<Record<string, CitingStyle>>
  readonly pieces: readonly (PieceDifference & {
    readonly weight: 'material' | 'normal'
    readonly differs: readonly string[]
  })[]
}

/**
 * Words the difference of two versions into a sheet: the list of what changed in front, then each section in every language it changed
 * in, the reader's own first. Pure: the same versions give the same pages.
 */
export const composeRedlineSheet = (redline: RedlineOnPaper, language: Locale): DocumentSheet => {
  const words = wordings[language]
  const { base, name, madeAt, rehearsal, head, zone } = redline
  const [before, after] = [redline.before.hash.slice(0, 12), redline.after.hash.slice(0, 12)]
  return reportSheet({
    title: words.title,
    subtitle: name[language],
    about: base,
    language,
    rehearsal,
    madeAt,
    file: {
      title: `${words.title}: ${name[language]}`,
      subject: organisation[language],
      keywords: [base, before, after],
    },
    footer: `${base} · ${before} → ${after} · ${momentInWords(madeAt, zone)[language]}`,
    verification: { title: words.how, text: words.howText, head },
    blocks: blocksOf(redline, language),
  })
}

const blocksOf = (redline: RedlineOnPaper, language: Locale): Block[] => {
  const words = wordings[language]
  const { before, after, pieces } = redline
  const material = pieces.filter(({ weight }) => weight === 'material').length
  const languages = [...new Set(pieces.flatMap(({ differs }) => differs))]
  const own = languages.filter((one) => one === language)
  return [
    {
      type: 'facts',
      rows: [
        [words.before, `${before.called[language]} · ${before.hash.slice(0, 12)}`],
        [words.after, `${after.called[language]} · ${after.hash.slice(0, 12)}`],
        [words.howMuch, words.counted(pieces.length, material)],
      ],
    },
    { type: 'heading', text: words.list },
    pieces.length === 0 ? { type: 'paragraph', text: words.none } : listOf(redline, language),
    ...[...own, ...languages.filter((one) => one !== language)].flatMap((one): Block[] => [
      { type: 'heading', text: words.textIn(languageNames[one]?.[language] ?? one) },
      ...pieces
        .filter(({ differs }) => differs.includes(one))
        .map((piece) => redlineOf(piece, { redline, language: one })),
    ]),
  ]
}

const listOf = ({ pieces, citing }: RedlineOnPaper, language: Locale): Block => {
  const words = wordings[language]
  const style = citing[language] ?? 'western'
  return leftTable(
    [
      [words.no, 1],
      [words.section, 6],
      [words.weight, 2.4],
      [words.languages, 2.4],
    ],
    pieces.map((piece, index) => [
      String(index + 1),
      `${pieceInWords(piece, { language, style }).trim()}${words[piece.fate]}`,
      words[piece.weight],
      piece.differs.map((one) => languageNames[one]?.[language] ?? one).join(words.comma),
    ]),
  )
}

const redlineOf = (
  piece: RedlineOnPaper['pieces'][number],
  { redline, language }: { readonly redline: RedlineOnPaper; readonly language: string },
): Block => {
  const style = redline.citing[language] ?? 'western'
  const words = wordings[language === 'zh-CN' ? 'zh-CN' : 'en']
  return {
    type: 'redline',
    language,
    heading: `${pieceInWords(piece, { language, style }).trim()}${words[piece.fate]}`,
    paragraphs: piece.paragraphs.flatMap(({ number, languages }) => {
      const difference = languages[language]
      return difference === undefined
        ? []
        : [{ mark: markBefore(number, style), runs: difference.runs, inWords: inWords(difference, words) }]
    }),
  }
}

/** For readers without colour or sight, and for whoever hears the page read. */
const inWords = ({ runs, formOnly }: WordingDifference, words: Words): string => {
  const changes = runs.flatMap((run) => (run.how === 'same' ? [] : [words[run.how](run.text.trim())]))
  return [...changes, ...(formOnly ? [words.formOnly] : [])].join(words.semicolon)
}

interface Words {
  readonly title: string
  readonly before: string
  readonly after: string
  readonly howMuch: string
  readonly changed: string
  readonly counted: (all: number, material: number) => string
  readonly list: string
  readonly none: string
  readonly no: string
  readonly section: string
  readonly weight: string
  readonly languages: string
  readonly textIn: (language: string) => string
  readonly material: string
  readonly normal: string
  readonly added: string
  readonly left_out: string
  readonly taken_out: (text: string) => string
  readonly put_in: (text: string) => string
  readonly formOnly: string
  readonly comma: string
  readonly semicolon: string
  readonly how: string
  readonly howText: string
}

const english: Words = {
  title: 'What reads otherwise',
  before: 'Earlier version',
  after: 'Later version',
  howMuch: 'Changed',
  changed: '',
  counted: (all, material) => `${all} ${all === 1 ? 'section' : 'sections'}, ${material} of them material`,
  list: 'List of changes',
  none: 'Both versions read the same.',
  no: 'No.',
  section: 'Section',
  weight: 'Weight',
  languages: 'Languages',
  textIn: (language) => `The text in ${language}`,
  material: 'Material',
  normal: 'Normal',
  added: ' (added)',
  left_out: ' (left out)',
  taken_out: (text) => `removed: “${text}”`,
  put_in: (text) => `added: “${text}”`,
  formOnly: 'form only',
  comma: ', ',
  semicolon: '; ',
  how: 'How to verify',
  howText:
    'The hashes are those under which both versions were handed over. The evidence file of the base holds each version, and its verifier computes them again. The last entry of the ledger at the time of printing is printed below.',
}

const chinese: Words = {
  title: '对照稿',
  before: '原文本',
  after: '现文本',
  howMuch: '修改情况',
  changed: '',
  counted: (all, material) => `修改${all}条，其中实质性修改${material}条`,
  list: '修改清单',
  none: '两份文本内容一致。',
  no: '序号',
  section: '条款',
  weight: '修改性质',
  languages: '文字',
  textIn: (language) => `${language}文本`,
  material: '实质性修改',
  normal: '一般修改',
  added: '（新增）',
  left_out: '（删去）',
  taken_out: (text) => `删去“${text}”`,
  put_in: (text) => `增加“${text}”`,
  formOnly: '仅格式',
  comma: '、',
  semicolon: '；',
  how: '核验说明',
  howText:
    '所列校验码为两份文本移交时的哈希。基地的证据文件载有每一版文本，核验程序可重新计算。打印时登记末条记录的哈希如下。',
}

const wordings: Readonly<Record<Locale, Words>> = { en: english, 'zh-CN': chinese }
