import {
  checklist,
  choice,
  choices,
  date,
  eachOf,
  fact,
  line,
  listed,
  money,
  number,
  organisation,
  percentage,
  proof,
  read,
  table,
  told,
  where,
  words,
  yesNo,
  optional,
} from '../form-fields.js'
import { declarations } from './dossier-declarations.js'
import { partOf } from './dossier-parts.js'

/** The six areas of the programme. */
const areas = listed(
  ['consulting', 'High-end consulting', '高端咨询'],
  ['investment', 'Foreign direct investment', '引进外资'],
  ['markets', 'Global markets', '全球市场'],
  ['branding', 'Cluster branding', '集群品牌'],
  ['cooperation', 'Industry cooperation', '国际产业合作'],
  ['talent', 'Talent and training', '国际人才'],
)
const quarter = listed(
  ['q1', 'First', '第一季度'],
  ['q2', 'Second', '第二季度'],
  ['q3', 'Third', '第三季度'],
  ['q4', 'Fourth', '第四季度'],
)

/** Part 8: what would be done in each of the six areas in year one. */
export const proposals = partOf(8, [
  table(['proposals', 'Activities proposed', '合作活动'], {
    hint: told(['At least one and at most three in each of the six areas.', '六个领域各至少一项，最多三项。']),
    columns: [
      choice(['area', 'Area', '领域'], { choices: areas }),
      line(['activity', 'Activity', '活动'], { both: true }),
      words(['for_whom', 'What, and for whom', '内容及对象'], { most: 150, both: true }),
      line(['partner', 'Partner sought', '拟寻合作方'], { both: true }),
      choice(['quarter', 'Quarter', '季度'], { choices: quarter }),
      line(['indicator', 'Output indicator', '产出指标'], { both: true }),
      number(['target', 'Number', '目标数'], { unit: ['as the indicator counts', '按指标计'], decimals: 2 }),
      money(['own', 'Own contribution', '自有投入'], optional),
      choices(['asked', 'Asked of the programme', '需要联盟支持'], {
        choices: listed(
          ['experts', 'Experts', '专家'],
          ['buyers', 'Buyers', '采购商'],
          ['investors', 'Investors', '投资者'],
          ['clusters', 'Partner clusters', '合作集群'],
          ['training', 'Training', '培训'],
          ['publicity', 'Publicity', '宣传'],
        ),
      }),
    ],
    least: 6,
    most: 18,
    reads: ['area', 'quarter'],
  }),
])

const challenge = choice(['challenge', 'Challenge', '挑战'], {
  choices: listed(
    ['planning', 'Planning and guidance', '规划与引导'],
    ['value', 'Higher value added', '提升附加值'],
    ['links', 'Missing links', '补齐缺失环节'],
    ['brands', 'Own brands and innovation', '自主品牌与创新'],
    ['finance', 'Access to finance', '拓宽融资渠道'],
    ['talent', 'High-end talent', '集聚高端人才'],
  ),
})

/** Part 9: the six challenges, each with a figure, a cause and an answer. */
export const challenges = partOf(9, [
  table(['answers', 'Challenges and answers', '挑战与对策'], {
    columns: [
      challenge,
      words(['state', 'State', '现状'], { most: 150, both: true }),
      fact(['figure', 'Figure', '数据'], { unit: ['as the indicator counts', '按指标计'], decimals: 2 }),
      words(['cause', 'Cause', '原因'], { most: 100, both: true }),
      words(['measure', 'Measure', '对策'], { most: 150, both: true }),
      line(['indicator', 'Indicator', '指标'], { both: true }),
      number(['in_three_years', 'In three years', '三年后目标'], {
        unit: ['as the indicator counts', '按指标计'],
        decimals: 2,
      }),
      number(['own_grade', 'Own grade', '自评等级'], { unit: ['1 to 5', '1至5'], least: 1, most: 5 }),
    ],
    reads: ['challenge', 'own_grade'],
    ...eachOf(challenge),
  }),
])

