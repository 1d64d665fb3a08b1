import { areas, everyIndicator, owners, sixChallenges } from '../areas-and-indicators.js'
import {
  choice,
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
} from '../form-fields.js'

const memorandum = withOption('mou')
const another = withOption('other_instrument')

/** A value of the text, in both languages, for both sides to read. */
const valueOf = (name: Listed) => line(name, { most: 120, both: true, ...memorandum })

/**
 * 3.1a: what the text needs of both sides and nobody has brought yet, before its first draft is begun: who the Alliance is in law, the
 * number of the resolution, level and seat of the government, and what annexes 2 and 3 begin with. Of another instrument: what it is to say.
 */
export const instrumentForm = formOf(
  valueOf(['alliance_form', 'Legal form of the Alliance', '联盟组织形式']),
  valueOf(['alliance_law', 'Law it is established under', '联盟设立所依法律']),
  line(['alliance_number', 'Registration number', '联盟登记号'], { ...memorandum }),
  valueOf(['alliance_seat', 'Seat of the Alliance', '联盟住所地']),
  line(['resolution_no', 'Number of the resolution', '决议编号'], {
    hint: told(['As it stands in the minutes of the Board.', '以理事会会议记录为准。']),
    ...memorandum,
  }),
  valueOf(['government_level', 'Level of the government', '政府层级']),
  valueOf(['government_seat', 'Seat of the government', '政府驻地']),
  table(['outline', 'Outline of year one', '首年工作要点'], {
    least: 1,
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
    hint: told(['Annex 2: what guides the first months.', '附件二：用于启动阶段工作。']),
    ...memorandum,
  }),
  table(['indicators', 'Indicators', '指标'], {
    least: 1,
    most: 40,
    columns: [
      choice(['indicator', 'Indicator', '指标'], { choices: everyIndicator }),
      line(['source', 'Source of the figure', '数据来源'], { most: 80, both: true }),
      number(['year', 'Year of the baseline', '基线年份'], { unit: ['year', '年'], least: 2000, most: 2100 }),
      number(['baseline', 'Baseline', '基线值'], { unit: ['in the unit of the indicator', '按指标单位'], decimals: 4 }),
      number(['target', 'Target for year one', '首年目标'], {
        unit: ['in the unit of the indicator', '按指标单位'],
        decimals: 4,
      }),
    ],
    hint: told(['Annex 3: each with its source and baseline.', '附件三：逐项写明数据来源和基线值。']),
    ...memorandum,
  }),
  choice(['kind', 'Kind of instrument', '文书种类'], {
    choices: listed(
      ['letter_of_intent', 'Letter of intent', '合作意向书'],
      ['framework', 'Framework agreement', '框架协议'],
      ['exchange_of_letters', 'Exchange of letters', '换文'],
    ),
    ...another,
  }),
  words(['clauses', 'What it is to say', '主要内容'], { most: 600, both: true, ...another }),
)
