import type { Condition } from '../../form/condition.js'
import type { FormColumn } from '../../form/field.js'
import {
  choice,
  counts,
  date,
  line,
  listed,
  money,
  number,
  optional,
  organisation,
  percentage,
  told,
  words,
  yesNo,
} from '../form-fields.js'

/** What kind of work an activity is. */
export const kindsOfWork = listed(
  ['advice', 'Advice', '咨询'],
  ['lead', 'Investment lead', '投资线索'],
  ['market', 'Fair or delegation', '参展参团'],
  ['brand', 'Brand', '品牌'],
  ['cooperation', 'International cooperation', '国际合作'],
  ['training', 'Training', '培训'],
  ['hiring', 'Hiring', '招聘'],
  ['finance', 'Finance', '融资对接'],
  ['governance', 'Planning and governance', '规划与治理'],
  ['learning', 'Learning visit', '学习考察'],
  ['sign', 'Use of name and logo', '名称和标识使用'],
)

const ofKind = (kind: string): Condition => ({ field: 'kind', is: [kind] })
const isDone: Condition = { field: 'state', is: ['done'] }

/** Asked of a kind of work for as long as it goes on. */
const during = (kind: string) => ({ asked: ofKind(kind) })
/** Asked of a kind of work once it is done. */
const after = (kind: string) => ({ asked: { all: [ofKind(kind), isDone] } })
/** The same, where a number of the row is not zero. */
const afterSome = (kind: string, field: string) => ({
  asked: { all: [ofKind(kind), isDone, counts(field, { least: 1 })] },
})

const times = ['times', '次'] as const
const firms = ['firms', '家'] as const
const persons = ['persons', '人'] as const
const items = ['in number', '项'] as const
const marks = { unit: ['of 5', '分，满分5分'], least: 1, most: 5, decimals: 1 } as const

const advice: readonly FormColumn[] = [
  number(['expert_days', 'Expert days', '专家服务天数'], { unit: ['days', '天'], decimals: 1, ...after('advice') }),
  number(['advised', 'Recommendations given', '提出建议数'], { unit: items, ...after('advice') }),
  number(['carried_out', 'Of these put in practice', '已落实建议数'], { unit: items, ...after('advice'), ...optional }),
  number(['client_mark', 'Mark of the clients', '客户评价'], { ...marks, ...after('advice'), ...optional }),
]

/** Where a lead stands: from the first talk that was worth it until money comes, or nothing does. */
const leadStates = listed(
  ['qualified', 'Qualified', '合格'],
  ['visited', 'Visited', '来访'],
  ['signed', 'Signed', '签约'],
  ['started', 'Works begun', '开工'],
  ['paid_in', 'Paid in', '到资'],
  ['dropped', 'Dropped', '终止'],
)
/** A lead that has stood so. */
const hasReached = (...states: readonly string[]): { readonly asked: Condition } => ({
  asked: { all: [ofKind('lead'), { field: 'lead_state', is: states }] },
})

const lead: readonly FormColumn[] = [
  organisation(['investor', 'Investor', '投资方'], { ...during('lead'), seen: 'PRG' }),
  line(['sector', 'Sector', '行业'], during('lead')),
  choice(['lead_state', 'State of the lead', '线索进展'], { choices: leadStates, ...during('lead') }),
  date(['lead_on', 'In this state since', '进展日期'], { ...during('lead'), behind: ofKind('lead') }),
  yesNo(['fills_gap', 'Fills a weak or missing link', '是否补链强链'], hasReached('signed', 'started', 'paid_in')),
  money(['committed', 'Committed', '签约额'], hasReached('signed', 'started', 'paid_in')),
  money(['paid_in', 'Paid in', '到位额'], hasReached('paid_in')),
  number(['jobs', 'Jobs created', '新增就业'], { unit: persons, ...hasReached('started', 'paid_in'), ...optional }),
]

const market: readonly FormColumn[] = [
  line(['event', 'Fair or event', '展会或活动'], during('market')),
  number(['meetings', 'Meetings with buyers', '洽谈场次'], { unit: times, ...after('market') }),
  number(['contracts', 'Contracts signed', '签约合同数'], { unit: items, ...after('market') }),
  money(['contracted', 'Value of the contracts', '合同金额'], afterSome('market', 'contracts')),
  number(['new_markets', 'New markets among them', '其中新增市场'], {
    unit: items,
    ...afterSome('market', 'contracts'),
  }),
]

const brand: readonly FormColumn[] = [
  line(['mark_no', 'Mark and register number', '商标或标志及注册号'], during('brand')),
  number(['licensees', 'Firms licensed to use it', '被许可企业数'], { unit: firms, ...after('brand') }),
  number(['appearances', 'Appearances abroad', '境外亮相次数'], { unit: times, ...after('brand') }),
  number(['misuse_closed', 'Misuse cases closed', '办结侵权案件'], { unit: ['cases', '件'], ...after('brand') }),
  money(['brand_value', 'Value by an outside valuer', '第三方评估值'], { ...after('brand'), ...optional }),
]

