import type { Choice, FormField } from '../../form/field.js'
import type { LocalText } from '../../locale.js'
import {
  bearing,
  choice,
  counts,
  formOf,
  listed,
  number,
  optional,
  proof,
  read,
  table,
  told,
  withOption,
  words,
  type Listed,
} from '../form-fields.js'
import { areas } from '../areas-and-indicators.js'
import { reviewSheet } from './review-sheet.js'

const score = withOption('score')

/** The parts of the sheet, each in words that fit beside its number. */
const parts: readonly Choice[] = [
  ...areas,
  ...listed(
    ['challenges', 'Six challenges', '六项挑战'],
    ['governance', 'Governance and reporting', '治理与报告'],
    ['evidence', 'Evidence quality', '佐证质量'],
  ),
]

/** What a part of the sheet is called. */
export const partLabel = (key: string): LocalText =>
  parts.find(({ code }) => code === key)?.label ?? { en: key, 'zh-CN': key }

/** One number for each part, in points, with two decimals as the proposal has them (5.6). */
const points: readonly FormField[] = reviewSheet.map(({ key, weight }) => {
  const { en, 'zh-CN': chinese } = partLabel(key)
  const name: Listed = [key, en, chinese]
  return number(name, {
    unit: [`of ${weight} points`, `分（满分${weight}分）`],
    decimals: 2,
    most: weight,
    ...score,
    ...read,
    hint:
      key === 'evidence'
        ? told(['As proposed: it is counted and not judged.', '按建议分填写：该项据实计算，不作评判。'])
        : told([
            'As proposed, or at most a fifth of the part beside it.',
            '按建议分填写，偏离不超过该项满分的五分之一。',
          ]),
  })
})

/** 5.6: an expert starts from what the figures say and judges what they hide (5.6). */
export const reviewScoring = bearing(
  formOf(
    ...points,
    table(['deviations', 'Why not as proposed', '偏离理由'], {
      most: 8,
      columns: [
        choice(['part', 'Part', '评分项'], { choices: parts.filter(({ code }) => code !== 'evidence') }),
        words(['reason', 'Reason', '理由'], { most: 300 }),
        proof(['shown_by', 'What shows it', '依据']),
      ],
      reads: ['part'],
      ...score,
      ...optional,
      hint: told(['One row for each part that is not as proposed.', '每个偏离建议分的评分项填写一行。']),
    }),
    choice(['confidence', 'Confidence', '把握程度'], {
      choices: listed(['high', 'High', '高'], ['medium', 'Medium', '中'], ['low', 'Low', '低']),
      ...score,
      ...read,
    }),
    table(['remarks', 'Strengths, gaps, advice', '优势、不足和建议'], {
      least: 2,
      most: 15,
      columns: [
        choice(['kind', 'Kind', '类别'], {
          choices: listed(['strength', 'Strength', '优势'], ['gap', 'Gap', '不足'], ['advice', 'Advice', '建议']),
        }),
        words(['text', 'Text', '内容'], { most: 200, both: true }),
      ],
      totals: [
        { name: 'strengths', label: told(['Strengths', '优势']), where: { column: 'kind', is: ['strength'] } },
        { name: 'gaps', label: told(['Gaps', '不足']), where: { column: 'kind', is: ['gap'] } },
      ],
      ...score,
    }),
  ),
  { score: { all: [counts('remarks.strengths', { least: 1 }), counts('remarks.gaps', { least: 1 })] } },
)
