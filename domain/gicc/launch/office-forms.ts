import {
  bearing,
  choice,
  choices,
  confirmed,
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
  person,
  place,
  proof,
  read,
  table,
  told,
  where,
  withOption,
  words,
  yesNo,
} from '../form-fields.js'
import { rowsOfEach } from '../areas-and-indicators.js'

const sides = listed(
  ['programme', 'Alliance', '联盟'],
  ['government', 'Government', '政府'],
  ['cluster_organisation', 'Cluster organisation', '集群促进机构'],
  ['enterprises', 'Enterprises', '企业'],
  ['research', 'Research and schools', '科研院校'],
  ['finance', 'Finance', '金融机构'],
)
const seats = listed(['chair', 'Chair', '主席'], ['member', 'Member', '委员'], ['observer', 'Without a vote', '列席'])
const expected = date(['expected_on', 'Expected on', '预计落实日期'], { ...withOption('not_ready'), ...read })
const ready = withOption('ready')

/** 4.1a: who sits in the joint steering committee, and by which rules. */
export const steeringCommittee = bearing(
  formOf(
    table(['seats', 'Seats of the committee', '委员会席位'], {
      least: 6,
      most: 15,
      columns: [
        choice(['side', 'Side', '席位来源'], { choices: sides }),
        choice(['seat', 'Seat', '席位'], { choices: seats }),
        person(['holder', 'Person', '人选']),
        person(['alternate', 'Alternate', '候补人选'], { ...optional }),
      ],
      totals: [
        { name: 'chairs', label: told(['Chairs', '主席']), where: { column: 'seat', is: ['chair'] } },
        ...rowsOfEach('side', sides),
      ],
      hint: told([
        'Two chairs, one of each side, and at least two seats for enterprises.',
        '双方各一名主席，企业席位不少于两席。',
      ]),
    }),
    person(['secretary', 'Secretary', '秘书']),
    choice(['rules', 'Rules of procedure', '议事规则'], {
      choices: listed(['model', 'Model rules', '规则范本'], ['own', 'Own rules, attached', '另附']),
      ...read,
    }),
    files(['rules_text', 'Text of the own rules', '自订议事规则文本'], { most: 2, ...where('rules', 'own') }),
    date(['first_on', 'First meeting', '首次会议日期'], {
      ...read,
      hint: told(['At most 30 days after the signature.', '签署后30日内。']),
    }),
    number(['per_year', 'Meetings a year', '每年会议次数'], { unit: ['meetings', '次'], least: 2, most: 12, ...read }),
  ),
  {
    constituted: {
      all: [counts('seats.chairs', { least: 2, most: 2 }), counts('seats.enterprises', { least: 2 })],
    },
  },
)

/** 4.1b: the government stands by its own seats, or says which are missing. */
export const steeringConfirmation = formOf(
  confirmed(['own_seats', 'Own seats confirmed', '本方席位确认'], {
    statement: [
      'The seats of the government in the joint steering committee are filled as listed.',
      '联合指导委员会中政府席位按所列人选确定。',
    ],
    ...withOption('constituted'),
  }),
  date(['sat_on', 'The committee sat on', '首次会议召开日期'], { ...withOption('constituted'), ...optional, ...read }),
  files(['minutes', 'Minutes signed by both chairs', '双方主席签署的会议纪要'], {
    most: 3,
    ...withOption('constituted'),
    ...optional,
    hint: told(['May follow until the readiness check.', '最迟于核查启动准备情况前提交。']),
  }),
  choices(['missing', 'Seats missing', '缺少的席位'], { choices: sides, ...withOption('incomplete'), ...read }),
)

/** 4.2a: the rooms of the base, or when they will be there. */
export const office = formOf(
  place(['place', 'Place', '所在地'], { ...ready }),
  line(['address', 'Address', '地址'], { most: 120, both: true, ...ready }),
  choice(['title', 'Title to the rooms', '使用依据'], {
    choices: listed(['lease', 'Lease', '租赁'], ['free', 'Free use', '无偿使用'], ['own', 'Own rooms', '自有']),
    ...ready,
    ...read,
  }),
  files(['title_paper', 'Paper on the title', '使用依据文件'], { most: 5, ...ready }),
  period(['period', 'Use from and until', '使用期限'], {
    ...ready,
    ...read,
    hint: told([
      'At least as long as the memorandum, or renewable until then.',
      '不短于备忘录有效期，或可续期至备忘录期满。',
    ]),
  }),
  number(['area', 'Area', '面积'], { unit: ['m²', '平方米'], decimals: 1, ...ready, ...read }),
  line(['open_hours', 'Opening hours', '服务时间'], { most: 80, both: true, ...ready, seen: 'PUB' }),
  files(['photos', 'Photos', '照片'], { least: 3, ...ready }),
  expected,
)

