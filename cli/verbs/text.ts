import { Option, type Command } from 'commander'
import { z } from 'zod'
import {
  TextAnswerRequest,
  TextDifferenceResponse,
  type TextItem,
  TextItemsResponse,
  TextNumberResponse,
  TextResponse,
} from '../../api/contract/texts.js'
import type { LocalText } from '../../domain/locale.js'
import type { CitingStyle } from '../../domain/text/model.js'
import { pieceTold } from '../../domain/text/piece-told.js'
import { redlineLines } from '../../domain/text/redline.js'
import { markBefore, pieceInWords } from '../../domain/text/text-difference.js'
import { defined } from '../../domain/values/defined.js'
import { print } from '../printing.js'
import { readJson } from '../sample-data.js'
import { spoken, told } from '../tongue.js'
import { ofBase } from './accepted.js'
import { save } from '../saving.js'
import { proposeFromFile } from './text-file.js'
import { askAs, asOption, languageOption, verb, type AskingOptions } from './verb.js'

/** Adds the verbs for the text that both sides make: to read it, to compare versions, to propose, to remark, to answer. */
export const addTextVerbs = (program: Command): void => {
  addText(program)
  addTextDifference(program)
  addTextItems(program)
  addTextPropose(program)
  addTextComment(program)
  addTextAnswer(program)
}

const addText = (program: Command): void => {
  verb(program, {
    usage: 'text <base>',
    says: 'Show the text that both sides make, who has cleared which version, and what fell.',
    examples: ['text gasme-C09-yueqing-1', 'text gasme-C09-yueqing-1 --version 2 --as p-C09-yueqing-lg'],
  })
    .option('--version <no>', 'an earlier version, by its number')
    .option('--docx <file>', 'save it for a word processor')
    .option('--against <no>', 'with --docx: an earlier version, whose changes are tracked')
    .addOption(asOption())
    .action(async (base: string, wanted: Reading) => {
      if (wanted.docx !== undefined) return saveForWord(base, { ...wanted, docx: wanted.docx })
      const query = wanted.version === undefined ? '' : `?version=${encodeURIComponent(wanted.version)}`
      const text = await askAs(wanted).get(ofBase(base, `text${query}`), TextResponse)
      print(text, { json: wanted.json, text: () => textLines(text).join('\n') })
    })
}

interface Reading extends AskingOptions {
  readonly version?: string
  readonly docx?: string
  readonly against?: string
}

const saveForWord = async (base: string, { docx, version, against, ...wanted }: Reading & { docx: string }) => {
  const query = new URLSearchParams(defined({ version, against })).toString()
  const bytes = await askAs(wanted).download(ofBase(base, `text.docx${query === '' ? '' : `?${query}`}`))
  save(bytes, { file: docx, json: wanted.json, says: `It is the text of ${base}; bring it back with text-propose.` })
}

type ShownText = z.output<typeof TextResponse>

const textLines = ({ no, hash, citing, clauses, versions, clearances }: ShownText): readonly string[] => [
  ...versions.map((one) => `${one.no}  ${told(one.called)}  ${one.hash.slice(0, 12)}  ${one.changed.join(', ')}`),
  ...clearances.map(({ key, title, version, stands }) => {
    const word = stands ? { en: 'stands', 'zh-CN': '有效' } : { en: 'fallen', 'zh-CN': '已失效' }
    return `${key}  ${told(title)}  ${version}  ${told(word)}`
  }),
  '',
  `${told({ en: 'Version', 'zh-CN': '文本第' })} ${no}  ${hash}`,
  ...clauses.flatMap((clause) => ['', ...clauseLines(clause, citing[spoken()] ?? 'western')]),
  '',
  told(howToRefer),
]

const clauseLines = (
  { id, paragraphs, ...clause }: ShownText['clauses'][number],
  style: CitingStyle,
): readonly string[] => [
  `${id}  ${pieceInWords(defined(clause), { language: spoken(), style })}`,
  ...paragraphs.flatMap(({ id: paragraph, number, text, rows = [], table }) => [
    `  ${paragraph}  ${markBefore(number, style)}${text[spoken()] ?? ''}`,
    ...(table === undefined ? [] : rows.length === 0 ? [inCells([table.none])] : [inCells(table.columns)]),
    ...rows.map(inCells),
  ]),
]

