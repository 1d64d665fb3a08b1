import { sidesNamed, textChoices } from './choice-forms.js'
import { areas, everyIndicator, owners, rowsOfEach, sixChallenges } from '../areas-and-indicators.js'
import {
  bearing,
  choice,
  counts,
  date,
  formOf,
  line,
  listed,
  money,
  number,
  optional,
  period,
  table,
  told,
  withOption,
  words,
  type Listed,
  type Pair,
} from '../form-fields.js'
import type { LocalText } from '../../locale.js'
import { defined } from '../../values/defined.js'

const memorandum = withOption('mou')
const another = withOption('other_instrument')

/** A value of the text, in both languages, for both sides to read. */
const valueOf = (name: Listed, hint?: Pair) =>
  line(name, { most: 120, both: true, ...memorandum, ...defined({ hint: hint && told(hint) }) })

/** A figure of an indicator, which may fall below nothing. */
const inItsUnit = (name: Listed, more: { readonly hint?: LocalText; readonly optional?: true } = {}) =>
  number(name, {
    unit: ['in the unit of the indicator', '按指标单位'],
    decimals: 4,
    least: -1_000_000_000_000,
    ...more,
  })

/**
 * 3.1a: what the text needs of both sides and nobody has brought yet, before its first draft is begun: who the Alliance is in law, the
 * number of the resolution, level and seat of the government, what annexes 2, 3 and 5 hold, and which of the ways the model may read this text
 * takes. Of another instrument: what it is to say.
 */
export const instrumentForm = bearing(
  formOf(
    valueOf(['alliance_form', 'Legal form of the Alliance', '联盟组织形式']),
    valueOf(
      ['alliance_jurisdiction', 'Country or territory of its law', '联盟设立地'],
      ['As in: Switzerland.', '填写国家或地区，如：瑞士。'],
    ),
    line(['alliance_number', 'Registration number', '联盟登记号'], { ...memorandum }),
    valueOf(['alliance_seat', 'Seat of the Alliance', '联盟住所地']),
    line(['resolution_no', 'Number of the resolution', '决议编号'], {
      hint: told(['As it stands in the minutes of the Board.', '以理事会会议记录为准。']),
      ...memorandum,
    }),
    valueOf(['government_level', 'Level of the government', '政府层级'], ['As in: county-level.', '如：县级。']),
    valueOf(['government_seat', 'Seat of the government', '政府驻地']),
    table(['outline', 'Outline of year one', '首年工作要点'], {
      least: 6,
      most: 40,
      columns: [
        choice(['area', 'Area', '领域'], { choices: areas }),
        line(['activity', 'Activity', '活动'], { most: 80, both: true }),
        choice(['led', 'Led by', '牵头单位'], { choices: owners }),
        period(['when', 'From and until', '起止日期']),
        line(['result', 'Result hoped for', '预期成果'], { most: 100, both: true }),
        money(['money', 'Money', '资金安排'], { ...optional }),
        choice(['challenge', 'Challenge it answers', '对应挑战'], { choices: sixChallenges, ...optional }),
      ],
      totals: rowsOfEach('area', areas),
      reads: ['area'],
      hint: told(['Annex 2: at least one in each of the six areas.', '附件二：六个领域每个领域至少一项。']),
      ...memorandum,
    }),
    table(['indicators', 'Indicators', '指标'], {
      least: 1,
      most: 40,
      columns: [
        choice(['indicator', 'Indicator', '指标'], { choices: everyIndicator }),
        line(['source', 'Source of the figure', '数据来源'], { most: 80, both: true }),
        date(['baseline_on', 'Day of the baseline', '基线日期'], { ...optional }),
        inItsUnit(['baseline', 'Baseline', '基线值'], {
          hint: told(['Left out: to be fixed before the launch.', '未填：启动前确定。']),
          ...optional,
        }),
        inItsUnit(['target', 'Target for year one', '首年目标']),
      ],
      hint: told(['Annex 3: each with its source and baseline.', '附件三：逐项写明数据来源和基线值。']),
      ...memorandum,
    }),
    sidesNamed,
    ...textChoices,
    choice(['kind', 'Kind of instrument', '文书种类'], {
      choices: listed(
        ['letter_of_intent', 'Letter of intent', '合作意向书'],
        ['framework', 'Framework', '合作框架'],
        ['exchange_of_letters', 'Exchange of letters', '换文'],
      ),
      ...another,
    }),
    words(['clauses', 'What it is to say', '主要内容'], { most: 600, both: true, ...another }),
  ),
  { mou: { all: areas.map(({ code }) => counts(`outline.${code}`, { least: 1 })) } },
)
