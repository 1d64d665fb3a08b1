import { readFileSync } from 'node:fs'
import type { z } from 'zod'
import { TextNumberResponse, TextResponse } from '../../api/contract/texts.js'
import { markBefore } from '../../domain/text/text-difference.js'
import { returnedChanges, type ReturnedChange } from '../../domain/text/returned.js'
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
 * of that version is named and proposed by nobody. Refuses what is no such file.
 */
export const proposeFromFile = async (base: string, { file, step, why, ...wanted }: Returning): Promise<void> => {
  const read = await readTextFile(readFileSync(file))
  const no = Math.max(0, ...(read?.placed ?? []).map(({ mark }) => mark.no))
  if (read === undefined || no === 0) throw notOurs(file)
  const text = await askAs(wanted).get(ofBase(base, `text?version=${no}`), TextResponse)
  const placed = read.placed.filter(({ mark }) => mark.no === no)
  const kept: number[] = []
  for (const change of returnedChanges(leftIn(text), placed)) {
    const from = text.clauses.find(({ id }) => id === change.clause)?.hashes
    const body = { kind: 'proposal', step, edit: editOf(change), from, why }
    kept.push((await askAs(wanted).post(ofBase(base, 'text/items'), { schema: TextNumberResponse, body })).no)
  }
  print(
    { numbers: kept, unplaced: read.unplaced },
    { json: wanted.json, text: () => saidOf(kept, read.unplaced).join('\n') },
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

const editOf = ({ clause, paragraph, text }: ReturnedChange) =>
  text === undefined ? { kind: 'delete', clause, paragraph } : { kind: 'replace', clause, paragraph, text }

const saidOf = (kept: readonly number[], unplaced: readonly string[]): readonly string[] => [
  told(
    kept.length === 0
      ? { en: 'No paragraph reads otherwise.', 'zh-CN': '各款均无改动。' }
      : { en: `Drafted as number ${kept.join(', ')}.`, 'zh-CN': `已起草，编号${kept.join('、')}。` },
  ),
  ...unplaced.map((one) =>
    told({ en: `Not placed, propose it by hand: ${one}`, 'zh-CN': `未归位，请另行提出：${one}` }),
  ),
]

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