const inCells = (cells: readonly Readonly<Record<string, string>>[]): string =>
  `    ${cells.map((cell) => cell[spoken()] ?? '').join(' | ')}`

const howToRefer: LocalText = {
  en: 'A proposal names sections and paragraphs by the id at the left. Its words are plain, or have {ref:areas.1} for the number of a place, {own:areas.1} within its own section; --json has what is written so.',
  'zh-CN':
    '修改建议按左侧标识指定条款。文字可直接写，也可用{ref:areas.1}引用某条款的编号，同一条内用{own:areas.1}；--json 列出原写法。',
}

const addTextDifference = (program: Command): void => {
  verb(program, {
    usage: 'text-diff <base> <from> <to>',
    says: 'Show what reads otherwise in a later version of the text, section by section.',
    examples: [
      'text-diff gasme-C09-yueqing-1 1 2',
      'text-diff gasme-C09-yueqing-1 1 2 --pdf difference.pdf --language zh-CN',
    ],
  })
    .option('--pdf <file>', 'save it as a paper, in every language of the text')
    .addOption(languageOption('paper'))
    .addOption(asOption())
    .action(async (base: string, from: string, to: string, wanted: Comparing) => {
      const query = `from=${encodeURIComponent(from)}&to=${encodeURIComponent(to)}`
      if (wanted.pdf !== undefined) {
        const path = ofBase(base, `text/differences.pdf?${query}&language=${wanted.language}`)
        const says = `It is what reads otherwise in version ${to} of the text of ${base}.`
        return save(await askAs(wanted).download(path), { file: wanted.pdf, json: wanted.json, says })
      }
      const difference = await askAs(wanted).get(ofBase(base, `text/differences?${query}`), TextDifferenceResponse)
      print(difference, { json: wanted.json, text: () => differenceLines(difference).join('\n') })
    })
}

interface Comparing extends AskingOptions {
  readonly pdf?: string
  readonly language: string
}

type ShownDifference = z.output<typeof TextDifferenceResponse>

const weights = {
  material: { en: 'material', 'zh-CN': '实质性修改' },
  normal: { en: 'normal', 'zh-CN': '一般修改' },
} as const

/** Language after language, each section under its name with what it weighs. */
const differenceLines = ({ clauses, citing }: ShownDifference): readonly string[] =>
  [...new Set(clauses.flatMap(({ languages }) => languages))].flatMap((language) =>
    clauses.flatMap((clause) => {
      const [named, ...changed] = redlineLines([pieceTold(clause)], { text: { citing }, language })
      return named === undefined
        ? []
        : [
            `${language}  ${clause.id}  ${named}  (${told(weights[clause.weight])})`,
            ...changed.map((line) => `  ${line}`),
          ]
    }),
  )

const addTextItems = (program: Command): void => {
  verb(program, {
    usage: 'text-issues <base>',
    says: 'List proposals, comments and issues about the text, and how each stands.',
    examples: ['text-issues gasme-C09-yueqing-1', 'text-issues gasme-C09-yueqing-1 --as p-C09-yueqing-lg --json'],
  })
    .addOption(asOption())
    .action(async (base: string, wanted: AskingOptions) => {
      const { items } = await askAs(wanted).get(ofBase(base, 'text/items'), TextItemsResponse)
      const line = ({ no, kind, side, state, clauses, title, words, languages }: (typeof items)[number]): string =>
        [no, kind, side, state, clauses.join(' '), title ?? '', words ?? '–', ...changedAlone(languages)].join('  ')
      print({ items }, { json: wanted.json, text: () => items.map(line).join('\n') })
    })
}

/** Which languages a proposal changes, where it leaves another as it is. */
const changedAlone = (languages: z.output<typeof TextItem>['languages']): readonly string[] => {
  if (languages === undefined || languages.kept.length === 0) return []
  const [changed, kept] = [languages.changed.join(', '), languages.kept.join(', ')]
  return [told({ en: `(changes ${changed}; ${kept} unchanged)`, 'zh-CN': `（修改 ${changed}；${kept} 未改）` })]
}

