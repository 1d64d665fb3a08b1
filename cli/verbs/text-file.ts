import { readFileSync } from 'node:fs'
import type { z } from 'zod'
import { TextNumberResponse, TextResponse } from '../../api/contract/texts.js'
import type { LocalText } from '../../domain/locale.js'
import { markBefore, pieceInWords } from '../../domain/text/text-difference.js'
import { returnedChanges, type ReturnedChange, type UntakenChange } from '../../domain/text/returned.js'
import type { TextOrigin } from '../../domain/text/text-origin.js'
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
 * of that version, or cannot be proposed, is named with what it is and proposed by nobody. Refuses what is no such file, and one that left
 * as the text of another base or as another version than the one that stands.
 */
export const proposeFromFile = async (base: string, { file, step, why, ...wanted }: Returning): Promise<void> => {
  const read = await readTextFile(readFileSync(file))
  if (read === undefined) throw notOurs(file)
  const { origin } = read
  if (origin === undefined) throw namesNoText(file)
  if (origin.base !== base) throw ofAnother({ file, origin, asked: base })
  const text = await askAs(wanted).get(ofBase(base, 'text'), TextResponse)
  const { no, hash } = text
  if (origin.no !== no || origin.hash !== hash) throw ofAnotherVersion({ file, origin, standing: { no, hash } })
  const { changes, untaken } = returnedChanges({ no, paragraphs: leftIn(text), headings: headingsIn(text) }, read)
  const kept: number[] = []
  for (const change of changes) {
    const from = text.clauses.find(({ id }) => id === change.clause)?.hashes
    const body = { kind: 'proposal', step, edit: editOf(change), from, why }
    kept.push((await askAs(wanted).post(ofBase(base, 'text/items'), { schema: TextNumberResponse, body })).no)
  }
  print({ numbers: kept, untaken }, { json: wanted.json, text: () => saidOf(kept, untaken).join('\n') })
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

const saidOf = (kept: readonly number[], untaken: readonly UntakenChange[]): readonly string[] => [
  told(
    kept.length === 0
      ? { en: 'No paragraph reads otherwise.', 'zh-CN': '各款均无改动。' }
      : { en: `Drafted as number ${kept.join(', ')}.`, 'zh-CN': `已起草，编号${kept.join('、')}。` },
  ),
  ...untaken.map(({ what, at, text }) => {
    const place = at === '' ? '' : `${at}  `
    const { en, 'zh-CN': chinese } = whatItIs[what]
    return told({
      en: `Not taken in, because it is ${en}: ${place}${text}`,
      'zh-CN': `未予采用（${chinese}）：${place}${text}`,
    })
  }),
]

const whatItIs: Readonly<Record<UntakenChange['what'], LocalText>> = {
  emptied_in_one_language: { en: 'a paragraph emptied in one language alone', 'zh-CN': '仅一种文字被清空的款' },
  table: { en: 'the words before a table', 'zh-CN': '表格前的文字' },
  heading: { en: 'another heading, which the model sets', 'zh-CN': '标题由范本确定，不得改动' },
  heading_gone: { en: 'a heading left out, which the model sets', 'zh-CN': '标题由范本确定，不得删去' },
  other_version: { en: 'a paragraph of another version', 'zh-CN': '其他文本版次的款' },
  place_unknown: { en: 'a paragraph this version does not have', 'zh-CN': '本版次所无的款' },
  paragraph_gone: {
    en: 'a paragraph taken out without a tracked change; propose to leave it out by hand',
    'zh-CN': '未经修订标记而删去的款；如拟删去，请另行提出',
  },
  added_paragraph: {
    en: 'a new paragraph, which has no place; propose it by hand, after the one named',
    'zh-CN': '新增的段落，未归位；请在所列款之后另行提出',
  },
  added_table: { en: 'a table, which a file does not change', 'zh-CN': '表格不经由文件修改' },
  joined: { en: 'paragraphs that were joined; propose it by hand', 'zh-CN': '已合并的款；请另行提出' },
  twice: { en: 'a paragraph that stands in the file more than once', 'zh-CN': '文件中重复出现的款' },
  remark: { en: 'a remark at the edge; write it with `text-comment`', 'zh-CN': '批注；请用 text-comment 另行提出' },
  note: { en: 'a note, which the text has none of', 'zh-CN': '脚注或者尾注，文本不设注释' },
  margin: {
    en: 'words at the head or foot of a page, where the text has none of its own',
    'zh-CN': '页眉或者页脚中的文字，不属于文本',
  },
  other_file: {
    en: 'another file set into this one, whose words are not read',
    'zh-CN': '嵌入的其他文件，其文字未予读取',
  },
  hidden: { en: 'hidden words, which nobody sees in the text', 'zh-CN': '隐藏文字，在文本中不可见' },
  picture: { en: 'a picture, or a sign that is no letter', 'zh-CN': '图片或者非文字符号' },
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

const namesNoText = (file: string): CliFailure =>
  new CliFailure(
    threePart({
      got: {
        en: `${file} does not say of which base and version it is`,
        'zh-CN': `${file} 未注明所属基地和文本版次`,
      },
      allowed: {
        en: 'a file saved with `text <base> --docx`, whose properties were kept',
        'zh-CN': '以 text <base> --docx 保存且文档属性完整的文件',
      },
      todo: {
        en: 'Save the text anew, write your changes into that file, and propose it.',
        'zh-CN': '请重新保存文本，在该文件中修改后再提交。',
      },
    }),
    exits.usage,
  )

interface Stray {
  readonly file: string
  readonly origin: TextOrigin
}

const ofAnother = ({ file, origin, asked }: Stray & { readonly asked: string }): CliFailure =>
  new CliFailure(
    threePart({
      got: {
        en: `${file} is version ${origin.no} of the text of ${origin.base}`,
        'zh-CN': `${file} 是 ${origin.base} 的文本第${origin.no}稿`,
      },
      allowed: { en: `a file of the text of ${asked}`, 'zh-CN': `${asked} 的文本文件` },
      todo: {
        en: `Propose it for ${origin.base}, or bring a file of ${asked}.`,
        'zh-CN': `请向 ${origin.base} 提交，或者提交 ${asked} 的文件。`,
      },
    }),
    exits.usage,
  )

const ofAnotherVersion = ({
  file,
  origin,
  standing,
}: Stray & { readonly standing: Pick<TextOrigin, 'no' | 'hash'> }): CliFailure =>
  new CliFailure(
    threePart({
      got: {
        en: `${file} is version ${origin.no} (${origin.hash.slice(0, 12)}) of the text`,
        'zh-CN': `${file} 是文本第${origin.no}稿（${origin.hash.slice(0, 12)}）`,
      },
      allowed: {
        en: `a file of the version that stands, ${standing.no} (${standing.hash.slice(0, 12)})`,
        'zh-CN': `现行第${standing.no}稿（${standing.hash.slice(0, 12)}）的文件`,
      },
      todo: {
        en: 'Save the text anew, write your changes into that file, and propose it.',
        'zh-CN': '请重新保存文本，在该文件中修改后再提交。',
      },
    }),
    exits.usage,
  )
