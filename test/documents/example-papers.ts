import { both, conditions, dossierParts, sevenStreams } from './example-parts.js'
import { exampleMoreFacts } from './example-more-facts.js'
import { exampleText } from './example-text.js'
import type { DocumentKind } from '../../domain/document-kind.js'
import type { Locale } from '../../domain/locale.js'
import { zoneAround } from '../../domain/words/zone-around.js'
import { dayEndAtPlace, endInWords } from '../../domain/words/hours.js'
import type { BaseOnPaper, LedgerOnPaper, PaperFacts, PaperOf, RedressOnPaper } from '../../documents/paper.js'

/** A readable example of every kind of paper, all of one base. */
export const examplePaper = <K extends DocumentKind>(kind: K, wishes: ExampleWishes): PaperOf<K> =>
  examplePapers(wishes)[kind]

export interface ExampleWishes {
  readonly language: Locale
  readonly rehearsal?: boolean
}

export const exampleLedger: LedgerOnPaper = {
  head: '3f9a1c5be07d4482a6f1d90e2b7c8855013c9e44d2a76b1fe85c0d3399ab1277',
  seq: 42,
  at: '2027-03-01T08:00:00.000Z',
}

export const yueqing: BaseOnPaper = {
  id: 'gasme-C09-yueqing-1',
  cluster: { en: 'Yueqing (Liushi) low-voltage electrical', 'zh-CN': '乐清（柳市）低压电器' },
  place: { en: 'Yueqing, Wenzhou, Zhejiang', 'zh-CN': '浙江省温州市乐清市' },
  government: { en: "Yueqing Municipal People's Government", 'zh-CN': '乐清市人民政府' },
  industry: { en: 'low-voltage electrical appliances', 'zh-CN': '低压电器' },
  slot: 3,
  plaque: 'GICCB-2027-03',
}

/** Redress as a paper promises it, until the end of a day in Wenzhou. */
const redressUntil = (until: string): RedressOnPaper => ({
  until: endInWords(until, {
    here: zoneAround('Asia/Shanghai', until),
    there: zoneAround('America/New_York', until),
  }),
  admittedWithin: { unit: 'wd', n: 5 },
  decidedWithin: { unit: 'wd', n: 20 },
})

