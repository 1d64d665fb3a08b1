import {
  bearing,
  checklist,
  choice,
  counts,
  files,
  formOf,
  line,
  listed,
  number,
  optional,
  period,
  place,
  proof,
  read,
  refersTo,
  table,
  told,
  where,
  withOption,
  words,
  yesNo,
} from '../form-fields.js'
import type { StepKey } from '../../values/step-key.js'
import { areas } from '../areas-and-indicators.js'
import { indicatorColumn, inItsUnit } from './report-values-forms.js'

const visited = withOption('visited')

/** 5.5a: what was seen on site; a desk assessment rests on the report alone and asks for nothing. */
export const reviewVisit = bearing(
  formOf(
    choice(['legal_basis', 'Legal basis of the visit', '活动依据'], {
      choices: listed(
        ['temporary', 'Temporary activity filed', '临时活动备案'],
        ['office', 'Through a representative office', '代表机构活动'],
        ['invited', 'Official invitation', '应邀访问'],
        ['none', 'None needed', '无需'],
      ),
      ...visited,
      ...read,
    }),
    line(['legal_number', 'Number of the filing or invitation', '备案号或邀请函号'], {
      ...optional,
      asked: { all: [visited.asked, { field: 'legal_basis', is: ['temporary', 'office', 'invited'] }] },
    }),
    period(['days', 'Days on site', '考察日期'], { ...visited, ...read }),
    table(['programme', 'Programme and persons met', '考察日程及会见人员'], {
      most: 40,
      columns: [
        line(['slot', 'Day and time', '时段'], { most: 30 }),
        place(['place', 'Place', '地点']),
        line(['purpose', 'Purpose', '目的'], { most: 80 }),
        line(['met', 'Met (organisation and function)', '会见单位及职务'], { most: 80 }),
        number(['persons', 'Persons met', '会见人数'], { unit: ['persons', '人'] }),
      ],
      ...visited,
    }),
    table(['traced', 'Values traced to the books', '追溯数据'], {
      least: 5,
      most: 30,
      columns: [
        indicatorColumn,
        line(['seen_in', 'Book or register seen', '所查账簿或登记'], { most: 80 }),
        number(['seen', 'Value seen', '所见数值'], inItsUnit),
        yesNo(['matches', 'Matches the report', '与报告一致']),
      ],
      totals: [
        { name: 'all', label: told(['Values traced', '追溯数据数']) },
        { name: 'matching', label: told(['Matching', '一致']), where: { column: 'matches', is: [true] } },
      ],
      reads: ['indicator', 'seen', 'matches'],
      ...visited,
    }),
    table(['activities', 'Activities checked at beneficiaries', '受益方核实的活动'], {
      least: 6,
      most: 40,
      columns: [
        refersTo(['activity', 'Activity', '活动'], { to: 'activity' }),
        line(['beneficiary', 'Beneficiary', '受益方'], { most: 80 }),
        choice(['result', 'Result', '核实结果'], {
          choices: listed(
            ['matches', 'As reported', '相符'],
            ['in_part', 'In part', '部分相符'],
            ['does_not', 'Not as reported', '不符'],
          ),
        }),
      ],
      totals: [
        { name: 'matching', label: told(['As reported', '相符']), where: { column: 'result', is: ['matches'] } },
      ],
      ...visited,
    }),
    checklist(['signs', 'Name, logo, office, complaints', '标识使用及服务检查'], {
      items: listed(
        ['name', 'Name used as licensed', '名称按许可使用'],
        ['logo', 'Logo used as licensed', '标识按许可使用'],
        ['plaque', 'Plaque in place', '牌匾悬挂'],
        ['office', 'Office open as told', '场所按时开放'],
        ['complaints', 'Complaints answered', '投诉得到答复'],
      ),
      results: listed(['in_order', 'In order', '符合'], ['not_in_order', 'Not in order', '不符合']),
      remarks: ['not_in_order'],
      ...visited,
      ...read,
    }),
    words(['account', 'Account of the visit', '考察情况'], { most: 1500, ...visited }),
    table(['findings', 'Findings', '核查结论'], {
      least: 0,
      most: 30,
      columns: [
        choice(['area', 'Area', '领域'], {
          choices: [...areas, ...listed(['other', 'Another matter', '其他事项'])],
          toAsked: true,
        }),
        choice(['severity', 'Severity', '严重程度'], {
          choices: listed(['minor', 'Minor', '轻微'], ['serious', 'Serious', '较重']),
        }),
        words(['internal', 'For the programme', '内部表述'], { most: 600, seen: 'PRG' }),
        words(['outward', 'For the partner, without a rating', '对外表述'], {
          most: 600,
          both: true,
          toAsked: true,
        }),
        proof(['shown_by', 'Evidence', '佐证材料'], { ...optional }),
      ],
      totals: [
        { name: 'all', label: told(['Findings', '核查结论数']) },
        { name: 'serious', label: told(['Serious', '较重']), where: { column: 'severity', is: ['serious'] } },
      ],
      reads: ['area', 'severity'],
      enters: { kind: 'finding' },
      ...visited,
    }),
    files(['photos', 'Photos', '照片'], { least: 6, most: 60, ...visited }),
    words(['not_seen', 'What could not be checked, and why', '未能核查事项'], { most: 400, ...visited, ...optional }),
  ),
  { visited: counts('traced.all', { least: 5 }) },
)

/** The second visitor goes through the findings of one visit, and what else he or she wants to, one by one. */
export const secondViewsOn = (visit: StepKey) =>
  bearing(
    formOf(
      table(['views', 'Second view', '逐项复查意见'], {
        least: 0,
        most: 60,
        columns: [
          refersTo(['item', 'Finding, activity or value traced', '结论、活动或追溯数据'], {
            to: ['finding', 'activity', 'indicator'],
          }),
          choice(['second', 'Second view', '复查意见'], {
            choices: listed(['same', 'Same', '一致'], ['differs', 'Differs', '不一致']),
          }),
          words(['own', 'Own view', '不同意见'], { most: 200, ...where('second', 'differs') }),
        ],
        totals: [
          { name: 'agreed', label: told(['Same', '一致']), where: { column: 'second', is: ['same'] } },
          { name: 'differing', label: told(['Differs', '不一致']), where: { column: 'second', is: ['differs'] } },
        ],
        reads: ['item', 'second'],
        about: { column: 'item', every: [{ kind: 'finding', status: ['open'], of: visit }] },
      }),
      files(['protocol', 'Own protocol', '本人记录'], { most: 5, ...optional }),
    ),
    { agree: counts('views.differing', { most: 0 }), differ: counts('views.differing', { least: 1 }) },
  )

/** 5.5b */
export const reviewVisitSecond = secondViewsOn('5.5a')
