import type { DossierPart } from '../facts.js'
import type { LocalText } from '../locale.js'
import type { GateKey } from '../procedure.js'

/** Criteria of the nomination sheet (6.2), in the words of the programme. */
export const nominationCriterionLabels: Readonly<Record<string, LocalText>> = {
  value_chain: { en: 'Relatively complete value chain', 'zh-CN': '产业链较为完整' },
  scale: { en: 'Large scale', 'zh-CN': '规模较大' },
  competitiveness: { en: 'Solid global competitiveness', 'zh-CN': '国际竞争力较强' },
  partnership: { en: 'Partnership of local government', 'zh-CN': '地方政府共同建设' },
  fit: { en: 'Fit with the six areas and six challenges', 'zh-CN': '契合六个领域和六项挑战' },
  responsibility: { en: 'Environment, safety, labour, inclusion', 'zh-CN': '生态环境、安全生产、劳动用工与包容性' },
}

/** What a nomination must meet at each gate (6.1); the limits themselves are settings. */
export const gateLabels: Readonly<Record<GateKey, LocalText>> = {
  G1: { en: 'Nominated by the public authority of the place', 'zh-CN': '由所在地政府申报并经主要负责人签署' },
  G2: { en: 'Cluster organisation with legal personality', 'zh-CN': '集群促进机构具有法人资格' },
  G3: { en: 'Years of data on output, firms and exports', 'zh-CN': '产值、企业数和出口数据年限' },
  G4: { en: 'Share of the lead industry', 'zh-CN': '主导产业占比' },
  G5: { en: 'Scale of output', 'zh-CN': '产值规模' },
  G6: { en: 'Number of member firms', 'zh-CN': '成员企业数量' },
  G7: { en: 'No major accident or incident in three years', 'zh-CN': '近三年无重大安全事故和环境事件' },
  G8: { en: 'No bar from integrity screening', 'zh-CN': '诚信核查无禁止情形' },
  G9: { en: 'Category below its cap, territory free of overlap', 'zh-CN': '行业类别未超上限且区域不重叠' },
  G10: { en: 'Promise of co-funding', 'zh-CN': '配套资金承诺' },
  G11: { en: 'All declarations signed', 'zh-CN': '各项声明均已签署' },
}

/** The fourteen parts of a dossier (1.3). */
export const dossierPartTitles: Readonly<Record<DossierPart, LocalText>> = {
  1: { en: 'Letter of the head of government', 'zh-CN': '政府主要负责人函' },
  2: { en: 'Cluster profile with boundary map', 'zh-CN': '集群概况及边界图' },
  3: { en: 'Three years of data', 'zh-CN': '近三年数据' },
  4: { en: 'Value-chain map', 'zh-CN': '产业链图谱' },
  5: { en: 'Proof of global standing', 'zh-CN': '国际地位证明材料' },
  6: { en: 'Cluster organisation: statute, members, accounts', 'zh-CN': '集群促进机构章程、成员及财务情况' },
  7: { en: 'Plan and incentives in force', 'zh-CN': '现行规划与扶持政策' },
  8: { en: 'Proposal in each of the six areas', 'zh-CN': '六个领域合作方案' },
  9: { en: 'Statement on the six challenges', 'zh-CN': '六项挑战应对说明' },
  10: { en: 'Budget and co-funding promise', 'zh-CN': '预算与配套资金承诺' },
  11: { en: 'Safety, environment and labour statement', 'zh-CN': '安全生产、生态环境与劳动用工说明' },
  12: { en: 'Declarations', 'zh-CN': '各项声明' },
  13: { en: 'Letters of support', 'zh-CN': '支持函' },
  14: { en: 'Consent to publish a summary', 'zh-CN': '摘要公开同意书' },
}
