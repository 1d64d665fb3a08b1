import type { FormColumn, EvidenceClass } from '../../form/field.js'
import {
  choice,
  fact,
  line,
  listed,
  number,
  optional,
  percentage,
  place,
  proof,
  read,
  table,
  told,
  where,
  type Listed,
  type Pair,
} from '../form-fields.js'
import { currencies, partOf } from './dossier-parts.js'

interface Measure {
  readonly unit: Pair
  readonly weakest: EvidenceClass
}
const sum: Pair = ['currency, in full', '所列币种，元']
const share: Pair = ['%', '%']

/** A measure of a year: only an actual figure of class 1 to 3 counts in a gate (8.6). */
const measure = (code: string, { named, ...more }: Measure & { readonly named: Pair }): FormColumn =>
  fact([code, ...named], { decimals: 2, ...more })

/** Part 3: a row a year, and in it a column for each measure (G3, G4, G5). */
export const threeYears = partOf(3, [
  choice(['currency', 'Currency of the figures', '数据币种'], { choices: currencies, ...read }),
  choice(['output_is', 'What output means', '产值口径'], {
    choices: listed(['gross_output', 'Gross industrial output', '工业总产值'], ['revenue', 'Revenue', '营业收入']),
    ...read,
  }),
  choice(['exports_are', 'What exports means', '出口口径'], {
    choices: listed(['customs', 'Customs exports', '海关出口额'], ['delivery', 'Export delivery value', '出口交货值']),
    hint: told(['The same for all years.', '各年口径须一致。']),
    ...read,
  }),
  table(['data', 'Data of the years', '年度数据'], {
    hint: told([
      'One row a year: the last three full years, up to two before them and an estimate of this one, which is not counted.',
      '每年一行：最近三个完整年度；可另填此前两年和本年估计数，估计数不计入。',
    ]),
    columns: [
      measure('output', { named: ['Output', '产值'], unit: sum, weakest: 3 }),
      measure('lead_output', { named: ['Output of the lead industry', '主导产业产值'], unit: sum, weakest: 3 }),
      measure('sales', { named: ['Sales', '营业收入'], unit: sum, weakest: 5 }),
      measure('exports', { named: ['Exports', '出口'], unit: sum, weakest: 3 }),
      measure('firms', { named: ['Firms', '企业数'], unit: ['firms', '家'], weakest: 3 }),
      measure('firms_large', {
        named: ['Firms above designated size', '规模以上企业数'],
        unit: ['firms', '家'],
        weakest: 5,
      }),
      measure('sme_share', { named: ['SME share of output', '中小企业产值占比'], unit: share, weakest: 5 }),
      measure('jobs', { named: ['People employed, year end', '从业人员期末人数'], unit: ['people', '人'], weakest: 5 }),
      measure('rd', { named: ['R&D spending', '研发经费支出'], unit: sum, weakest: 5 }),
      measure('patents', {
        named: ['Invention patents in force', '有效发明专利数'],
        unit: ['patents', '件'],
        weakest: 5,
      }),
      measure('energy', { named: ['Energy use', '综合能源消费量'], unit: ['tce', '吨标准煤'], weakest: 5 }),
      fact(['value_added', 'Value added', '增加值'], { unit: sum, decimals: 2, ...optional }),
      fact(['own_brand', 'Own-brand share', '自主品牌销售占比'], { unit: share, decimals: 1, ...optional }),
      fact(['waste', 'Solid waste', '一般工业固体废物产生量'], { unit: ['t', '吨'], decimals: 2, ...optional }),
      fact(['water', 'Waste water', '废水排放量'], { unit: ['t', '吨'], decimals: 2, ...optional }),
    ],
    least: 3,
    most: 6,
    reads: ['output', 'lead_output', 'exports', 'firms'],
  }),
])

const groups = listed(
  ['materials', 'Materials', '原材料'],
  ['parts', 'Parts', '零部件'],
  ['equipment', 'Equipment', '装备'],
  ['design', 'Design', '设计研发'],
  ['making', 'Making', '制造'],
  ['testing', 'Testing', '检测认证'],
  ['logistics', 'Logistics', '物流'],
  ['sales', 'Brand and sales', '品牌销售'],
  ['recovery', 'Recovery', '回收利用'],
)
const links = ([code, en, chinese]: Listed) => ({
  name: code,
  label: told([en, chinese]),
  where: { column: 'state', is: [code] },
})