const cooperation: readonly FormColumn[] = [
  number(['cluster_meetings', 'Meetings with partners', '与合作集群会议'], { unit: times, ...after('cooperation') }),
  number(['agreements', 'Agreements signed', '签署合作文件数'], { unit: items, ...after('cooperation') }),
  choice(['project_state', 'Joint project', '合作项目状态'], {
    choices: listed(['none', 'None', '无项目'], ['running', 'Running', '在行'], ['ended', 'Ended', '已结束']),
    ...during('cooperation'),
  }),
  money(['technology', 'Technology contracts', '技术合同额'], { ...after('cooperation'), ...optional }),
  organisation(['standards_body', 'Standards body', '标准组织'], { ...during('cooperation'), ...optional }),
]

const training: readonly FormColumn[] = [
  number(['course_days', 'Days of the course', '培训天数'], {
    unit: ['days', '天'],
    decimals: 1,
    ...after('training'),
  }),
  number(['trained', 'Persons who finished', '结业人数'], { unit: persons, ...after('training') }),
  number(['certified', 'Of these certified', '获证人数'], { unit: persons, ...after('training') }),
  number(['women', 'Of these women', '其中女性'], { unit: persons, ...after('training'), ...optional }),
  number(['experts_moved', 'Experts hosted, staff sent', '专家来访和派出'], { unit: persons, ...after('training') }),
]

const hiring: readonly FormColumn[] = [
  number(['posts', 'Posts', '岗位数'], { unit: ['posts', '个'], ...during('hiring') }),
  choice(['level', 'Level', '岗位层次'], {
    choices: listed(
      ['graduate', 'Graduates', '毕业生'],
      ['specialist', 'Specialists', '专业人才'],
      ['leading', 'Leading experts', '领军人才'],
    ),
    ...during('hiring'),
  }),
  date(['opened_on', 'Opened on', '发布日期'], { ...during('hiring'), behind: ofKind('hiring') }),
  number(['filled', 'Posts filled', '到岗人数'], { unit: persons, ...after('hiring') }),
  date(['filled_on', 'Filled on', '到岗日期'], { ...afterSome('hiring', 'filled'), behind: ofKind('hiring') }),
]

const finance: readonly FormColumn[] = [
  number(['asked_credit', 'Firms that asked', '申请企业数'], { unit: firms, ...after('finance') }),
  number(['granted_credit', 'Firms that were granted', '获批企业数'], { unit: firms, ...after('finance') }),
  money(['credit', 'Amount granted', '获批金额'], afterSome('finance', 'granted_credit')),
  percentage(['rate', 'Mean rate', '平均利率'], { ...afterSome('finance', 'granted_credit'), ...optional }),
  percentage(['benchmark', 'Benchmark', '基准利率'], { ...afterSome('finance', 'granted_credit'), ...optional }),
]

const governance: readonly FormColumn[] = [
  line(['plan_measure', 'Measure of the plan', '规划措施'], { most: 80, ...during('governance') }),
  choice(['progress', 'Progress', '进度'], {
    choices: listed(['on_course', 'On course', '按期'], ['behind', 'Behind', '滞后'], ['finished', 'Done', '已完成']),
    ...during('governance'),
  }),
]

const learning: readonly FormColumn[] = [
  line(['visitors', 'Visitors, by base and function', '来访方（基地及岗位）'], during('learning')),
  words(['to_copy', 'What can be copied', '可借鉴做法'], { most: 200, both: true, ...after('learning') }),
  number(['visitors_mark', 'Mark of the visitors', '来访方评价'], {
    ...marks,
    ...after('learning'),
    ...optional,
    hint: told(['From 1 to 5.', '1至5分。']),
  }),
]

/** Where name or logo are shown: the end of it is a correction, or that it was taken down (8.11). */
const sign: readonly FormColumn[] = [
  line(['sign_where', 'Where it is shown', '使用位置'], { most: 80, both: true, ...during('sign') }),
  organisation(['sign_by', 'Shown by', '使用方'], during('sign')),
  date(['sign_since', 'Shown since', '使用起始日期'], { ...during('sign'), behind: ofKind('sign') }),
  yesNo(['misused', 'Against the licence', '是否违规使用'], during('sign')),
  date(['sign_ended', 'Taken down or corrected on', '停用或纠正日期'], { ...after('sign'), behind: ofKind('sign') }),
]

const byKind = [
  ...advice,
  ...lead,
  ...market,
  ...brand,
  ...cooperation,
  ...training,
  ...hiring,
  ...finance,
  ...governance,
  ...learning,
  ...sign,
]

/** What is noted of an activity by its kind, beside what is noted of each (5.14). */
export const columnsOfKinds: readonly FormColumn[] = byKind

/** Those of them that the engine reads: what is counted, dated or chosen, and no words or names. */
export const readOfKinds: readonly string[] = byKind
  .filter(({ kind }) => kind !== 'text' && kind !== 'organisation')
  .map(({ code }) => code)
