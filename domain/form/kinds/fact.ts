import { every, inside, sound, wrong, type AnswerFault } from '../fault.js'
import type { EvidenceClass, FieldOf } from '../field.js'
import { factNatures, type FactNature } from '../read-values.js'
import { evidence, exampleCited } from './evidence.js'
import { isKeyed, keyed, noOther, type KindOfField } from './kind.js'
import { isYear, number } from './numbers.js'
import { place } from './parties.js'
import { text } from './text.js'

type FactField = FieldOf<'fact'>

/** Which firms a figure counts. */
export const cutOffs = ['all', 'above_size', 'members'] as const

/** What the parts of a figure are called. */
export const factLabels = {
  value: { en: 'Value', 'zh-CN': '数值' },
  year: { en: 'Year', 'zh-CN': '年份' },
  territory: { en: 'Territory', 'zh-CN': '区域范围' },
  cutOff: { en: 'Which firms', 'zh-CN': '统计范围' },
  nature: { en: 'Nature', 'zh-CN': '数据性质' },
  class: { en: 'Evidence class', 'zh-CN': '证据等级' },
  evidence: { en: 'Evidence', 'zh-CN': '佐证材料' },
  note: { en: 'Definition', 'zh-CN': '统计口径' },
} as const
const parts = Object.keys(factLabels)

/** A figure as gates and scores want it: value, year, which firms, what nature, which class of evidence. */
export const fact: KindOfField<FactField> = {
  check: (value, field) => (isKeyed(value) ? checkFact(value, field) : wrong('a figure with its year', '数据及其年份')),
  read: (value) => {
    const { value: figure, year, nature, class: given } = keyed(value)
    return typeof figure === 'number' && isYear(year) && isNature(nature) && isClass(given)
      ? { value: figure, year, nature, evidence: given }
      : undefined
  },
  checkRead: (value, field) => {
    const { value: figure, year, nature, evidence: given } = keyed(value)
    return every(
      number.check(figure, asNumber(field)),
      isYear(year) && isNature(nature) && isClass(given) ? sound : wrong('a dated figure', '带年份的数据'),
    )
  },
  // Each row of a table the year before, as a series has them.
  example: (_, nth) => ({
    value: 10 + nth,
    year: 2026 - ((nth - 1) % 10),
    cutOff: 'all',
    nature: 'actual',
    class: 2,
    evidence: exampleCited(1),
  }),
}

const checkFact = (given: Readonly<Record<string, unknown>>, field: FactField): readonly AnswerFault[] =>
  every(
    noOther(given, { known: parts, needs: wrong('only what the form asks for', '仅限表格所列内容') }),
    at('value', number.check(given['value'], asNumber(field))),
    at('year', isYear(given['year']) ? sound : wrong('the year it holds for', '数据所属年份')),
    at(
      'cutOff',
      cutOffs.some((one) => one === given['cutOff']) ? sound : wrong('which firms it counts', '所统计的企业范围'),
    ),
    at(
      'nature',
      isNature(given['nature'])
        ? sound
        : wrong('actual, provisional, estimate, forecast or target', '实际、初步、估计、预测或目标'),
    ),
    at('class', isClass(given['class']) ? sound : wrong('a class from 1 to 5', '1至5级')),
    given['territory'] === undefined
      ? sound
      : at('territory', place.check(given['territory'], { ...asNumber(field), kind: 'place' })),
    given['evidence'] === undefined
      ? sound
      : at(
          'evidence',
          evidence.check(given['evidence'], { code: 'evidence', kind: 'evidence', label: factLabels.evidence }),
        ),
    given['note'] === undefined
      ? sound
      : at(
          'note',
          text.check(given['note'], { code: 'note', kind: 'text', lines: 'many', most: 100, label: factLabels.note }),
        ),
  )

const at = (code: keyof typeof factLabels, faults: readonly AnswerFault[]) =>
  inside({ code, label: factLabels[code] }, faults)

const asNumber = ({ code, unit, decimals = 4, least = 0 }: FactField): FieldOf<'number'> => ({
  code,
  kind: 'number',
  label: factLabels.value,
  unit,
  decimals,
  least,
})

const isNature = (value: unknown): value is FactNature => factNatures.some((one) => one === value)
const classes: readonly EvidenceClass[] = [1, 2, 3, 4, 5]
const isClass = (value: unknown): value is EvidenceClass => classes.some((one) => one === value)
