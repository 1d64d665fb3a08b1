import { areas, everyIndicator, reportSteps, rowsOfEach, sixChallenges } from '../areas-and-indicators.js'
import {
  becomes,
  choice,
  fact,
  line,
  listed,
  optional,
  proof,
  refersTo,
  table,
  told,
  where,
  words,
  yesNo,
} from '../form-fields.js'

/** A figure of an indicator, in its own unit; a few may lie below zero. */
export const inItsUnit = { unit: ['in the unit of the indicator', '按指标单位'], decimals: 4, least: -100 } as const

/** Which indicator a row is about. */
export const indicatorColumn = choice(['indicator', 'Indicator', '指标'], { choices: everyIndicator })

/** Part A: each indicator that was agreed, with its year and how well it is shown. */
const values = table(['values', 'A. Values of the year', 'A 指标值'], {
  most: 30,
  columns: [
    indicatorColumn,
    fact(['figure', 'Value', '数值'], {
      ...inItsUnit,
      hint: told(['As counted from the records.', '按工作记录计算。']),
    }),
    yesNo(['changed', 'Definition or territory changed', '口径或区域变更']),
    words(['why', 'Why off target', '偏差原因'], {
      most: 150,
      both: true,
      ...optional,
      hint: told(['Under 80 % or over 120 % of the target.', '低于目标值80%或高于120%时填写。']),
    }),
  ],
  reads: ['indicator', 'figure', 'changed'],
})

/** Part B: the cluster itself, reported and not scored. */
const ofTheYear = table(['cluster_facts', 'B. Cluster facts of the year', 'B 集群年度数据'], {
  least: 5,
  most: 14,
  columns: [
    choice(['measure', 'Measure', '指标'], {
      choices: listed(
        ['output', 'Gross output, CNY', '工业总产值（元）'],
        ['lead_output', 'Output of the lead industry, CNY', '主导产业产值（元）'],
        ['exports', 'Exports, CNY', '出口额（元）'],
        ['firms', 'Firms', '企业数（家）'],
        ['jobs', 'People employed, year end', '从业人员期末人数（人）'],
        ['rd', 'R&D spending, CNY', '研发经费支出（元）'],
        ['incidents', 'Major accidents and incidents', '重大事故和事件（起）'],
      ),
    }),
    fact(['figure', 'Value', '数值'], { unit: ['in the unit of the measure', '按所列单位'], weakest: 3 }),
  ],
})

/** Part C: what was done in each area, what changed by it, and what did not work. */
const narratives = table(['areas', 'C. Work in the six areas', 'C 分领域工作情况'], {
  least: 6,
  most: 6,
  columns: [
    choice(['area', 'Area', '领域'], { choices: areas }),
    words(['done', 'What was done', '已开展工作'], { most: 300, both: true }),
    words(['changed', 'What changed', '成效'], { most: 300, both: true }),
    words(['not_reached', 'What did not work', '未达预期'], { most: 300, both: true }),
  ],
  totals: rowsOfEach('area', areas),
})

/** Part D: why each challenge moved as it did; by how much is computed. */
const movements = table(['challenges', 'D. Progress with the challenges', 'D 六项挑战进展'], {
  least: 6,
  most: 6,
  columns: [
    choice(['challenge', 'Challenge', '挑战'], { choices: sixChallenges }),
    words(['reason', 'Reason of the movement', '变化原因'], { most: 150, both: true }),
  ],
  totals: rowsOfEach('challenge', sixChallenges),
})

/**
 * Part E: the activities of the plan and those recorded since the last report, each with what became of it. What the year ahead
 * is to be judged by waits for its report, and what is recorded after this one is closed does so by itself.
 */
const activities = table(['activities', 'E. Activities', 'E 活动清单'], {
  least: 0,
  most: 200,
  columns: [
    refersTo(['activity', 'Activity', '活动'], { to: 'activity' }),
    choice(['area', 'Area', '领域'], { choices: areas }),
    choice(['state', 'State', '状态'], {
      choices: listed(
        ['done', 'Done', '已完成'],
        ['under_way', 'Under way', '进行中'],
        ['cancelled', 'Cancelled', '取消'],
        ['left_out', 'Left out', '不计入'],
        ['next_year', 'Counts for the next year', '计入下一年度'],
      ),
    }),
    words(['why', 'Why cancelled or left out', '取消或不计入的原因'], {
      most: 100,
      ...where('state', 'cancelled', 'left_out'),
    }),
    yesNo(['late_record', 'Recorded late', '逾期登记']),
    proof(['shown_by', 'Evidence', '佐证材料'], { ...optional }),
  ],
  totals: [
    { name: 'done', label: told(['Done', '已完成']), where: { column: 'state', is: ['done'] } },
    { name: 'cancelled', label: told(['Cancelled', '取消']), where: { column: 'state', is: ['cancelled'] } },
  ],
  reads: ['activity', 'state'],
  about: {
    column: 'activity',
    sets: becomes('activity', {
      column: 'state',
      to: { done: 'done', cancelled: 'withdrawn', left_out: 'not_taken' },
    }),
    every: [{ kind: 'activity', status: ['open', 'recorded'] }],
    fills: { area: 'area', state: 'state' },
  },
})

/** Part E: what was done beside the plan. */
const more = table(['more_activities', 'E. Activities beside the plan', 'E 计划外活动'], {
  most: 60,
  columns: [
    choice(['area', 'Area', '领域'], { choices: areas }),
    line(['title', 'Activity', '活动名称'], { most: 80, both: true }),
    proof(['shown_by', 'Evidence', '佐证材料'], { ...optional }),
  ],
  totals: [{ name: 'done', label: told(['Activities', '活动数']) }],
  reads: ['area'],
  enters: { kind: 'activity', as: 'done', like: reportSteps },
  ...optional,
})

/** Parts A to E of the yearly report. */
export const valuesAndWork = [values, ofTheYear, narratives, movements, activities, more] as const