/** Part 4: the links of the chain for one product, with what of each is bought near by. */
export const chain = partOf(4, [
  line(['product', 'Reference product', '基准产品'], { both: true }),
  table(['links', 'Links of the chain', '产业链环节'], {
    columns: [
      choice(['group', 'Group', '类别'], { choices: groups }),
      line(['name', 'Link', '环节名称'], { both: true }),
      choice(['state', 'State', '状况'], {
        choices: listed(['present', 'Present', '健全'], ['weak', 'Weak', '薄弱'], ['missing', 'Missing', '缺失']),
      }),
      number(['firms', 'Firms', '企业数'], { unit: ['firms', '家'] }),
      percentage(['value_share', 'Share of purchase value', '采购价值占比']),
      percentage(['local_share', 'Of which local', '其中本地占比']),
      place(['source', 'Outside source', '外部来源地'], { ...where('state', 'weak', 'missing'), ...optional }),
      number(['hours', 'Hours to the source', '到来源地小时数'], { unit: ['h', '小时'], decimals: 1, ...optional }),
    ],
    least: 12,
    most: 60,
    reads: ['state', 'value_share', 'local_share'],
    totals: [
      links(['present', 'Links present', '健全环节数']),
      links(['weak', 'Weak links', '薄弱环节数']),
      links(['missing', 'Missing links', '缺失环节数']),
      { name: 'value', label: told(['Shares added up (0–1)', '占比合计（0—1）']), sum: 'value_share' },
    ],
  }),
  choice(['chain_basis', 'Basis', '测算依据'], {
    choices: listed(['ledgers', 'Ledgers', '采购台账'], ['survey', 'Survey', '问卷'], ['estimate', 'Estimate', '估计']),
    ...read,
  }),
  proof(['chain_proof', 'Ledgers or survey', '台账或问卷'], {
    weakest: 3,
    ...where('chain_basis', 'ledgers', 'survey'),
  }),
])

/** Part 5: what shows that the cluster counts in the world, by value. */
export const standing = partOf(5, [
  table(['claims', 'Global standing', '国际地位'], {
    columns: [
      choice(['kind', 'Kind', '类别'], {
        choices: listed(
          ['world_share', 'World share by value', '世界份额（按价值）'],
          ['national_share', 'National share by value', '全国份额（按价值）'],
          ['export_rank', 'Export rank', '出口排名'],
          ['own_brand', 'Own-brand exports', '自主品牌出口占比'],
          ['standard', 'Standard led', '主导标准'],
          ['lead_firm', 'Lead firm', '龙头企业'],
        ),
      }),
      fact(['figure', 'Figure', '数据'], { unit: ['%, rank or number', '%、位次或数量'], decimals: 2, weakest: 4 }),
      line(['compared', 'Compared with', '比较对象'], { both: true }),
      proof(['shown_by', 'Shown by', '佐证材料'], { weakest: 4 }),
    ],
    least: 3,
    most: 12,
    reads: ['kind', 'figure'],
  }),
  table(['markets', 'Main export markets', '主要出口市场'], {
    columns: [place(['country', 'Country', '国家或地区']), percentage(['share', 'Share', '占比'])],
    least: 5,
    most: 5,
  }),
  table(['standards', 'Standards worked on', '参与制定标准'], {
    columns: [
      line(['number', 'Number', '标准号']),
      line(['title', 'Title', '标准名称']),
      line(['body', 'Body', '标准组织']),
      choice(['role', 'Role', '角色'], {
        choices: listed(['led', 'Led', '主导'], ['took_part', 'Took part', '参与']),
      }),
    ],
    most: 30,
    ...optional,
  }),
  table(['buyers', 'Main buyers', '主要采购商'], {
    columns: [line(['buyer', 'Buyer', '采购商']), place(['country', 'Country', '国家或地区'])],
    most: 10,
    seen: 'FRM',
    kept: 'T3',
    ...optional,
  }),
])
