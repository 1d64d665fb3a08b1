import type { Choice, Total } from '../form/field.js'
import { indicatorCodes, indicatorOf } from '../indicators.js'
import { listed } from './form-fields.js'

/** The six areas of cooperation, by the keys that the yearly sheet has. */
export const areas = listed(
  ['area_consulting', 'High-end consulting', '高端咨询'],
  ['area_investment', 'Foreign direct investment', '外商直接投资引进'],
  ['area_markets', 'Global market development', '全球市场开拓'],
  ['area_branding', 'Cluster branding', '集群品牌建设'],
  ['area_cooperation', 'International industry cooperation', '国际产业合作'],
  ['area_talent', 'International talent', '国际人才培养与培训'],
)

/** The six areas, and what serves them all. */
export const areasAndOverhead = [...areas, ...listed(['overhead', 'Overhead', '公共支出'])]

/** The six challenges, by the letter of their indicators. */
export const sixChallenges = listed(
  ['P', 'Planning and guidance', '规划与引导'],
  ['V', 'Higher value added', '提升附加值'],
  ['L', 'Missing links of the value chain', '补齐产业链缺失环节'],
  ['B', 'Own brands and innovation', '自主品牌与创新能力'],
  ['F', 'Access to finance', '拓宽融资渠道'],
  ['T', 'High-end talent', '集聚高端人才'],
)

/** Every indicator of the programme, in its own words. */
export const everyIndicator: readonly Choice[] = indicatorCodes.map((code) => ({
  code,
  label: indicatorOf(code).label,
}))

/** The steps on which the report of a year is handed in: what one of them entered another replaces (8.17). */
export const reportSteps = ['5.2a', '5.2d'] as const

/** How surely money is there, weakest last. */
export const moneyStates = listed(
  ['appropriated', 'Appropriated', '已列入预算'],
  ['decided', 'Decided', '已批准'],
  ['contracted', 'Contracted', '合同约定'],
  ['promised', 'Promised', '承诺'],
)

/** Cash, or what stands for it. */
export const moneyKinds = listed(['cash', 'Cash', '现金'], ['in_kind', 'In kind', '实物及人力'])

/** Who answers for something. */
export const owners = listed(
  ['government', 'Government', '政府'],
  ['cluster_organisation', 'Cluster organisation', '集群促进机构'],
  ['programme', 'Alliance', '联盟'],
)

/** How many rows there are of each one of a list, under its own code. */
export const rowsOfEach = (column: string, all: readonly Choice[]): readonly Total[] =>
  all.map(({ code, label }) => ({ name: code, label, where: { column, is: [code] } }))
