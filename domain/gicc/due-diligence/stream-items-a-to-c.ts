import { knockOut, minor, serious } from './stream-checklist.js'

/** 2.3a: who may promise and sign what. */
export const mandateItems = [
  knockOut(
    ['a1', 'Level and legal status of the nominating government', '申报政府的层级与法律地位'],
    ['organisation law, register', '组织法、机构登记'],
  ),
  knockOut(
    [
      'a2',
      'Power to sign such a text with a foreign body at this level',
      '对外签约权限：本级能否与境外机构签署此类文书',
    ],
    ['written opinion of the foreign-affairs or legal office', '外事部门或司法行政部门书面意见'],
  ),
  serious(
    ['a3', 'Who may sign, term of office', '签署人及任期'],
    ['appointment, calendar of terms', '任命文件、任期安排'],
  ),
  serious(
    [
      'a4',
      'Cluster organisation: legal person in good standing whose purpose covers the work',
      '集群促进机构主体资格与业务范围',
    ],
    ['register extract, statute', '登记查询件、章程'],
  ),
  serious(
    ['a5', 'Governing body elected, conflict rules applied', '治理与代表性'],
    ['minutes of the last two meetings', '最近两次会议纪要'],
  ),
  serious(
    ['a6', 'Pending cases, penalties, enforcement', '未决诉讼、处罚与执行'],
    ['public registers', '公开登记信息'],
  ),
  serious(
    ['a7', 'Host law on foreign bodies: mission, survey, base, training', '境外非政府组织活动管理规定'],
    ['note of counsel', '法律顾问意见'],
  ),
  serious(
    ['a8', 'Host rules on titles, plaques and fees', '称号、牌匾和收费的规定'],
    ['note of counsel, approval where one is needed', '法律顾问意见，依规须报批的查批准文件'],
  ),
  serious(
    ['a9', 'Rules on statistics, personal data, secrets, maps and data leaving the country', '数据、地图与信息出境'],
    ['note of counsel', '法律顾问意见'],
  ),
  minor(
    ['a10', 'Conflicts with other agreements, titles, exclusivity', '与既有协议、称号或排他约定的冲突'],
    ['list of them with validity', '清单及有效期'],
  ),
]

/** 2.3b: whether the figures are so. */
export const economyItems = [
  knockOut(
    ['b1', 'Output of three years traced to an official source', '三年产值追溯至官方来源'],
    ['statistical extract, yearbook', '统计数据、统计年鉴'],
  ),
  serious(
    [
      'b2',
      'Definition, territory, cut-off and price basis the same in all years',
      '统计口径、区域、范围、价格各年一致',
    ],
    ['notes to the figures', '指标说明'],
  ),
  serious(['b3', 'Lead-industry share computed again', '主导产业占比复算'], ['classification codes', '行业分类代码']),
  serious(
    ['b4', 'Directory: 50 firms exist, are active and lie inside', '企业名录抽查50家'],
    ['company register', '企业登记信息'],
  ),
  serious(
    ['b5', 'Exports against customs, by consignor and place of origin', '出口与海关数据比对'],
    ['customs extract', '海关统计数据'],
  ),
  knockOut(
    ['b6', 'Cross-check with tax or electricity totals', '税收或用电交叉验证'],
    ['totals confirmed by the authority', '主管部门出具的汇总数据'],
  ),
  serious(['b7', 'Jobs against social insurance', '就业与社保参保比对'], ['count of the insured', '参保人数']),
  minor(
    ['b8', 'R&D and patents against statistics and register', '研发与专利核对'],
    ['statistical extract, patent register', '统计数据、专利登记信息'],
  ),
  serious(
    ['b9', 'No forecast, target or part-year shown as actual', '预测数、目标数、累计数未作实际数'],
    ['text of the source', '来源原文'],
  ),
  minor(
    ['b10', 'Five-year trend, share of the five largest firms', '趋势与集中度'],
    ['series of the figures', '历年数据'],
  ),
]

/** 2.3c: whether the chain is what the map says, and holds. */
export const chainItems = [
  serious(['c1', 'Map checked on site, ten links drawn', '环节图实地核对（抽10个环节）'], ['visit', '实地考察']),
  serious(
    ['c2', 'Local supply rate computed again for the reference product', '本地配套率复算'],
    ['ledgers of five firms', '5家企业账册'],
  ),
  minor(
    ['c3', 'Missing and weak links complete, with source and reason', '缺失和薄弱环节清单完整'],
    ['interviews, imports', '访谈、进口情况'],
  ),
  serious(
    ['c4', 'Dependence on one buyer, supplier, material or licence', '对单一客户、供应商、原料、许可的依赖'],
    ['shares of the five largest', '前五名占比'],
  ),
  serious(
    ['c5', 'Plans for relocation, clearance, rezoning', '外迁、腾退、用地变化'],
    ['plans, land records', '规划、用地资料'],
  ),
  minor(['c6', 'Equipment and process level', '装备与工艺水平'], ['visit, expert', '实地考察、专家意见']),
  minor(
    ['c7', 'Common facilities exist, are used and are open to SMEs', '检测、设计、物流等公共平台'],
    ['lists of users', '使用单位名单'],
  ),
  serious(
    ['c8', 'Exposure to tariffs, trade remedies, product rules', '贸易壁垒与贸易救济风险'],
    ['market shares, cases', '市场份额、案件'],
  ),
  serious(
    ['c9', 'Controlled technology and goods in the chain', '受管制技术与物项'],
    ['note of counsel, list of products', '法律顾问意见、产品清单'],
  ),
  serious(['c10', 'Imitation, enforcement, disputes', '知识产权秩序'], ['cases', '案件']),
]
