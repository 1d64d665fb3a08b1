import { fixed, type MouClause } from './clause.js'

/** How the Base works: people, data, names, conduct, and that none of it binds in law (9). */
export const standingClauses = [
  {
    key: 'staff_and_office',
    heading: { en: 'Staff and office', 'zh-CN': '人员与办公场所' },
    paragraphs: [
      fixed(
        'The Base will have an office open to enterprises, a head of secretariat and at least one person who works for it full time.',
        '基地将设立面向企业开放的办公场所，配备秘书处负责人和至少一名专职工作人员。',
      ),
      fixed(
        'Staff will remain employed by whoever employs them. Where the law of the place asks for registration or filing, this will be done before activities start.',
        '工作人员与其原单位的劳动关系保持不变。当地法律要求登记或者备案的，在开展活动前办理。',
      ),
    ],
  },
  {
    key: 'data_and_confidentiality',
    heading: { en: 'Data and confidentiality', 'zh-CN': '数据与保密' },
    paragraphs: [
      fixed(
        'Data on single enterprises and on persons will be used only for this memorandum, seen only by those who need them, and kept no longer than is needed, under the laws that apply to each participant.',
        '涉及单个企业和个人的数据仅用于本备忘录之目的，仅限确有需要的人员知悉，保存期限以必要为限，并遵守各参与方所适用的法律。',
      ),
      fixed(
        'Figures for the whole cluster, the result of each review and its date may be published.',
        '集群整体数据、历次评估结果及其日期可以公布。',
      ),
    ],
  },
  {
    key: 'intellectual_property_and_name',
    heading: { en: 'Intellectual property and use of names', 'zh-CN': '知识产权与名称使用' },
    paragraphs: [
      fixed(
        'What each participant brings remains its own. Rights in what is made together will be settled in writing before the work starts.',
        '各参与方原有的知识产权归其所有。共同形成的成果，其权利归属在工作开展前书面商定。',
      ),
      fixed(
        'The name, the logo and the plaque may be used only while the Base is active and only under the licence. Neither participant will use the name or emblem of the other in any other way without written consent.',
        '基地名称、标识和铭牌仅在基地存续期间依照许可使用。未经书面同意，任一参与方不以其他方式使用另一参与方的名称或者徽标。',
      ),
    ],
  },
  {
    key: 'publicity',
    heading: { en: 'Publicity', 'zh-CN': '宣传' },
    paragraphs: [
      fixed(
        'Releases about the signature, the launch and the results will be agreed beforehand and issued in both languages.',
        '关于签署、启动和成果的新闻稿由参与方事先商定，并以两种语言发布。',
      ),
    ],
  },
  {
    key: 'no_legal_obligation',
    heading: { en: 'No legal obligation', 'zh-CN': '不具有法律约束力' },
    paragraphs: [
      fixed(
        'This memorandum records what the participants intend. It creates no rights or obligations under domestic or international law, no partnership and no agency, and does not limit either participant in its other cooperation.',
        '本备忘录记载参与方的合作意向，不产生国内法或者国际法上的权利和义务，不构成合伙或者代理关系，亦不限制任一参与方与他方的合作。',
      ),
    ],
  },
  {
    key: 'compliance_and_integrity',
    heading: { en: 'Compliance and integrity', 'zh-CN': '合规与诚信' },
    paragraphs: [
      fixed(
        'Each participant will act within the law that applies to it, will neither offer nor accept any improper advantage, and will disclose conflicts of interest without being asked.',
        '各参与方将遵守其所适用的法律，不提供、不收受任何不正当利益，并主动披露利益冲突。',
      ),
      fixed(
        'The participants accept that bodies and main enterprises of the Base are screened again at intervals, and that false statements may end this memorandum at once.',
        '参与方同意定期对基地相关机构和重点企业进行复核筛查；作出虚假陈述的，本备忘录可即行终止。',
      ),
    ],
  },
  {
    key: 'settlement_by_talks',
    heading: { en: 'Settlement by talks', 'zh-CN': '协商解决' },
    paragraphs: [
      fixed(
        'Differences over this memorandum will be settled by talks between the participants and will not be brought before any court, tribunal or third body.',
        '因本备忘录产生的分歧，由参与方协商解决，不提交任何法院、仲裁机构或者第三方。',
      ),
    ],
  },
] as const satisfies readonly MouClause[]