const addTextPropose = (program: Command): void => {
  verb(program, {
    usage: 'text-propose <base> <file>',
    says: 'Draft a proposal or an issue from a JSON file, or every change of a .docx file that left with text --docx; the decision on its step brings it to the other side.',
    examples: [
      'text-propose gasme-C09-yueqing-1 proposal.json --as p-C09-yueqing-lg',
      'text-propose gasme-C09-yueqing-1 text.docx --step 3.5.1 --why "as our office wants it" --as p-C09-yueqing-lg',
    ],
  })
    .option('--step <id>', 'of a .docx: the open step that the proposals come with')
    .option('--why <text>', 'of a .docx: why it is to read so')
    .addOption(asOption())
    .action((base: string, file: string, { step, why, ...wanted }: Proposing) =>
      step === undefined || why === undefined
        ? say(base, { wanted, body: readJson(file, z.looseObject({})) })
        : proposeFromFile(base, { ...wanted, file, step, why }),
    )
}

interface Proposing extends AskingOptions {
  readonly step?: string
  readonly why?: string
}

const addTextComment = (program: Command): void => {
  verb(program, {
    usage: 'text-comment <base> <step> <text>',
    says: 'Draft a comment on the text, for both sides or for the own side alone.',
    examples: [
      'text-comment gasme-C09-yueqing-1 3.5.1 "section 11 is open to us" --clause areas --as p-C09-yueqing-lg',
      'text-comment gasme-C09-yueqing-1 3.3a.1 "ask the chair first" --own-side --as p-lc-1',
    ],
  })
    .option('--clause <id>', 'the section it is about; left out: the whole text')
    .option('--own-side', 'nobody of the other side ever reads it')
    .addOption(asOption())
    .action((base: string, step: string, text: string, wanted: Commenting) => {
      const seenBy = wanted.ownSide === true ? 'own_side' : 'both'
      return say(base, { wanted, body: { kind: 'comment', step, text, seenBy, ...defined({ clause: wanted.clause }) } })
    })
}

interface Commenting extends AskingOptions {
  readonly clause?: string
  readonly ownSide?: true
}

const addTextAnswer = (program: Command): void => {
  verb(program, {
    usage: 'text-answer <base> <number>',
    says: 'Draft the answer to a proposal, or what becomes of an issue, or take a draft away; the decision on the step brings it.',
    examples: [
      'text-answer gasme-C09-yueqing-1 4 --step 3.7a.1 --state accepted',
      'text-answer gasme-C09-yueqing-1 5 --step 3.7a.1 --state rejected --reason "not within our mandate"',
      'text-answer gasme-C09-yueqing-1 5 --step 3.7a.1 --state open',
    ],
  })
    .requiredOption('--step <id>', 'the open step that it comes with')
    .addOption(
      new Option(
        '--state <state>',
        'what becomes of it; open takes away what you drafted on the step, withdrawn a draft of your own',
      )
        .choices(TextAnswerRequest.shape.state.options)
        .makeOptionMandatory(),
    )
    .option('--reason <text>', 'why, or the wording that is put; a rejection always says it')
    .addOption(asOption())
    .action(async (base: string, no: string, wanted: Answering) => {
      const { step, state, reason } = wanted
      const body = { step, state, ...defined({ words: reason }) }
      const path = ofBase(base, `text/items/${encodeURIComponent(no)}/answers`)
      numbered(await askAs(wanted).post(path, { schema: TextNumberResponse, body }), wanted)
    })
}

interface Answering extends AskingOptions {
  readonly step: string
  readonly state: string
  readonly reason?: string
}

const say = async (base: string, { wanted, body }: { wanted: AskingOptions; body: object }): Promise<void> => {
  const path = ofBase(base, 'text/items')
  numbered(await askAs(wanted).post(path, { schema: TextNumberResponse, body }), wanted)
}

const numbered = (kept: z.output<typeof TextNumberResponse>, { json }: AskingOptions): void =>
  print(kept, { json, text: () => told({ en: `Kept as number ${kept.no}.`, 'zh-CN': `已保存，编号${kept.no}。` }) })
