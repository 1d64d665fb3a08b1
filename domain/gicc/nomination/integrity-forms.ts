import { capacities } from '../../screening.js'
import { capacityLabels } from '../../words/screening.js'
import {
  bearing,
  choice,
  counts,
  date,
  formOf,
  line,
  listed,
  optional,
  organisation,
  percentage,
  person,
  proof,
  table,
  told,
  where,
  words,
  yesNo,
} from '../form-fields.js'
import { secondViews } from '../form-tables.js'

const bodies = ['government', 'organisation', 'firm', 'owner', 'funder', 'partner']
const people = ['head_of_government', 'head_of_organisation', 'board', 'signatory']

const capacity = choice(['capacity', 'Capacity', '身份'], {
  choices: capacities.map((code) => ({ code, label: capacityLabels[code] })),
})

/** The lists names are compared with: always those of the United Nations and of development banks, others by place. */
const list = choice(['list', 'List', '名单'], {
  choices: listed(
    ['UN', 'UN Security Council list', '联合国安理会名单'],
    ['SEAT', 'Lists of the programme seat', '联盟所在地名单'],
    ['PLACE', 'Lists of the place', '所在地名单'],
    ['BANKS', 'Debarment lists of banks', '多边开发银行禁入名单'],
    ['EU', 'EU consolidated list', '欧盟综合名单'],
    ['UK', 'UK consolidated list', '英国综合名单'],
    ['US', 'US lists', '美国名单'],
    ['CN', 'Chinese lists', '中国名单'],
    ['OTHER', 'Other', '其他'],
  ),
})

/** Who was looked for, in which lists, and what was found: 1.6a and 1.6d ask the same. */
const searched = formOf(
  table(['subjects', 'Subjects', '核查对象'], {
    columns: [
      capacity,
      organisation(['body', 'Organisation', '机构'], where('capacity', ...bodies)),
      person(['person', 'Person', '人员'], where('capacity', ...people)),
      line(['aliases', 'Former names and aliases', '曾用名及别名'], { most: 200, kept: 'T4', ...optional }),
    ],
    least: 2,
    most: 300,
    gathers: 'subjects',
    totals: [{ name: 'n', label: told(['Subjects', '核查对象数']) }],
  }),
  table(['lists', 'Lists', '名单'], {
    columns: [
      list,
      line(['publisher', 'Publisher and version', '发布机构及版本'], { most: 120 }),
      date(['as_of', 'Version of', '名单日期']),
      date(['queried_on', 'Queried on', '查询日期']),
      choice(['means', 'Means', '查询方式'], {
        choices: listed(
          ['service', 'Service', '查询服务'],
          ['download', 'Download', '下载比对'],
          ['by_hand', 'By hand', '人工查询'],
        ),
      }),
    ],
    least: 2,
    most: 40,
    reads: ['list', 'as_of', 'queried_on'],
  }),
  table(['hits', 'Hits', '匹配记录'], {
    columns: [
      line(['subject', 'Row of the subject', '核查对象行号'], { most: 40, rowOf: 'subjects' }),
      list,
      line(['entry', 'Entry of the list', '名单条目'], { most: 120, kept: 'T4' }),
      percentage(['strength', 'Strength', '匹配度']),
      choice(['disposition', 'Disposition', '处理结果'], {
        choices: listed(
          ['false_positive', 'False positive', '排除'],
          ['no_bar', 'True, no bar', '真实但不构成禁止'],
          ['bar', 'Bar', '构成禁止'],
          ['to_examine', 'To examine', '待查'],
        ),
      }),
      choice(['because', 'Told apart by', '判断依据'], {
        choices: listed(
          ['country', 'Country', '国别'],
          ['number', 'Identity or register number', '证件号'],
          ['birth_date', 'Date of birth', '出生日期'],
          ['function', 'Function', '职务'],
          ['name_only', 'Name only', '仅同名'],
        ),
      }),
      proof(['snapshot', 'Snapshot', '查询截图']),
    ],
    most: 200,
    reads: ['list', 'strength', 'disposition'],
    totals: [
      { name: 'n', label: told(['Hits', '匹配数']) },
      { name: 'open', label: told(['To examine', '待查数']), where: { column: 'disposition', is: ['to_examine'] } },
      { name: 'bar', label: told(['Bars', '构成禁止数']), where: { column: 'disposition', is: ['bar'] } },
      {
        name: 'against',
        label: told(['To examine or a bar', '待查或构成禁止数']),
        where: { column: 'disposition', is: ['to_examine', 'bar'] },
      },
    ],
    ...optional,
  }),
  words(['media', 'Public information', '公开信息核查'], { most: 400, ...optional }),
)

const clean = counts('hits.against', { most: 0 })
const matching = counts('hits.open', { least: 1 })

/** 1.6a: the first screening. */
export const screening = bearing(searched, {
  clear: clean,
  match: matching,
  barred: counts('hits.bar', { least: 1 }),
})

/** 1.6d: a screening that is repeated. What is found is examined by somebody else, a bar as well. */
export const rescreening = bearing(searched, {
  clear: clean,
  match: counts('hits.against', { least: 1 }),
})

/** The hits stand in the form of the step before: their numbers are in the list of subjects (1.6). */
const whichHit = told([
  'Type the number of the hit as it stands in the list of subjects.',
  '请填写核查对象清单中该匹配记录的编号。',
])

/** 1.6b: every strong hit, and three exclusions by lot, looked at once more. */
export const screeningSecond = bearing(
  formOf(
    secondViews(['views', 'Second views', '复查意见'], {
      item: line(['hit', 'Hit', '匹配记录'], { hint: whichHit }),
      ...optional,
    }),
  ),
  { confirm: counts('views.differs', { most: 0 }), return: counts('views.differs', { least: 1 }) },
)

/** 1.6c, 1.6e: what became of each hit that was left to be examined. */
export const match = bearing(
  formOf(
    table(['hits', 'Hits examined', '核查的匹配记录'], {
      columns: [
        line(['hit', 'Hit', '匹配记录'], { hint: whichHit }),
        words(['facts', 'Facts', '核查情况'], { most: 600 }),
        yesNo(['heard', 'Government heard', '已听取申报单位说明']),
        choice(['finding', 'Finding', '核查结论'], {
          choices: listed(['no_bar', 'No bar', '不构成禁止'], ['bar', 'Bar', '构成禁止']),
        }),
        proof(['proof', 'Evidence', '佐证材料'], { weakest: 3 }),
      ],
      most: 50,
      reads: ['heard', 'finding'],
      totals: [{ name: 'bar', label: told(['Bars', '构成禁止数']), where: { column: 'finding', is: ['bar'] } }],
    }),
  ),
  { clear: counts('hits.bar', { most: 0 }), barred: counts('hits.bar', { least: 1 }) },
)
