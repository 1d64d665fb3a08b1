import {
  bearing,
  choice,
  counts,
  date,
  files,
  formOf,
  line,
  listed,
  number,
  optional,
  organisation,
  period,
  place,
  read,
  refersTo,
  table,
  told,
  where,
  withOption,
  words,
  yesNo,
  type Listed,
  type Pair,
} from '../form-fields.js'
import type { FieldOf, FormColumn, Total } from '../../form/field.js'
import { findingColumn, foundColumns } from './finding-columns.js'

const programme = table(['programme', 'Programme', '考察日程'], {
  columns: [
    date(['day', 'Day', '日期']),
    place(['where', 'Place', '地点']),
    line(['purpose', 'Purpose', '考察内容'], { most: 80 }),
    line(['host', 'Host by function', '接待方（职务）'], { most: 80 }),
  ],
  most: 60,
  ...withOption('done', 'partial'),
})

const met = table(['met', 'Persons met', '会见人员'], {
  columns: [
    choice(['of', 'Kind of organisation', '机构类型'], {
      choices: listed(
        ['authority', 'Authority', '机关'],
        ['cluster', 'Cluster organisation', '集群促进机构'],
        ['firm', 'Firm', '企业'],
        ['workers', 'Workers', '职工'],
        ['association', 'Association', '商协会'],
        ['science', 'University or institute', '高校院所'],
        ['other', 'Other', '其他'],
      ),
    }),
    line(['function', 'Function', '职务'], { most: 80 }),
    number(['persons', 'Persons', '人数'], { unit: ['persons', '人'], least: 1 }),
    words(['names', 'Names', '姓名'], { most: 200, kept: 'T6', ...optional }),
  ],
  most: 60,
  ...withOption('done', 'partial'),
})

const places = table(['places', 'Places seen', '核查点'], {
  columns: [
    choice(['kind', 'Kind', '类型'], {
      choices: listed(
        ['firm', 'Firm', '企业'],
        ['facility', 'Common facility', '公共平台'],
        ['other', 'Other', '其他'],
      ),
    }),
    number(['link', 'Number of the link', '环节编号'], { unit: ['of the map', '环节图编号'], least: 1, most: 999 }),
    organisation(['firm', 'Firm', '企业名称'], { seen: 'FRM', kept: 'T3', ...where('kind', 'firm') }),
    choice(['chosen_by', 'Chosen by', '选定方'], {
      choices: listed(['team', 'Team', '考察组'], ['nominee', 'Nominee', '申报单位']),
    }),
    choice(['dossier', 'Against the dossier', '与申报材料比对'], {
      choices: listed(
        ['matches', 'Matches', '相符'],
        ['in_part', 'Matches in part', '部分相符'],
        ['differs', 'Does not match', '不符'],
      ),
    }),
  ],
  most: 60,
  totals: [
    { name: 'seen', label: told(['Places', '核查点数']) },
    { name: 'firms', label: told(['Firms', '企业数']), where: { column: 'kind', is: ['firm'] } },
    {
      name: 'by_team',
      label: told(['Chosen by the team', '考察组选定数']),
      where: { column: 'chosen_by', is: ['team'] },
    },
    { name: 'matching', label: told(['Matching', '相符数']), where: { column: 'dossier', is: ['matches'] } },
  ],
  ...withOption('done', 'partial'),
})

const traced = table(['traced', 'Figures traced', '追溯数据'], {
  columns: [
    refersTo(['fact', 'Figure', '数据'], { to: 'fact' }),
    line(['book', 'Book or register seen', '查阅的账册或登记'], { most: 120 }),
    number(['value', 'Value seen', '所见数值'], { unit: ['unit of the figure', '原数据单位'], decimals: 4 }),
    yesNo(['matches', 'Matches', '是否相符']),
  ],
  most: 30,
  totals: [
    { name: 'figures', label: told(['Figures', '追溯项数']) },
    { name: 'matching', label: told(['Matching', '相符项数']), where: { column: 'matches', is: [true] } },
  ],
  ...withOption('done', 'partial'),
})

