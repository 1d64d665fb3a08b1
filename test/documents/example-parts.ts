import type { PaperFacts } from '../../documents/paper.js'
import type { ConditionOnPaper } from '../../documents/facts/parts.js'
import type { LocalText } from '../../domain/locale.js'

/** The same in both languages. */
export const both = (en: string, chinese: string): LocalText => ({ en, 'zh-CN': chinese })

/** Six parts of a dossier. */
export const dossierParts = [
  both('Letter of the head of government', '政府主要负责人函'),
  both('Cluster profile with boundary map', '集群概况及边界图'),
  both('Three years of data', '近三年数据'),
  both('Value-chain map', '产业链图谱'),
  both('Proof of global standing', '国际地位证明材料'),
  both('Cluster organisation: statute, members, accounts', '集群促进机构章程、成员及财务情况'),
]

/** Seven work-streams as the team rated them. */
export const sevenStreams: PaperFacts['due_diligence_report']['streams'] = [
  {
    name: both('Legal and mandate', '法律与职权'),
    weight: 15,
    rating: 'B',
    note: both(
      'The municipal government is competent to sign; the cluster body is registered.',
      '市政府具备签署职权，集群促进机构依法登记。',
    ),
  },
  {
    name: both('Economy and data', '经济与数据'),
    weight: 15,
    rating: 'B',
    note: both(
      'Figures agree with the statistical yearbook; one series ends in 2022.',
      '数据与统计年鉴一致，其中一项数据截至2022年。',
    ),
  },
  {
    name: both('Value chain', '产业链'),
    weight: 20,
    rating: 'A',
    note: both('Local supply rate of 85 per cent checked on site.', '经实地核查，本地配套率为85%。'),
  },
  {
    name: both('Environment and safety', '生态环境与安全生产'),
    weight: 15,
    rating: 'B',
    note: both('No major incident in three years.', '近三年无重大事故。'),
  },
  {
    name: both('Integrity, reputation, labour', '诚信、声誉与劳动用工'),
    weight: 15,
    rating: 'A',
    note: both('No match on any list.', '未命中任何名单。'),
  },
  {
    name: both('Government capacity and finance', '政府能力与财政'),
    weight: 15,
    rating: 'C',
    note: both('Budget in force for one year only.', '预算仅落实一年。'),
  },
  {
    name: both('Enterprise support', '企业支持'),
    weight: 5,
    rating: 'A',
    note: both('Survey valid: 41 per cent replied.', '问卷有效，回复率为41%。'),
  },
]

/** Two conditions, one binding. */
export const conditions: readonly ConditionOnPaper[] = [
  {
    text: both('A budget for three years is adopted.', '落实三年期预算。'),
    proof: both('Act of the municipal government with the budget annexed', '市政府批复文件及预算附件'),
    due: both('Before launch', '启动前'),
    owner: both('Local government', '地方政府'),
    binding: true,
  },
  {
    text: both('The output series is brought up to 2025.', '产值数据补充至2025年。'),
    due: both('30 September 2027', '2027年9月30日'),
    owner: both('Cluster organisation', '集群促进机构'),
    binding: false,
  },
]
