import { readFileSync } from 'node:fs'
import type { z } from 'zod'
import { TextNumberResponse, TextResponse } from '../../api/contract/texts.js'
import type { LocalText } from '../../domain/locale.js'
import { markBefore, pieceInWords } from '../../domain/text/text-difference.js'
import { returnedChanges, type ReturnedChange, type UntakenChange } from '../../domain/text/returned.js'
import { defined } from '../../domain/values/defined.js'
import { readTextFile } from '../../exhibits/texts/read-text-file.js'
import { CliFailure, exits, threePart } from '../failure.js'
import { print } from '../printing.js'
import { told } from '../tongue.js'
import { ofBase } from './accepted.js'
import { askAs, type AskingOptions } from './verb.js'

interface Returning extends AskingOptions {
  readonly file: string
  readonly step: string
  readonly why: string
}

/**
 * Drafts a proposal for each paragraph that a file of a word processor has otherwise than the version it left as; what stands in no paragraph
 * of that version, or cannot be proposed, is named with what it is and proposed by nobody. Refuses what is no such file.
 */
export const proposeFromFile = async (base: string, { file, step, why, ...wanted }: Returning): Promise<void> => {
  const read = await readTextFile(readFileSync(file))
  const no = Math.max(0, ...(read?.placed ?? []).map(({ mark }) => mark.no))
  if (read === undefined || no === 0) throw notOurs(file)
  const text = await askAs(wanted).get(ofBase(base, `text?version=${no}`), TextResponse)
  const { changes, untaken } = returnedChanges({ no, paragraphs: leftIn(text), headings: headingsIn(text) }, read)
  const kept: number[] = []
  for (const change of changes) {
    const from = text.clauses.find(({ id }) => id === change.clause)?.hashes
    const body = { kind: 'proposal', step, edit: editOf(change), from, why }
    kept.push((await askAs(wanted).post(ofBase(base, 'text/items'), { schema: TextNumberResponse, body })).no)
  }
  print(
    { numbers: kept, unplaced: read.unplaced, untaken },
    { json: wanted.json, text: () => saidOf(kept, { unplaced: read.unplaced, untaken }).join('\n') },
  )
}

const leftIn = ({ clauses, citing }: z.output<typeof TextResponse>) =>
  clauses.flatMap(({ id: clause, paragraphs }) =>
    paragraphs.map(({ id: paragraph, number, text, rows }) => ({
      clause,
      paragraph,
      text,
      hasTable: rows !== undefined,
      numbers: Object.fromEntries(
        Object.keys(text).map((language) => [language, markBefore(number, citing[language] ?? 'western')]),
      ),
    })),
  )

/** As they stand in the file: in each language its title, and each section by its name. */
const headingsIn = ({ clauses, citing, languages }: z.output<typeof TextResponse>): readonly string[] =>
  languages
    .flatMap((language) => [
      clauses.find(({ kind }) => kind === 'title')?.paragraphs[0]?.text[language] ?? '',
      ...clauses.map((clause) => {
        const { kind, number, heading } = clause
        const style = citing[language] ?? 'western'
        return pieceInWords({ kind, heading, ...defined({ number }) }, { language, style }).trim()
      }),
    ])
    .filter((heading) => heading !== '')

const editOf = ({ clause, paragraph, text }: ReturnedChange) =>
  text === undefined ? { kind: 'delete', clause, paragraph } : { kind: 'replace', clause, paragraph, text }

interface Besides {
  readonly unplaced: readonly string[]
  readonly untaken: readonly UntakenChange[]
}

const saidOf = (kept: readonly number[], { unplaced, untaken }: Besides): readonly string[] => [
  told(
    kept.length === 0
      ? { en: 'No paragraph reads otherwise.', 'zh-CN': '各款均无改动。' }
      : { en: `Drafted as number ${kept.join(', ')}.`, 'zh-CN': `已起草，编号${kept.join('、')}。` },
  ),
  ...unplaced.map((one) =>
    told({ en: `Not placed, propose it by hand: ${one}`, 'zh-CN': `未归位，请另行提出：${one}` }),
  ),
  ...untaken.map(({ what, at, text }) => {
    const where = at === '' ? '' : `${at}  `
    const { en, 'zh-CN': chinese } = whatItIs[what]
    return told({ en: `Cannot be taken, ${en}: ${where}${text}`, 'zh-CN': `未予采用（${chinese}）：${where}${text}` })
  }),
]

const whatItIs: Readonly<Record<UntakenChange['what'], LocalText>> = {
  emptied_in_one_language: { en: 'a paragraph emptied in one language alone', 'zh-CN': '仅一种文字被清空的款' },
  table: { en: 'the words before a table', 'zh-CN': '表格前的文字' },
  heading: { en: 'another heading, which the model sets', 'zh-CN': '标题由范本确定，不得改动' },
  heading_gone: { en: 'a heading left out, which the model sets', 'zh-CN': '标题由范本确定，不得删去' },
  other_version: { en: 'a paragraph of another version', 'zh-CN': '其他文本版次的款' },
  place_unknown: { en: 'a paragraph this version does not have', 'zh-CN': '本版次所无的款' },
}

const notOurs = (file: string): CliFailure =>
  new CliFailure(
    threePart({
      got: {
        en: `${file} is no text that left from here as a .docx file`,
        'zh-CN': `${file} 不是由本系统导出的 .docx 文本`,
      },
      allowed: {
        en: 'a file saved with `text <base> --docx`, changed in a word processor',
        'zh-CN': '以 text <base> --docx 保存并在文字处理软件中修改的文件',
      },
      todo: {
        en: 'Save the text anew, change that file, and propose it.',
        'zh-CN': '请重新保存文本，在该文件中修改后再提交。',
      },
    }),
    exits.usage,
  )
