import { areas, everyIndicator, reportSteps, rowsOfEach, sixChallenges } from '../areas-and-indicators.js'
import {
  bearing,
  checklist,
  choice,
  counts,
  date,
  files,
  formOf,
  line,
  listed,
  money,
  number,
  optional,
  organisation,
  period,
  place,
  read,
  refersTo,
  table,
  told,
  withOption,
  words,
  type Listed,
} from '../form-fields.js'

const indicator = choice(['indicator', 'Indicator', '指标'], { choices: everyIndicator })
const value = number(['value', 'Number', '数值'], { unit: ['in the unit of the indicator', '按指标单位'], decimals: 4 })

/** Activities as a plan has them, at least one in each area. */
export const plannedActivities = (name: Listed) =>
  table(name, {
    least: 6,
    most: 40,
    columns: [
      choice(['area', 'Area', '领域'], { choices: areas }),
      line(['title', 'Activity', '活动名称'], { most: 80, both: true }),
      line(['owner', 'Body and function responsible', '责任单位及岗位']),
      organisation(['partner', 'Partner', '合作方'], { screened: 'partner', ...optional }),
      place(['place', 'Place', '地点'], { ...optional }),
      period(['period', 'From and until', '起止日期']),
      line(['budget_line', 'Line of the budget', '预算科目'], { most: 20 }),
      money(['cost', 'Cost', '所需经费']),
      line(['result', 'Expected result', '预期成果'], { most: 100, both: true }),
      indicator,
      value,
      number(['firms', 'Firms aimed at', '惠及企业数'], { unit: ['firms', '家'] }),
      choice(['challenge', 'Challenge it answers', '对应挑战'], { choices: sixChallenges, ...optional }),
    ],
    totals: rowsOfEach('area', areas),
    reads: ['area'],
    enters: { kind: 'activity', like: reportSteps },
    hint: told(['At least one in each of the six areas.', '六个领域每个领域至少一项。']),
  })

/** 4.5a: where the base wants to be in three years, and what it does in the first. */
export const plans = bearing(
  formOf(
    words(['vision', 'Aims of the three years', '三年总体目标'], { most: 400, both: true }),
    table(['goals', 'Goals of the three years', '三年具体目标'], {
      most: 12,
      columns: [line(['goal', 'Goal', '目标'], { most: 100, both: true }), indicator, value],
    }),
    table(['measures', 'Measures for the six challenges', '六项挑战应对措施'], {
      least: 6,
      most: 24,
      columns: [
        choice(['challenge', 'Challenge', '挑战'], { choices: sixChallenges }),
        words(['measure', 'Measure', '措施'], { most: 150, both: true }),
        line(['owner', 'Body and function responsible', '责任单位及岗位']),
        date(['by', 'By', '完成时限']),
        indicator,
      ],
      totals: rowsOfEach('challenge', sixChallenges),
      hint: told(['At least one for each of the six challenges.', '六项挑战每项至少一条措施。']),
    }),
    plannedActivities(['activities', 'Activities of year one', '首年活动']),
    words(['heard', 'How firms were heard', '听取企业意见情况'], { most: 300, both: true }),
    words(['summary', 'Public summary', '公开摘要'], { most: 500, both: true, seen: 'PUB' }),
  ),
  {
    prepared: {
      all: [
        ...sixChallenges.map(({ code }) => counts(`measures.${code}`, { least: 1 })),
        ...areas.map(({ code }) => counts(`activities.${code}`, { least: 1 })),
      ],
    },
  },
)

/** 4.5b: what enterprises think of each area, and what should come first. */
export const plansEnterprise = bearing(
  formOf(
    checklist(['views', 'View of each area', '分领域意见'], {
      items: areas,
      results: listed(['in_favour', 'In favour', '赞成'], ['has_remarks', 'Has remarks', '有意见']),
      remarks: ['has_remarks'],
      ...read,
    }),
    refersTo(['first_three', 'Activities to come first', '最优先的三项活动'], { to: 'activity', most: 3, ...read }),
  ),
  { agreed: counts('views.has_remarks', { most: 0 }), remarks: counts('views.has_remarks', { least: 1 }) },
)

/** 4.5c: the act by which the plans are adopted, or why which part goes back. */
export const plansAdoption = formOf(
  organisation(['adopted_by', 'Adopted by', '通过机关'], { ...withOption('adopted') }),
  line(['act_no', 'Number of the act', '文号'], { ...withOption('adopted') }),
  date(['adopted_on', 'Adopted on', '通过日期'], { ...withOption('adopted'), ...read }),
  files(['act', 'Text of the act', '通过文件文本'], { most: 5, ...withOption('adopted') }),
  table(['changes', 'Changes made', '修改情况'], {
    most: 40,
    columns: [
      line(['row', 'What was changed', '修改事项'], { most: 80 }),
      words(['old', 'Old text', '原文'], { most: 100 }),
      words(['new', 'New text', '修改后文本'], { most: 100 }),
    ],
    ...withOption('adopted'),
    ...optional,
  }),
  table(['returned_parts', 'Parts returned', '退回部分'], {
    most: 20,
    columns: [
      choice(['part', 'Part', '部分'], {
        choices: listed(
          ['goals', 'Aims and goals', '总体目标和具体目标'],
          ['measures', 'Measures for the challenges', '挑战应对措施'],
          ['activities', 'Activities of year one', '首年活动'],
          ['summary', 'Public summary', '公开摘要'],
        ),
      }),
      words(['why', 'Why it is returned', '退回理由'], { most: 150, both: true }),
    ],
    reads: ['part'],
    ...withOption('returned'),
  }),
)
