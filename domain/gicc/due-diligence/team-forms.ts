import {
  bearing,
  checklist,
  choice,
  choices,
  counts,
  formOf,
  line,
  listed,
  money,
  optional,
  organisation,
  period,
  person,
  table,
  told,
  where,
} from '../form-fields.js'
import { streamChoices, streamNames } from './streams.js'

const duties = listed(
  ['lead', 'Lead', '组长'],
  ['specialist', 'Specialist', '专员'],
  ['visitor', 'Visitor', '考察员'],
  ['outside_visitor', 'Visitor from outside', '外部考察员'],
  ['interpreter', 'Interpreter', '口译'],
)

/** A row for each work-stream that has a specialist. */
const covered = Object.entries(streamNames).map(([code, label]) => ({
  name: `stream_${code}`,
  label,
  where: { column: 'streams', is: [code] },
}))

const duty = (is: readonly string[]) => ({ column: 'duty', is })

const team = table(['team', 'Team', '调查组成员'], {
  columns: [
    person(['person', 'Person', '人员']),
    choice(['duty', 'Duty', '职责'], { choices: duties }),
    choices(['streams', 'Work-streams', '负责专项'], {
      choices: streamChoices,
      hint: told([
        'In full at most three for one specialist; in the short procedure one specialist may have all.',
        '完整程序中每名专员最多负责三个专项；简易程序中一名专员可负责全部专项。',
      ]),
      ...where('duty', 'specialist'),
    }),
    organisation(['organisation', 'Organisation', '所属单位']),
    line(['competence', 'Competence', '专业能力'], { most: 120 }),
  ],
  most: 20,
  totals: [
    { name: 'leads', label: told(['Leads', '组长人数']), where: duty(['lead']) },
    { name: 'visitors', label: told(['Visitors', '考察员人数']), where: duty(['visitor', 'outside_visitor']) },
    { name: 'outsiders', label: told(['Visitors from outside', '外部考察员人数']), where: duty(['outside_visitor']) },
    ...covered,
  ],
  reads: ['person', 'duty', 'streams'],
  hint: told([
    'One lead, a specialist for each work-stream, two visitors of whom one comes from outside.',
    '组长1名，每个专项有专员负责，考察员2名，其中至少1名为外部人员。',
  ]),
})

/** 2.1a: who looks, for which work, when. */
export const teamForm = bearing(
  formOf(
    team,
    period(['period', 'Period of work', '工作期间']),
    period(['window', 'Window of the site mission', '考察时段']),
    money(['budget', 'Budget', '经费'], optional),
  ),
  {
    appoint: {
      all: [
        counts('team.leads', { least: 1, most: 1 }),
        counts('team.visitors', { least: 2 }),
        counts('team.outsiders', { least: 1 }),
        ...covered.map(({ name }) => counts(`team.${name}`, { least: 1 })),
      ],
    },
  },
)

const checks = checklist(['check', 'Interest check', '利益冲突审查'], {
  items: listed(
    ['declaration', 'Declaration received', '声明已收到'],
    ['employers', 'Employers and clients of three years', '近三年任职与客户'],
    ['earlier_part', 'Part in this case before', '此前参与本案情况'],
    ['family', 'Family', '亲属关系'],
    ['country', 'Country', '国别'],
    ['gifts', 'Gifts', '馈赠'],
  ),
  results: listed(['sound', 'Nothing against it', '无问题'], ['concern', 'A concern', '有疑问']),
  remarks: ['concern'],
})

/** 2.1b: compliance looks at each member by name. */
export const teamInterestsForm = bearing(
  formOf(
    table(['members', 'Members', '成员审查'], {
      columns: [
        person(['person', 'Person', '人员']),
        checks,
        choice(['result', 'Conclusion', '审查结论'], {
          choices: listed(
            ['clear', 'No conflict', '无冲突'],
            ['restricted', 'Not on some work-streams', '限定范围'],
            ['replace', 'To be replaced', '更换'],
          ),
        }),
        choices(['not_on', 'Not on these work-streams', '不得参与的专项'], {
          choices: streamChoices,
          ...where('result', 'restricted'),
        }),
      ],
      most: 20,
      totals: [
        {
          name: 'replaced',
          label: told(['To be replaced', '须更换人数']),
          where: { column: 'result', is: ['replace'] },
        },
        {
          name: 'restricted',
          label: told(['Restricted', '限定范围人数']),
          where: { column: 'result', is: ['restricted'] },
        },
      ],
      reads: ['person', 'result', 'not_on'],
      from: { step: '2.1a', field: 'team' },
    }),
  ),
  { confirm: counts('members.replaced', { most: 0 }), replace: counts('members.replaced', { least: 1 }) },
)