/** 4.2b: who works for the base, or when somebody will. */
export const staff = bearing(
  formOf(
    person(['head', 'Head of the secretariat', '秘书处负责人'], { screened: 'head_of_organisation', ...ready }),
    organisation(['employer', 'Employer of the head', '负责人聘用单位'], { ...ready }),
    period(['contract', 'Contract from and until', '聘用期限'], { ...ready, ...read }),
    line(['languages', 'Languages spoken', '工作语言'], { most: 60, ...ready }),
    files(['career', 'Curriculum vitae of the head', '负责人简历'], { most: 2, ...ready, seen: 'PRG', kept: 'T8' }),
    table(['staff', 'Staff', '工作人员'], {
      most: 30,
      columns: [
        line(['function', 'Function', '岗位']),
        number(['fte', 'Full-time equivalents', '全时当量'], { unit: ['FTE', '人'], decimals: 1, most: 5 }),
        yesNo(['full_time', 'Full time', '专职']),
        date(['from', 'In post from', '到岗日期']),
        organisation(['employer', 'Employer', '聘用单位'], { ...optional }),
      ],
      totals: [
        { name: 'fte', label: told(['Full-time equivalents', '全时当量']), sum: 'fte' },
        { name: 'full_time', label: told(['Full time', '专职人员']), where: { column: 'full_time', is: [true] } },
      ],
      ...ready,
    }),
    line(['channel', 'Channel for complaints', '投诉渠道'], { most: 120, ...ready, ...optional, seen: 'PUB' }),
    date(['channel_tested', 'Channel tested on', '投诉渠道测试日期'], {
      ...ready,
      ...optional,
      ...read,
      hint: told(['At the latest before the readiness check.', '最迟于核查启动准备情况前完成。']),
    }),
    proof(['channel_shown_by', 'Test of the channel shown by', '投诉渠道测试佐证'], {
      weakest: 3,
      ...ready,
      ...optional,
      hint: told(['A third party who tried it confirms that it answered.', '由试用该渠道的第三方确认已获答复。']),
    }),
    expected,
  ),
  { ready: counts('staff.full_time', { least: 1 }) },
)

const entered = withOption('filed', 'registered')

/** 4.3: in which form the base may act where it is, by counsel. */
export const legalPresence = bearing(
  formOf(
    choice(['presence', 'Form of activity', '活动形式'], {
      choices: listed(
        ['none', 'None needed', '无需办理'],
        ['temporary', 'Temporary filing', '临时活动备案'],
        ['office', 'Representative office', '代表机构'],
        ['local_body', 'Carried by a local legal person', '本地法人承接'],
      ),
      ...read,
    }),
    words(['opinion', "Counsel's opinion", '法律意见'], { most: 600 }),
    organisation(['authority', 'Authority', '登记（备案）机关'], { ...entered }),
    line(['number', 'Number', '登记（备案）编号'], { ...entered }),
    period(['valid', 'Valid', '有效期'], { ...entered, ...read }),
    choices(['covers', 'Activities covered', '涵盖活动'], {
      choices: listed(
        ['office', 'Office', '办公'],
        ['meetings', 'Meetings', '会议'],
        ['training', 'Training', '培训'],
        ['survey', 'Surveys', '调查'],
        ['money', 'Money', '资金'],
      ),
      ...entered,
      ...read,
    }),
    organisation(['supervisor', 'Supervising unit', '业务主管单位'], { ...entered, ...optional }),
    proof(['refusal', 'Paper of the refusal', '不予批准文书'], { ...withOption('refused') }),
  ),
  {
    not_needed: { field: 'presence', is: ['none'] },
    filed: { field: 'presence', is: ['temporary'] },
    registered: { field: 'presence', is: ['office', 'local_body'] },
    refused: { field: 'presence', is: ['temporary', 'office', 'local_body'] },
  },
)

/** 4.3x: what is done about a refused registration. */
export const legalCure = formOf(
  words(['measure', 'Measure', '补救措施'], { most: 400 }),
  proof(['shown_by', 'Evidence', '佐证材料'], { weakest: 3, ...withOption('cured') }),
)