/** 2.5a: a mission is done with ten links, eight firms and five figures seen; with less it is done in part, and says what is missing. */
export const missionForm = bearing(
  formOf(
    choice(['legal_basis', 'Legal basis', '活动依据'], {
      choices: listed(
        ['filed', 'Temporary activity, filed', '临时活动备案'],
        ['office', 'Through a representative office', '代表机构活动'],
        ['invited', 'Official invitation', '应邀访问'],
        ['none_needed', 'None needed', '无需'],
      ),
      ...read,
    }),
    line(['legal_no', 'Its number or date', '编号或日期'], where('legal_basis', 'filed', 'office', 'invited')),
    period(['days', 'Days on site', '考察日期'], read),
    programme,
    met,
    places,
    traced,
    words(['account', 'Account of the mission', '考察情况'], { most: 1500 }),
    table(['findings', 'Findings', '核查结论'], {
      columns: foundColumns,
      most: 30,
      totals: [
        {
          name: 'serious',
          label: told(['Serious', '较重以上数']),
          where: { column: 'severity', is: ['serious', 'knock_out'] },
        },
      ],
      reads: ['stream', 'severity'],
      enters: { kind: 'finding' },
      ...optional,
    }),
    files(['photos', 'Photos', '照片'], {
      least: 6,
      most: 60,
      hint: told(['Each with place and time; people shown have agreed.', '注明地点和时间；出镜人员已同意。']),
      ...withOption('done', 'partial'),
    }),
    table(['not_seen', 'Not seen', '未能核查事项'], {
      columns: [line(['what', 'What', '事项'], { most: 120 }), words(['why', 'Why', '原因'], { most: 200 })],
      most: 20,
      ...withOption('partial', 'refused_access'),
    }),
  ),
  {
    done: {
      all: [
        counts('places.seen', { least: 10 }),
        counts('places.firms', { least: 8 }),
        counts('traced.figures', { least: 5 }),
      ],
    },
  },
)

/** Row by row whether the second visitor saw the same; a row that differs says what he or she saw. */
const secondViews = (
  [code, en, chinese]: Listed,
  { of, ...more }: { readonly of: FormColumn } & Partial<FieldOf<'table'>>,
) => {
  const counted = (name: string, { label, is }: { readonly label: Pair; readonly is: string }): Total => ({
    name,
    label: told(label),
    where: { column: 'second', is: [is] },
  })
  return table([code, en, chinese], {
    columns: [
      of,
      choice(['second', 'Second view', '复查意见'], {
        choices: listed(['same', 'Same', '一致'], ['differs', 'Differs', '不一致']),
      }),
      words(['own', 'Own view', '不同意见'], { most: 200, ...where('second', 'differs') }),
    ],
    // Where nothing was found or traced, no rows say so.
    least: 0,
    most: 30,
    totals: [
      counted('agreed', { label: ['Same', '一致数'], is: 'same' }),
      counted('differing', { label: ['Differing', '不一致数'], is: 'differs' }),
    ],
    ...more,
  })
}

/** 2.5b: the report goes back only over something that the second visitor saw otherwise. */
export const missionSecondForm = bearing(
  formOf(
    secondViews(['findings', 'Findings', '核查结论'], {
      of: findingColumn,
      reads: ['finding', 'second'],
      about: { column: 'finding', every: [{ kind: 'finding', status: ['open'], of: '2.5a' }] },
    }),
    secondViews(['figures', 'Figures traced', '追溯数据'], {
      of: refersTo(['fact', 'Figure', '数据'], { to: 'fact' }),
      from: { step: '2.5a', field: 'traced' },
    }),
    files(['protocol', 'Own protocol', '本人记录'], optional),
  ),
  { differ: { any: [counts('findings.differing', { least: 1 }), counts('figures.differing', { least: 1 })] } },
)
