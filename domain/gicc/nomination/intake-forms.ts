import {
  choice,
  choices,
  date,
  eachOf,
  fact,
  files,
  formOf,
  line,
  listed,
  optional,
  organisation,
  person,
  place,
  read,
  table,
  where,
  withOption,
  words,
  yesNo,
} from '../form-fields.js'
import { currencies } from './dossier-parts.js'
import { anyIndustry, tracks } from './industries.js'

const headlineMeasure = choice(['measure', 'Measure', '指标'], {
  choices: listed(['output', 'Output', '产值'], ['firms', 'Firms', '企业数'], ['exports', 'Exports', '出口']),
})
const sent = withOption('sent')

/** 1.2a: who would come, with what, and why. */
export const interest = formOf(
  line(['cluster', 'Cluster', '集群名称'], { both: true, ...sent }),
  place(['place', 'Place', '所在地'], { ...sent, ...read }),
  choice(['industry', 'Lead industry', '主导产业'], { choices: anyIndustry, ...sent, ...read }),
  line(['industry_code', 'Industry codes (ISIC, GB/T 4754)', '行业代码'], sent),
  files(['letter', 'Letter signed by head of government', '主要负责人签署函'], { most: 3, ...sent }),
  person(['focal', 'Focal point', '联络人'], { ...sent, kept: 'T8' }),
  yesNo(['organisation_stands', 'Cluster organisation exists', '集群促进机构已设立'], { ...sent, ...read }),
  organisation(['cluster_org', 'Cluster organisation', '集群促进机构'], {
    screened: 'organisation',
    ...where('organisation_stands', true),
  }),
  table(['headline', 'Leading figures', '主要指标'], {
    columns: [
      headlineMeasure,
      fact(['figure', 'Figure', '数据'], { unit: ['in full', '元或家'], decimals: 2 }),
      choice(['currency', 'Currency', '币种'], { choices: currencies, ...where('measure', 'output', 'exports') }),
    ],
    reads: ['measure', 'figure', 'currency'],
    ...eachOf(headlineMeasure),
    ...sent,
  }),
  choices(['promises', 'Resources promised', '拟投入资源'], {
    choices: listed(
      ['office', 'Office', '场所'],
      ['staff', 'Staff', '人员'],
      ['budget', 'Budget', '预算'],
      ['incentives', 'Incentives', '政策'],
    ),
    ...sent,
    ...read,
  }),
  words(['why', 'Why this cluster', '意向说明'], { most: 500, both: true, ...sent }),
)

/** 1.2b: what the place hears, and what would help it where it is not invited. */
export const interestReply = formOf(
  choice(['track', 'Track advised', '建议申报类型'], {
    choices: tracks,
    ...withOption('invite'),
    ...read,
  }),
  words(['message', 'Message', '答复内容'], { most: 600, both: true }),
  words(['helps', 'What would help', '建议完善事项'], { most: 400, both: true, ...withOption('wait', 'decline') }),
  date(['again_from', 'Come again from', '可再次提出日期'], { ...withOption('wait'), ...optional }),
)
