import { mandatoryIndicators } from '../../indicators.js'
import { everyIndicator } from '../areas-and-indicators.js'
import {
  bearing,
  choice,
  counts,
  date,
  fact,
  formOf,
  line,
  listed,
  number,
  optional,
  organisation,
  place,
  read,
  table,
  told,
  where,
  words,
  yesNo,
} from '../form-fields.js'

const inItsUnit = { unit: ['in the unit of the indicator', '按指标单位'], decimals: 4, least: -100 } as const

const targetOf = (year: 1 | 2 | 3) =>
  number([`target_${year}`, `Target of plan year ${year}`, `第${year}计划年度目标值`], inItsUnit)

/** 4.4a: what the base is measured by: where each indicator stands, and where it is to be in each year of the plan. */
export const baseline = bearing(
  formOf(
    number(['plan_from', 'First year of the plan', '首个计划年度'], {
      unit: ['year', '年'],
      least: 2020,
      most: 2100,
      ...read,
    }),
    table(['indicators', 'Indicator set', '指标组'], {
      least: 18,
      most: 30,
      columns: [
        choice(['indicator', 'Indicator', '指标'], { choices: everyIndicator }),
        words(['definition', 'Definition', '指标定义'], { most: 150, both: true }),
        place(['territory', 'Territory', '区域范围']),
        choice(['cut_off', 'Which firms', '统计范围'], {
          choices: listed(
            ['all', 'All firms', '全部企业'],
            ['above_size', 'Above designated size', '规模以上企业'],
            ['members', 'Members', '会员企业'],
          ),
        }),
        line(['source', 'Source', '数据来源'], { most: 80 }),
        organisation(['holder', 'Provided by', '数据提供方']),
        line(['function', 'Function responsible', '责任岗位'], { most: 40 }),
        choice(['evidence', 'Evidence class expected', '预期佐证等级'], {
          choices: listed(
            ['1', 'Class 1', '1级'],
            ['2', 'Class 2', '2级'],
            ['3', 'Class 3', '3级'],
            ['4', 'Class 4', '4级'],
            ['5', 'Class 5', '5级'],
          ),
        }),
        yesNo(['from_zero', 'Counted from 0 in each year', '每年从零计']),
        fact(['stands', 'Baseline', '基线值'], { ...inItsUnit, ...where('from_zero', false) }),
        targetOf(1),
        targetOf(2),
        targetOf(3),
      ],
      totals: [
        {
          name: 'mandatory',
          label: told(['Mandatory indicators', '必选指标']),
          where: { column: 'indicator', is: mandatoryIndicators },
        },
      ],
      reads: ['indicator', 'evidence', 'from_zero', 'stands', 'target_1', 'target_2', 'target_3'],
      hint: told([
        'The eighteen mandatory indicators, and at most twelve of your choice.',
        '18项必选指标，另可自选不超过12项。',
      ]),
    }),
    table(['later', 'Not measured yet', '暂未测算'], {
      most: 4,
      ...optional,
      columns: [
        choice(['indicator', 'Indicator', '指标'], {
          choices: everyIndicator.filter(({ code }) => mandatoryIndicators.every((one) => one !== code)),
        }),
        date(['by', 'Measured by', '测算完成日期']),
      ],
      reads: ['indicator', 'by'],
    }),
  ),
  { handed_in: counts('indicators.mandatory', { least: 18 }) },
)

/** 4.4b: whether each value holds, indicator by indicator. */
export const baselineCheck = bearing(
  formOf(
    table(['results', 'Results by indicator', '逐项审核结论'], {
      least: 18,
      most: 30,
      columns: [
        choice(['indicator', 'Indicator', '指标'], { choices: everyIndicator }),
        choice(['result', 'Result', '审核结论'], {
          choices: listed(
            ['accepted', 'Accepted', '认可'],
            ['corrected', 'Corrected', '更正'],
            ['not_proven', 'Not proven', '未获证明'],
          ),
        }),
        fact(['stands', 'Corrected baseline', '更正后的基线值'], {
          ...inItsUnit,
          ...where('result', 'corrected'),
          weakest: 5,
          hint: told(['Money with evidence of class 3 or better.', '金额类数据的佐证等级不低于3级。']),
        }),
        words(['note', 'Note', '说明'], { most: 150, both: true, ...where('result', 'corrected', 'not_proven') }),
      ],
      totals: [
        { name: 'accepted', label: told(['Accepted', '认可']), where: { column: 'result', is: ['accepted'] } },
        { name: 'corrected', label: told(['Corrected', '更正']), where: { column: 'result', is: ['corrected'] } },
        {
          name: 'not_proven',
          label: told(['Not proven', '未获证明']),
          where: { column: 'result', is: ['not_proven'] },
        },
        {
          name: 'unsettled',
          label: told(['Not accepted as handed in', '未按原值认可']),
          where: { column: 'result', is: ['corrected', 'not_proven'] },
        },
      ],
      reads: ['indicator', 'result', 'stands'],
    }),
  ),
  { accepted: counts('results.not_proven', { most: 0 }), gaps: counts('results.unsettled', { least: 1 }) },
)
