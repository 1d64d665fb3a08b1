import type { Condition } from '../../form/condition.js'
import type { ChecklistField, ChecklistItem } from '../../form/field.js'
import type { Form } from '../../form/form.js'
import {
  bearing,
  checklist,
  choice,
  counts,
  formOf,
  read,
  table,
  told,
  where,
  words,
  yesNo,
  type Listed,
} from '../form-fields.js'
import { findingResults } from './stream-checklist.js'
import { chainItems, economyItems, mandateItems } from './stream-items-a-to-c.js'
import { environmentItems, governmentItems, integrityItems, supportItems } from './stream-items-d-to-g.js'
import { borneRatings } from './stream-rating.js'
import { streamNames, type Stream } from './streams.js'

/** The checklists of the seven work-streams (6.3). */
const items: Readonly<Record<Stream, readonly ChecklistItem[]>> = {
  a: mandateItems,
  b: economyItems,
  c: chainItems,
  d: environmentItems,
  e: integrityItems,
  f: governmentItems,
  g: supportItems,
}

/** The results of a work-stream's items, under a code of the form. */
export const checklistOf = (stream: Stream, code = 'items'): ChecklistField => {
  const able = new Set(items[stream].flatMap(({ results = [] }) => results))
  const { en, 'zh-CN': chinese } = streamNames[stream]
  const name: Listed = [code, en, chinese]
  return checklist(name, {
    items: items[stream],
    results: findingResults.filter((result) => able.has(result.code)),
    remarks: ['unclear', 'minor', 'serious', 'knock_out'],
    proofs: ['serious', 'knock_out'],
    weakest: 3,
    hint: told([
      'A result for each item; whatever is not met says on what that rests, what is serious proves it.',
      '逐项填写核查结果；凡未认定为符合的，须说明判断依据，问题较重的须附佐证材料。',
    ]),
    ...read,
  })
}

/** Something in them was not found to be met. */
const notAllMet = (checklists: readonly ChecklistField[]): Condition => ({
  any: checklists.flatMap(({ code, results }) =>
    results.filter((result) => result.code !== 'met').map((result) => counts(`${code}.${result.code}`, { least: 1 })),
  ),
})

/** What the place is asked about in the hearing: one row for each item that is not met, in words for it and in words for us. */
const findingsOf = (checklists: readonly ChecklistField[]) =>
  table(['findings', 'Findings', '核查结论'], {
    columns: [
      choice(['item', 'Item', '核查事项'], {
        choices: checklists.flatMap((one) => one.items.map(({ code, label }) => ({ code, label }))),
        toAsked: true,
      }),
      words(['case_text', 'In our words', '内部表述'], { most: 600 }),
      words(['partner_text', 'In words for the partner', '对外表述'], {
        most: 600,
        both: true,
        toAsked: true,
        hint: told(['Neutral, without a rating and without names.', '表述中性，不含评级，不点名。']),
      }),
    ],
    most: 69,
    reads: ['item'],
    enters: { kind: 'finding' },
    asked: notAllMet(checklists),
    hint: told([
      'A row for each item that is not met; the place answers it in the hearing.',
      '凡未认定为符合的事项各填一行，由申报单位陈述申辩时答复。',
    ]),
  })

const ratedBy = (...checklists: readonly ChecklistField[]): Form =>
  bearing(
    formOf(
      ...checklists,
      findingsOf(checklists),
      yesNo(['deviates', 'Off the proposed rating', '是否偏离建议评级'], {
        hint: told([
          'The results propose a rating; it may be moved by one step with a reason, never off a proven knock-out.',
          '建议评级由核查结果得出；说明理由可上下调整一级，一票否决事项查实的不得调整。',
        ]),
        ...read,
      }),
      words(['deviate', 'Why one step off', '偏离理由'], { most: 300, ...where('deviates', true) }),
      words(['summary', 'Summary', '专项小结'], { most: 500 }),
    ),
    borneRatings(checklists, { deviates: 'deviates' }),
  )

/** 2.3a–2.3g: a work-stream is rated from the results of its checklist (6.3). */
export const streamForm = (stream: Stream): Form => ratedBy(checklistOf(stream))

/** 2.3 of `light`: all seven checklists in one report (R18). */
export const allStreamsForm: Form = ratedBy(
  checklistOf('a', 'mandate'),
  checklistOf('b', 'economy'),
  checklistOf('c', 'value_chain'),
  checklistOf('d', 'environment'),
  checklistOf('e', 'integrity'),
  checklistOf('f', 'government'),
  checklistOf('g', 'support'),
)
