import {
  choice,
  choices,
  files,
  line,
  listed,
  money,
  number,
  optional,
  organisation,
  percentage,
  person,
  place,
  proof,
  read,
  table,
  told,
  where,
  words,
  yesNo,
} from '../form-fields.js'
import { partOf } from './dossier-parts.js'

/** Part 1: who answers for the whole territory, signed, and what is promised (G1). */
export const letterOfTheHead = partOf(1, [
  choice(['authority_basis', 'Authority over the territory', '权限依据'], {
    choices: listed(
      ['sole', 'Sole government', '唯一政府'],
      ['lead', 'Lead government with mandates', '牵头政府并附各方授权'],
      ['none', 'None', '无'],
    ),
    ...read,
  }),
  files(['head_letter', 'Letter, signed and sealed', '主要负责人函'], { most: 3 }),
  number(['other_authorities', 'Other authorities on the territory', '区域内其他政府数量'], {
    unit: ['authorities', '个'],
    least: 1,
    most: 60,
    ...where('authority_basis', 'lead'),
    ...read,
  }),
  table(['mandates', 'Mandates of the other authorities', '其他各方授权书'], {
    columns: [
      organisation(['authority', 'Authority', '授权政府'], { screened: 'government' }),
      files(['mandate', 'Written mandate', '授权书'], { most: 2 }),
    ],
    most: 60,
    totals: [{ name: 'given', label: told(['Mandates given', '授权书份数']) }],
    hint: told(['One for each of the other authorities.', '其他各政府各一份。']),
    ...where('authority_basis', 'lead'),
  }),
  person(['signatory', 'Signatory', '签署人'], { kept: 'T2', screened: 'head_of_government' }),
  table(['resources', 'Resources promised', '承诺资源'], {
    columns: [
      choice(['kind', 'Kind', '类别'], {
        choices: listed(
          ['office', 'Office', '场所'],
          ['staff', 'Staff', '人员'],
          ['budget', 'Budget', '预算'],
          ['incentives', 'Incentives', '政策'],
        ),
      }),
      line(['what', 'What', '内容'], { both: true }),
      money(['amount', 'Amount', '金额'], optional),
      yesNo(['decided', 'Decided', '是否已批准']),
    ],
    most: 10,
    totals: [{ name: 'decided', label: told(['Decided', '已批准项数']), where: { column: 'decided', is: [true] } }],
  }),
  person(['focal', 'Focal point', '联络人'], { kept: 'T8', from: { step: '1.2a', field: 'focal' } }),
])

/** Part 2: the cluster and its ground (G9). */
export const profile = partOf(2, [
  line(['name', 'Name of the cluster', '集群名称'], { both: true, from: { step: '1.2a', field: 'cluster' } }),
  table(['units', 'Units covered', '行政区划'], {
    columns: [
      place(['unit', 'Unit', '行政区划']),
      yesNo(['whole', 'Whole', '是否全域']),
      number(['unit_area', 'Area within the cluster', '集群范围内面积'], {
        unit: ['km²', '平方公里'],
        decimals: 1,
      }),
      percentage(['output_share', 'Share of the output of the cluster', '占集群产值比重'], { nothing: ['na'] }),
    ],
    most: 40,
    reads: ['unit', 'whole'],
  }),
  number(['area', 'Area', '面积'], { unit: ['km²', '平方公里'], decimals: 1, ...read }),
  line(['industry_codes', 'Industry codes (ISIC, GB/T 4754)', '行业代码'], {
    from: { step: '1.2a', field: 'industry_code' },
  }),
  yesNo(['overlaps', 'Overlap with other clusters', '与其他集群区域重叠'], read),
  table(['overlap', 'Overlaps and carve-outs', '重叠与划出'], {
    columns: [
      line(['with', 'With', '重叠对象'], { both: true }),
      choice(['solved', 'How it is solved', '处理方式'], {
        choices: listed(
          ['carved_out', 'Carved out', '已划出'],
          ['agreed', 'Agreed with the other', '已与对方商定'],
          ['open', 'Open', '未解决'],
        ),
      }),
      proof(['letter', 'Letter', '划出函'], where('solved', 'carved_out', 'agreed')),
    ],
    most: 10,
    totals: [
      { name: 'open', label: told(['Open overlaps', '未解决重叠数']), where: { column: 'solved', is: ['open'] } },
    ],
    ...where('overlaps', true),
  }),
  words(['history', 'History', '发展历程'], { most: 600, both: true }),
  table(['titles', 'Titles held', '已获称号'], {
    columns: [
      line(['title', 'Title', '称号'], { both: true }),
      line(['body', 'Given by', '授予单位']),
      number(['year', 'Year', '年份'], { unit: ['year', '年'], least: 1950, most: 2100 }),
      choice(['recheck', 'Last re-check', '最近复查'], {
        choices: listed(
          ['passed', 'Passed', '通过'],
          ['failed', 'Failed', '未通过'],
          ['pending', 'Pending', '待复查'],
          ['none', 'None', '无'],
        ),
      }),
      proof(['act', 'Act', '授予文件'], { weakest: 3 }),
    ],
    most: 20,
    ...optional,
  }),
  files(['boundary', 'Boundary', '边界文件'], {
    hint: told(['As geojson, kml, shp or pdf.', '格式为 geojson、kml、shp 或 pdf。']),
  }),
  files(['map', 'Map for publication', '公开用地图'], {
    hint: told([
      'With its approval number where the law of the place asks for one.',
      '所在地法律要求的，须注明审图号。',
    ]),
    ...optional,
  }),
])

const publishable = listed(
  ['name', 'Name', '名称'],
  ['place', 'Place', '地点'],
  ['industry', 'Industry', '产业'],
  ['figures', 'Figures', '数据'],
  ['map', 'Map', '地图'],
  ['photos', 'Photos', '照片'],
)

/** Part 14: what the public may read of it. */
export const publication = partOf(14, [
  yesNo(['consent', 'Consent to publish a summary', '同意公开摘要'], read),
  words(['summary', 'Summary for the public', '公开摘要'], {
    most: 500,
    both: true,
    seen: 'PUB',
    ...where('consent', true),
  }),
  choices(['may_publish', 'May be published', '可公开内容'], {
    choices: publishable,
    ...where('consent', true),
    ...read,
  }),
  files(['photo_rights', 'Photos with their rights', '照片及使用许可'], optional),
])
