import {
  choice,
  date,
  files,
  line,
  listed,
  money,
  number,
  optional,
  organisation,
  period,
  person,
  proof,
  read,
  table,
  told,
  where,
  yesNo,
} from '../form-fields.js'
import { partOf } from './dossier-parts.js'

const stands = where('organisation_stands', true)
const firmKinds = ['micro', 'small', 'medium', 'large']

/** Part 6: the cluster organisation, its members, people and books (G2, G6). */
export const organisationOfTheCluster = partOf(6, [
  yesNo(['organisation_stands', 'Cluster organisation exists', '集群促进机构已设立'], {
    from: { step: '1.2a', field: 'organisation_stands' },
    ...read,
  }),
  organisation(['cluster_org', 'Cluster organisation', '集群促进机构'], {
    from: { step: '1.2a', field: 'cluster_org' },
    screened: 'organisation',
    ...stands,
  }),
  date(['registered_on', 'Registered on', '登记日期'], { ...stands, ...read }),
  proof(['register_extract', 'Register extract', '登记查询件'], { weakest: 1, ...stands }),
  files(['statute', 'Statute', '章程'], { most: 3, ...stands }),
  table(['members', 'Members', '成员名录'], {
    columns: [
      organisation(['member', 'Member', '成员']),
      choice(['kind', 'Kind', '类别'], {
        choices: listed(
          ['micro', 'Micro firm', '微型企业'],
          ['small', 'Small firm', '小型企业'],
          ['medium', 'Medium firm', '中型企业'],
          ['large', 'Large firm', '大型企业'],
          ['research', 'Research', '科研机构'],
          ['school', 'School', '院校'],
          ['public', 'Public body', '公共机构'],
          ['finance', 'Finance', '金融机构'],
        ),
      }),
      date(['since', 'Since', '加入日期'], optional),
      yesNo(['active', 'Active firm', '是否正常经营'], where('kind', ...firmKinds)),
    ],
    most: 5000,
    // Only firms are asked whether they are active, so those that are make the number of the gate.
    totals: [
      { name: 'n', label: told(['Members', '成员数']) },
      {
        name: 'active_firms',
        label: told(['Active firms', '正常经营企业数']),
        where: { column: 'active', is: [true] },
      },
    ],
    seen: 'FRM',
    kept: 'T3',
    ...stands,
  }),
  table(['staff', 'Staff', '工作人员'], {
    columns: [
      line(['function', 'Function', '岗位'], { both: true }),
      number(['fte', 'Full-time equivalents', '折合全职人数'], { unit: ['FTE', '人'], decimals: 1 }),
    ],
    most: 30,
    totals: [{ name: 'fte', label: told(['Full-time equivalents', '折合全职人数']), sum: 'fte' }],
    ...stands,
  }),
  table(['accounts', "Two years' accounts", '近两年收支'], {
    columns: [
      period(['year', 'Year', '年度']),
      line(['source', 'Source or purpose', '来源或用途'], { both: true }),
      choice(['side', 'Income or expense', '收入或支出'], {
        choices: listed(['income', 'Income', '收入'], ['expense', 'Expense', '支出']),
      }),
      money(['amount', 'Amount', '金额']),
      yesNo(['audited', 'Audited', '是否经审计']),
      proof(['audit', 'Audit report', '审计报告'], { weakest: 2, ...where('audited', true) }),
    ],
    least: 2,
    most: 40,
    ...stands,
  }),
  person(['head', 'Head of the organisation', '机构负责人'], { screened: 'head_of_organisation', ...stands }),
  table(['governing', 'Governing board', '理事会组成'], {
    columns: [person(['person', 'Person', '人员'], { screened: 'board' }), line(['from', 'Sent by', '所代表单位'])],
    most: 60,
    seen: 'PRG',
    ...stands,
    ...optional,
  }),
])

/** Part 7: what is planned and what helps firms, in force. */
export const plansInForce = partOf(7, [
  table(['acts', 'Plans and incentives', '规划与政策'], {
    columns: [
      choice(['kind', 'Kind', '类别'], {
        choices: listed(['plan', 'Plan', '规划'], ['incentive', 'Incentive', '扶持政策']),
      }),
      line(['title', 'Title', '名称'], { both: true }),
      line(['number', 'Document number', '文号'], optional),
      line(['body', 'Body and level', '发布机关及层级'], { both: true }),
      period(['in_force', 'In force', '有效期']),
      money(['yearly', 'Money a year', '年度资金'], optional),
      yesNo(['open_to_foreign', 'Open to foreign-invested firms', '外资企业可享受']),
      proof(['text', 'Text', '文件文本'], { weakest: 3 }),
    ],
    most: 15,
    totals: [
      { name: 'plans', label: told(['Plans', '规划数']), where: { column: 'kind', is: ['plan'] } },
      {
        name: 'open_to_foreign',
        label: told(['Open to foreign-invested firms', '外资企业可享受项数']),
        where: { column: 'open_to_foreign', is: [true] },
      },
    ],
    reads: ['kind', 'in_force'],
  }),
])

/** Part 13: who stands behind it. */
export const support = partOf(13, [
  table(['letters', 'Letters of support', '支持函'], {
    hint: told([
      'At least two associations and ten enterprises, none older than twelve months.',
      '至少两家商协会和十家企业，出具时间在十二个月以内。',
    ]),
    columns: [
      organisation(['from', 'From', '出具单位']),
      choice(['kind', 'Kind', '类别'], {
        choices: listed(
          ['enterprise', 'Enterprise', '企业'],
          ['association', 'Association', '商协会'],
          ['other', 'Other', '其他'],
        ),
      }),
      date(['signed_on', 'Signed on', '签署日期']),
      yesNo(['independent', 'Independent of the Government', '独立于申报单位']),
      files(['letter', 'Letter', '支持函'], { most: 2 }),
    ],
    least: 12,
    most: 40,
    reads: ['kind', 'signed_on', 'independent'],
    totals: [
      {
        name: 'associations',
        label: told(['Associations', '商协会数']),
        where: { column: 'kind', is: ['association'] },
      },
      { name: 'enterprises', label: told(['Enterprises', '企业数']), where: { column: 'kind', is: ['enterprise'] } },
    ],
  }),
])
