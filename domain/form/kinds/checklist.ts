import { every, inside, sound, wrong, type AnswerFault } from '../fault.js'
import { defined } from '../../values/defined.js'
import type { ChecklistField, ChecklistItem, Choice } from '../field.js'
import { choice } from './choices.js'
import { evidence, exampleCited } from './evidence.js'
import { isKeyed, keyed, noOther, type KindOfField } from './kind.js'
import { text } from './text.js'

export const remarkLabel = { en: 'Remark', 'zh-CN': '说明' }
/** What the exhibits beside a result are called. */
export const proofLabel = { en: 'Evidence', 'zh-CN': '佐证材料' }
export const resultLabel = { en: 'Result', 'zh-CN': '结果' }

/** The results an item of a checklist can have. */
export const resultsFor = (
  { results: allowed }: ChecklistItem,
  { results }: Pick<ChecklistField, 'results'>,
): readonly Choice[] => results.filter(({ code }) => allowed === undefined || allowed.includes(code))

/** Fixed items, each with a result from the list; a word or an exhibit beside it where the result asks for one. */
export const checklist: KindOfField<ChecklistField> = {
  check: (value, field) => {
    if (!isKeyed(value)) return wrong('a result for each item', '每项的结果')
    const { items } = field
    return every(
      noOther(value, {
        known: items.map(({ code }) => code),
        needs: wrong('only the items of the list', '仅限所列事项'),
      }),
      ...items.map((item) => inside(item, checkItem(value[item.code], { ...field, results: resultsFor(item, field) }))),
    )
  },
  read: (value) =>
    Object.fromEntries(
      Object.entries(keyed(value)).flatMap(([item, given]) => {
        const { result } = keyed(given)
        return typeof result === 'string' ? [[item, result]] : []
      }),
    ),
  checkRead: (value, { items, results }) => {
    const read = keyed(value)
    const isWhole =
      Object.keys(read).length === items.length &&
      items.every((item) => resultsFor(item, { results }).some(({ code }) => code === read[item.code]))
    return isWhole ? sound : wrong('a result for each item', '每项的结果')
  },
  example: ({ items, results, remarks = [], proofs = [] }, nth) => {
    const beside = (result: string) =>
      defined({
        remark: remarks.includes(result) ? `Invented ${nth}` : undefined,
        evidence: proofs.includes(result) ? exampleCited(1) : undefined,
      })
    return Object.fromEntries(
      items.map((item) => {
        const [{ code: result } = { code: '' }] = resultsFor(item, { results })
        return [item.code, { result, ...beside(result) }]
      }),
    )
  },
}

const checkItem = (given: unknown, field: ChecklistField): readonly AnswerFault[] => {
  const { result, remark, evidence: proof } = keyed(given)
  const { results, remarks = [], proofs = [] } = field
  const unlisted = choice.check(result, { code: 'result', kind: 'choice', choices: results, label: resultLabel })
  if (!isKeyed(given) || typeof result !== 'string' || unlisted.length > 0)
    return inside({ code: 'result', label: resultLabel }, unlisted)
  return every(
    noOther(given, {
      known: ['result', 'remark', 'evidence'],
      needs: wrong('a result, a remark and evidence, and no more', '仅限结果、说明和佐证材料'),
    }),
    remark === undefined && !remarks.includes(result)
      ? sound
      : inside(
          { code: 'remark', label: remarkLabel },
          text.check(remark, { code: 'remark', kind: 'text', lines: 'many', most: 200, label: remarkLabel }),
        ),
    proof === undefined && !proofs.includes(result)
      ? sound
      : inside(
          { code: 'evidence', label: proofLabel },
          evidence.check(proof, { code: 'evidence', kind: 'evidence', label: proofLabel }),
        ),
  )
}