export const exampleFacts: { readonly [K in DocumentKind]: PaperFacts[K] } = {
  call_notice: {
    programme: 'gasme',
    opensOn: '2026-12-01',
    closesAt: '2027-02-02T05:00:00.000Z',
    slotsFree: 10,
    categories: [both('textile', '纺织'), both('electric', '电气'), both('arts and crafts', '工艺美术')],
    dossierParts,
    rulesVersion: 'full-1',
  },
  dossier_receipt: {
    parts: dossierParts.map((title, index) => ({ number: index + 1, title, present: index !== 3 })),
    dossierSha256: '9b74c9897bac770ffc029102a200c5de1cf8f0d1f5d3b6b2a0f3c4d5e6f70819',
    submittedOn: '2027-01-28',
  },
  decision_letter: {
    decision: both('Declined', '不予入围'),
    means: 'outcome',
    favourable: false,
    decidedOn: '2027-03-01',
    reasonCode: 'CAP',
    reasons: both('Two bases of the category “electric” are already on the shortlist.', '“电气”类别已有两个基地入围。'),
    score: 78.46,
    redress: redressUntil('2027-03-31T16:00:00.000Z'),
  },
  feedback_sheet: {
    scored: {
      criteria: [
        { name: both('Relatively complete value chain', '产业链较为完整'), weight: 25, points: 21.5, minimum: 50 },
        {
          name: both('Large scale', '规模较大'),
          weight: 20,
          points: 9,
          minimum: 50,
        },
        { name: both('Solid global competitiveness', '国际竞争力较强'), weight: 25, points: 17.25, minimum: 50 },
        { name: both('Partnership of local government', '地方政府共同建设'), weight: 15, points: 11, minimum: 60 },
        {
          name: both('Fit with the six areas and six challenges', '契合六个领域和六项挑战'),
          weight: 10,
          points: 6,
          minimum: 40,
        },
        {
          name: both('Environment, safety, labour, inclusion', '环境、安全、劳动与包容'),
          weight: 5,
          points: 4,
          minimum: 60,
        },
      ],
      total: 68.75,
      pass: 70,
    },
    streams: sevenStreams.map(({ name, rating }) => ({ name, rating })),
    reasonCode: 'SCA',
    gates: [
      {
        name: both('Number of member firms', '成员企业数量'),
        limit: both('at least 50 firms', '不低于50家'),
        reading: both('38 firms', '38家'),
      },
    ],
    strengths: [
      both('Links from moulds to testing lie within ten kilometres.', '从模具到检测的各环节均在十公里范围内。'),
    ],
    gaps: [
      both('Growth is shown for one year only.', '仅提供一年的增长数据。'),
      both('Brands of its own are named without their sales.', '列出了自主品牌，但未提供其销售额。'),
    ],
    advice: [both('Give output for three years, with territory and source.', '补充近三年产值，并注明统计范围和来源。')],
  },
  due_diligence_report: {
    streams: sevenStreams,
    total: 82.5,
    conditions,
    recommendation: 'recommend_with_conditions',
    limits: { plain: 70, conditions: 60, sensitive: [both('Legal and mandate', '法律与授权')] },
    summary: both(
      'The cluster is complete along its chain and sells worldwide; what remains open is money beyond the first year.',
      '集群产业链完整，产品销往全球；尚待落实的是首年之后的资金安排。',
    ),
    findings: [
      {
        about: { en: 'Permits and impact assessments', 'zh-CN': '排污许可与环评' },
        text: { en: 'Two of ten permits were being renewed.', 'zh-CN': '抽查的十家中有两家许可正在延续。' },
        reply: { en: 'Accept', 'zh-CN': '认可' },
        resolution: { en: 'Becomes a condition', 'zh-CN': '转为条件' },
      },
      {
        about: { en: 'Official inspection findings and repair', 'zh-CN': '督察发现问题及改进' },
        text: { en: 'One list of repairs was not shown.', 'zh-CN': '一份改进清单未提供。' },
        resolution: { en: 'Stands', 'zh-CN': '维持' },
      },
    ],
    risks: [
      {
        text: both('Voters of the budget change before it is adopted.', '预算通过前人大换届。'),
        likelihood: 2,
        impact: 4,
        owner: both('Programme manager', '项目经理'),
        measure: both('The act is asked for before signature.', '签署前取得批复文件。'),
        reviewOn: both('30 September 2027', '2027年9月30日'),
      },
    ],
  },
  mou_text: { text: exampleText, version: 2 },
  launch_record: {
    checklist: [
      { item: both('Steering committee sat once', '指导委员会已召开首次会议'), mandatory: true, done: true },
      { item: both('Office open', '办公场所已启用'), mandatory: true, done: true },
      { item: both('Three-year plan adopted', '三年规划已审议通过'), mandatory: true, done: true },
      { item: both('Website in two languages', '双语网站'), mandatory: false, done: false },
      { item: both('Media kit', '媒体资料包'), mandatory: false, done: true },
    ],
    parts: [
      {
        title: both('Joint steering committee', '联合指导委员会'),
        lines: [
          { label: both('Alliance', '联盟'), value: both('4 seats', '4席') },
          { label: both('The committee sat on', '首次会议召开日期'), value: both('12 January 2028', '2028年1月12日') },
        ],
      },
      {
        title: both('Budget', '预算'),
        lines: [
          {
            label: both('Year 1', '第1年'),
            value: both(
              'CNY 3,000,000 (cash), CNY 450,000 (in kind)',
              'CNY 3,000,000（现金）、CNY 450,000（实物及人力）',
            ),
          },
        ],
      },
    ],
    ceremonyOn: '2028-02-16',
    plaque: 'GICCB-2027-03',
    slot: 3,
    firstReviewOn: '2029-01-01',
  },
  review_letter: {
    year: 2028,
    colour: 'yellow',
    reasonCode: 'PLN',
    total: 62,
    parts: [
      { name: both('Six areas', '六个领域'), points: 36, of: 60 },
      { name: both('Six challenges', '六项挑战'), points: 10, of: 18 },
      { name: both('Governance and reporting', '治理与报告'), points: 9, of: 12 },
      { name: both('Evidence quality', '佐证质量'), points: 7, of: 10 },
    ],
    corrections: [
      {
        name: both('Foreign investment realised', '实际使用外资'),
        before: '6',
        after: '4.5',
        reason: both('One contract was counted twice.', '一份合同重复计算。'),
      },
    ],
    recommendations: [
      {
        text: both('Fewer firms, and each of them advised more deeply.', '减少服务企业数量，提高服务深度。'),
        addressee: both('Cluster organisation', '集群促进机构'),
        due: both('31 December 2029', '2029年12月31日'),
      },
    ],
    advice: [both('Deliver the activities planned for talent training.', '落实人才培训领域的计划活动。')],
    nextReviewOn: '2030-01-01',
    termEnds: dayEndAtPlace('2029-12-09', 'Asia/Shanghai'),
    plan: { within: { unit: 'wd', n: 30 }, checkedAfter: { unit: 'cd', n: 183 } },
    redress: redressUntil('2029-08-30T16:00:00.000Z'),
  },
  withdrawal_resolution: {
    on: 'review',
    resolvedOn: '2030-09-02',
    reasonCode: 'PLN',
    reasons: both('The improvement plan was not carried out.', '改进方案未予落实。'),
    signsOff: { unit: 'cd', n: 30 },
  },
  ...exampleMoreFacts,
}

const examplePapers = ({
  language,
  rehearsal = false,
}: ExampleWishes): { readonly [K in DocumentKind]: PaperOf<K> } => {
  const frame = { language, rehearsal, ledger: exampleLedger }
  const ofBase = <K extends Exclude<DocumentKind, 'call_notice'>>(kind: K) => ({
    ...frame,
    kind,
    base: yueqing,
    facts: exampleFacts[kind],
  })
  return {
    call_notice: { ...frame, kind: 'call_notice', facts: exampleFacts.call_notice },
    dossier_receipt: ofBase('dossier_receipt'),
    decision_letter: ofBase('decision_letter'),
    feedback_sheet: ofBase('feedback_sheet'),
    due_diligence_report: ofBase('due_diligence_report'),
    mou_text: ofBase('mou_text'),
    launch_record: ofBase('launch_record'),
    review_letter: ofBase('review_letter'),
    withdrawal_resolution: ofBase('withdrawal_resolution'),
    public_notice: ofBase('public_notice'),
    approval_resolution: ofBase('approval_resolution'),
    concordance_certificate: ofBase('concordance_certificate'),
    authority_record: ofBase('authority_record'),
    custody_record: ofBase('custody_record'),
    name_licence: ofBase('name_licence'),
    improvement_plan: ofBase('improvement_plan'),
    redress_decision: ofBase('redress_decision'),
    session_minutes: ofBase('session_minutes'),
  }
}