/** Part 10: the money of three years, line by line (G10). */
export const budget = partOf(10, [
  table(['lines', 'Budget', '预算'], {
    columns: [
      line(['purpose', 'Purpose', '用途'], { both: true }),
      choice(['year', 'Year', '年度'], {
        choices: listed(
          ['year_1', 'Year one', '第一年'],
          ['year_2', 'Year two', '第二年'],
          ['year_3', 'Year three', '第三年'],
        ),
      }),
      money(['amount', 'Amount', '金额']),
      organisation(['source', 'Source', '来源单位'], { screened: 'funder' }),
      choice(['form', 'Form', '形式'], {
        choices: listed(['cash', 'Cash', '现金'], ['in_kind', 'In kind', '实物及人力']),
      }),
      choice(['state', 'State', '落实情况'], {
        choices: listed(
          ['appropriated', 'Appropriated', '已列入预算'],
          ['decided', 'Decided', '已批准'],
          ['promised', 'Promised', '承诺'],
        ),
      }),
      proof(['act', 'Budget act', '预算批复'], { weakest: 3, ...where('state', 'appropriated') }),
    ],
    least: 3,
    most: 30,
    reads: ['year', 'amount', 'form', 'state'],
  }),
  proof(['promise', 'Promise, signed', '签署的配套资金承诺'], { weakest: 3 }),
])

/** Part 11: what happened in three years, and what is in order (G7). */
export const conduct = partOf(11, [
  yesNo(['had_incidents', 'Incidents in three years', '近三年有事故或事件'], read),
  table(['incidents', 'Incidents of three years', '近三年事故和事件'], {
    columns: [
      date(['on', 'Day', '日期']),
      choice(['kind', 'Kind', '类别'], {
        choices: listed(
          ['safety', 'Safety', '安全'],
          ['environment', 'Environment', '环境'],
          ['fire', 'Fire', '消防'],
          ['product', 'Product', '产品'],
        ),
      }),
      choice(['grade', 'Grade', '等级'], {
        choices: listed(
          ['IV', 'Ordinary (IV)', '一般'],
          ['III', 'Larger (III)', '较大'],
          ['II', 'Major (II)', '重大'],
          ['I', 'Extreme (I)', '特别重大'],
        ),
      }),
      number(['deaths', 'Deaths', '死亡人数'], { unit: ['people', '人'] }),
      words(['outcome', 'Outcome', '处理结果'], { most: 100 }),
    ],
    most: 100,
    totals: [
      { name: 'n', label: told(['Incidents', '事故和事件数']) },
      {
        name: 'severe',
        label: told(['Of grade I or II', '重大及以上数']),
        where: { column: 'grade', is: ['I', 'II'] },
      },
    ],
    ...where('had_incidents', true),
  }),
  proof(['safety_statement', 'Statement on safety', '应急管理部门证明'], { weakest: 3 }),
  proof(['environment_statement', 'Statement on environment', '生态环境部门证明'], { weakest: 3 }),
  percentage(['permits', 'Discharge permits held', '排污许可持证率'], { parts: true, ...read }),
  table(['systems', 'Certified systems', '体系认证'], {
    columns: [line(['standard', 'Standard', '标准']), number(['firms', 'Firms', '企业数'], { unit: ['firms', '家'] })],
    most: 20,
    ...optional,
  }),
  table(['disputes', 'Labour disputes', '劳动争议'], {
    columns: [
      line(['kind', 'Kind', '类别'], { both: true }),
      number(['year', 'Year', '年份'], { unit: ['year', '年'], least: 1950, most: 2100 }),
      number(['number', 'Number', '件数'], { unit: ['cases', '件'] }),
      number(['closed', 'Closed', '办结件数'], { unit: ['cases', '件'] }),
    ],
    most: 20,
    ...optional,
  }),
])

/** Part 12: five declarations of two people, each on a signed paper (G11). */
export const declared = partOf(12, [
  checklist(['declarations', 'Declarations signed', '各项声明'], {
    items: declarations,
    results: listed(['signed', 'Signed', '已签署'], ['not_signed', 'Not signed', '未签署']),
    proofs: ['signed'],
    ...read,
  }),
  yesNo(['had_proceedings', 'Past or pending proceedings', '有涉诉或处罚'], read),
  table(['proceedings', 'Proceedings', '涉诉及处罚'], {
    columns: [
      line(['against', 'Against', '当事人']),
      line(['matter', 'Matter', '事由'], { both: true }),
      number(['year', 'Year', '年份'], { unit: ['year', '年'], least: 1950, most: 2100 }),
      choice(['state', 'State', '状态'], {
        choices: listed(['pending', 'Pending', '进行中'], ['closed', 'Closed', '已结']),
      }),
    ],
    most: 40,
    totals: [{ name: 'pending', label: told(['Pending', '进行中数']), where: { column: 'state', is: ['pending'] } }],
    ...where('had_proceedings', true),
  }),
])
