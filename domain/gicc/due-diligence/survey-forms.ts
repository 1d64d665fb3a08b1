import type { Condition } from '../../form/condition.js'
import {
  bearing,
  choice,
  choices,
  confirmed,
  counts,
  date,
  formOf,
  line,
  listed,
  number,
  optional,
  organisation,
  percentage,
  proof,
  read,
  table,
  told,
  where,
  withOption,
  words,
  yesNo,
} from '../form-fields.js'

/** Fewer firms than this are not drawn from: all are asked. */
const leastDrawn = 100

/** 2.4a: who is asked, by whom, and by which right (2.4). */
export const surveyForm = bearing(
  formOf(
    table(['frame', 'Sample frame', '抽样框'], {
      columns: [
        choice(['size', 'Size of firm', '企业规模'], {
          choices: listed(
            ['micro', 'Micro', '微型'],
            ['small', 'Small', '小型'],
            ['medium', 'Medium', '中型'],
            ['large', 'Large', '大型'],
          ),
        }),
        number(['firms', 'Firms', '企业数'], { unit: ['firms', '家'] }),
        number(['invited', 'Invited', '受邀企业数'], { unit: ['firms', '家'] }),
      ],
      most: 4,
      totals: [
        { name: 'firms', label: told(['Firms in all', '企业总数']), sum: 'firms' },
        { name: 'invited', label: told(['Invited in all', '受邀企业总数']), sum: 'invited' },
      ],
    }),
    choice(['selection', 'How firms were chosen', '抽取方式'], {
      choices: listed(['all', 'All firms', '全部企业'], ['drawn', 'Drawn by lot', '随机抽取']),
      hint: told(['All firms, or at least 100 drawn by lot.', '全部企业，或随机抽取不少于100家。']),
      ...read,
    }),
    line(['seed', 'Seed of the draw', '随机种子'], where('selection', 'drawn')),
    choice(['runs', 'Run by', '实施方'], {
      choices: listed(
        ['cluster', 'Cluster organisation', '集群促进机构'],
        ['licensed', 'Licensed survey body', '涉外调查机构'],
        ['other', 'Another body', '其他机构'],
      ),
      hint: told(['For a place in China: a licensed survey body.', '境内申报地区：由涉外调查机构实施。']),
      ...read,
    }),
    organisation(['runner', 'That body', '实施机构'], where('runs', 'licensed', 'other')),
    choice(['legal_basis', 'Legal basis', '法律依据'], {
      choices: listed(
        ['none_needed', 'None needed', '无需许可'],
        ['permit', 'Permit', '许可证'],
        ['approval', 'Approval of the project', '项目批准'],
        ['opinion', 'Opinion of counsel', '法律意见'],
      ),
      ...read,
    }),
    line(['legal_no', 'Its number or date', '编号或日期'], where('legal_basis', 'permit', 'approval', 'opinion')),
    choices(['mode', 'Mode', '发放方式'], {
      choices: listed(['online', 'Online', '网络'], ['paper', 'Paper', '纸质'], ['phone', 'Telephone', '电话']),
    }),
    date(['closes', 'Closes on', '截止日期'], read),
  ),
  { sent: { any: [{ field: 'selection', is: ['all'] }, counts('frame.invited', { least: leastDrawn })] } },
)

/** What makes a survey one that can be used (2.4), where the lead does not say why it is used nevertheless. */
const measure: Condition = {
  all: [
    counts('rate', { least: 0.3 }),
    counts('usable', { least: 30 }),
    counts('sme_gap', { most: 15 }),
    { field: 'below', is: [false] },
  ],
}

/** 2.4b: what came back, and whether it can be used; the lead judges it (2.4). */
export const surveyValidityForm = bearing(
  formOf(
    percentage(['rate', 'Returned of those invited', '回收率'], { parts: true, ...read }),
    number(['usable', 'Usable answers', '有效问卷数'], { unit: ['answers', '份'], ...read }),
    number(['sme_gap', 'SME share off the frame', '中小企业占比偏差'], {
      unit: ['percentage points', '个百分点'],
      decimals: 1,
      most: 100,
      hint: told([
        'By how much the share of SMEs among the answers differs from that in the sample frame.',
        '有效问卷中中小企业占比与抽样框的差距。',
      ]),
      ...read,
    }),
    percentage(['support', 'Support for the base', '支持率'], {
      parts: true,
      hint: told([
        'Question 1: support, of support, against and not sure.',
        '第1题：支持数除以支持、不支持与不清楚之和。',
      ]),
      ...read,
    }),
    proof(['results', 'Results by question', '各题结果'], { weakest: 3 }),
    table(['flags', 'Irregular answers', '异常问卷'], {
      columns: [
        choice(['cause', 'Why', '异常情形'], {
          choices: listed(
            ['same_device', 'Same device', '同一设备'],
            ['same_text', 'Same text', '雷同文本'],
            ['same_minute', 'Same minute', '时间集中'],
            ['filled_in', 'Filled in for others', '代填'],
          ),
        }),
        number(['excluded', 'Excluded', '剔除数'], { unit: ['answers', '份'] }),
      ],
      most: 4,
      ...optional,
    }),
    confirmed(['legal', 'Legal basis checked', '法律依据已核实'], {
      statement: [
        'I have checked the legal basis on which the survey was carried out.',
        '本人已核实本次问卷调查所依据的法律依据。',
      ],
      ...withOption('valid'),
    }),
    yesNo(['below', 'Used although below the measure', '未达标准仍予采用'], {
      hint: told([
        'The measure: 30 % returned, 30 usable answers, the SME share within 15 points of the frame.',
        '标准：回收率30%，有效问卷30份，中小企业占比与抽样框相差不超过15个百分点。',
      ]),
      ...withOption('valid'),
      ...read,
    }),
    words(['below_why', 'Why it is used nevertheless', '仍予采用的理由'], { most: 300, ...where('below', true) }),
  ),
  { valid: { any: [measure, { field: 'below', is: [true] }] } },
)
