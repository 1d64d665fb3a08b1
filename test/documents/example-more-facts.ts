import type { FactsOfDeciding } from '../../documents/facts/deciding.js'
import type { FactsOfSigning } from '../../documents/facts/signing.js'
import { both, conditions } from './example-parts.js'

/** An example of what each paper on a text, the name, a plan and a re-examination tells. */
export const exampleMoreFacts: FactsOfDeciding & FactsOfSigning = {
  public_notice: {
    publishedOn: '2027-02-15',
    text: both(
      'The cluster makes low-voltage electrical appliances, from moulds to testing, and sells them worldwide.',
      '该集群生产低压电器，涵盖模具至检测各环节，产品销往全球。',
    ),
    period: both('15 to 19 February 2027', '2027年2月15日至19日'),
    contact: both('notice@example.org', 'notice@example.org'),
  },
  approval_resolution: {
    resolvedOn: '2027-03-01',
    slot: 3,
    keptUntil: both('the end of Thursday, 24 February 2028', '2028年2月24日（星期四）24时'),
    conditions,
  },
  concordance_certificate: {
    certifiedOn: '2027-06-01',
    hash: '9b74c9897bac770ffc029102a200c5de1cf8f0d1f5d3b6b2a0f3c4d5e6f70819',
    languages: [both('English', '英文'), both('Chinese', '中文')],
    clauses: [
      {
        name: both('Section 1 Participants', '第一条 合作双方'),
        kind: 'model',
        hashes: ['1f'.repeat(32), '2e'.repeat(32)],
      },
      {
        name: both('Section 11 Money', '第十一条 经费'),
        kind: 'checked',
        hashes: ['3d'.repeat(32), '4c'.repeat(32)],
      },
    ],
  },
  authority_record: {
    sides: [
      {
        side: 'alliance',
        office: both('Secretary General', '秘书长'),
        act: 'GASME-B-2027-4',
        actOn: both('2 March 2027', '2027年3月2日'),
        shownOn: '2027-06-20',
      },
      {
        side: 'government',
        office: both('Deputy Mayor', '副市长'),
        act: '乐政函〔2027〕21号',
        actOn: both('10 June 2027', '2027年6月10日'),
        validUntil: both('31 December 2027', '2027年12月31日'),
        shownOn: '2027-06-22',
      },
    ],
  },
  custody_record: {
    hash: '9b74c9897bac770ffc029102a200c5de1cf8f0d1f5d3b6b2a0f3c4d5e6f70819',
    signatures: [
      {
        side: 'alliance',
        office: both('Secretary General', '秘书长'),
        place: both('Yueqing', '乐清'),
        day: both('8 July 2027', '2027年7月8日'),
        way: both('Signed in a ceremony', '仪式签署'),
      },
      {
        side: 'government',
        office: both('Deputy Mayor', '副市长'),
        place: both('Yueqing', '乐清'),
        day: both('8 July 2027', '2027年7月8日'),
        way: both('Signed in a ceremony', '仪式签署'),
      },
    ],
    originals: [
      { side: 'alliance', keeper: both('Secretariat', '秘书处'), mark: 'M-2027-3', filedOn: '2027-07-12' },
      { side: 'government', keeper: both('Archive of the city', '市档案馆'), mark: 'WS-27-118', filedOn: '2027-07-13' },
    ],
  },
  name_licence: {
    grantedOn: '2027-09-01',
    marks: both('Name, Logo, Plaque', '名称、标识、牌匾'),
    uses: both('Premises, Website, Fairs', '场所、网站、展会'),
    plaqueText: both('Global Industry Cluster Cooperation Base · Yueqing', '全球产业集群合作基地（乐清）'),
    signsOff: { unit: 'cd', n: 30 },
  },
  improvement_plan: {
    acceptedOn: '2029-09-20',
    rows: [
      {
        finding: both('Training reached half of the firms planned.', '培训覆盖企业数为计划的一半。'),
        cause: both('Courses clashed with fairs.', '课程与展会时间冲突。'),
        measure: both('Two courses in each quarter, away from fairs.', '每季度举办两期课程，避开展会。'),
        owner: both('Training desk of the association', '协会培训部'),
        by: both('31 March 2030', '2030年3月31日'),
        proof: both('Lists of participants', '签到表'),
      },
      { finding: both('Site visit', '实地考察') },
    ],
    help: both('Two trainers of the Alliance.', '联盟选派两名讲师。'),
  },
  session_minutes: {
    body: both('Selection committee', '遴选委员会'),
    heldOn: '2027-02-10',
    matter: both('Decide on the shortlist', '审议入围名单'),
    outcome: both('Put on the shortlist', '列入入围名单'),
    members: 8,
    voted: 7,
    recused: 1,
    drawn: 0,
    votes: [
      { option: both('Put on the shortlist', '列入入围名单'), count: 5 },
      { option: both('Decline', '不予入围'), count: 2 },
    ],
  },
  redress_decision: {
    askedOn: '2029-08-20',
    decidedOn: '2029-09-24',
    relief: both('Decide again', '重新审议'),
    upheld: true,
    on: 'decision',
    grounds: [
      { ground: both('Wrong figure', '数据有误'), founded: true },
      { ground: both('Not heard', '未予陈述'), founded: false },
    ],
  },
}
