import type { Locale } from './locale.js'

/** The part of the yearly sheet an indicator speaks for (6.5): one of the six areas, or the six challenges together. */
export type IndicatorPart =
  | 'area_consulting'
  | 'area_investment'
  | 'area_markets'
  | 'area_branding'
  | 'area_cooperation'
  | 'area_talent'
  | 'challenges'

interface IndicatorEntry {
  readonly part: IndicatorPart
  readonly label: Record<Locale, string>
  readonly unit: string
  /** An output is what was done, a result is what came of it (7). */
  readonly kind: 'output' | 'result'
  readonly better: 'up' | 'down'
  /** Money: sampled whole, and only with evidence of class 1–3 (8.6). */
  readonly money?: true
}

const output = (label: Record<Locale, string>, unit: string) => ({ label, unit, kind: 'output', better: 'up' }) as const
const result = (label: Record<Locale, string>, unit: string) => ({ label, unit, kind: 'result', better: 'up' }) as const
const down = { better: 'down' } as const
const money = { money: true } as const
const said = (en: string, chinese: string): Record<Locale, string> => ({ en, 'zh-CN': chinese })

const of = <const P extends IndicatorPart, const T extends Readonly<Record<string, Omit<IndicatorEntry, 'part'>>>>(
  part: P,
  table: T,
): { readonly [C in keyof T]: IndicatorEntry } => {
  const entries = Object.entries(table).map(([code, entry]) => [code, { part, ...entry }])
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- Object.fromEntries forgets the keys it was given
  return Object.fromEntries(entries) as { readonly [C in keyof T]: IndicatorEntry }
}

/** The indicators of the programme (7), by their codes there. */
export const indicators = Object.freeze({
  ...of('area_consulting', {
    HC1: output(said('Advisory assignments finished', '完成咨询项目'), 'count'),
    HC2: output(said('Enterprises advised', '受咨询企业'), 'count'),
    HC3: output(said('Expert days delivered', '专家服务天数'), 'days'),
    HC4: result(said('Recommendations put in practice', '建议落实率'), '%'),
    HC5: result(said('Client satisfaction', '客户满意度'), '1-5'),
  }),
  ...of('area_investment', {
    FD1: output(said('Qualified investor leads', '合格投资线索'), 'count'),
    FD2: output(said('Investor visits received', '接待投资考察'), 'count'),
    FD3: result(said('Projects committed or started', '签约或开工项目'), 'count'),
    FD4: { ...result(said('Investment paid in', '到位投资'), 'USD m'), ...money },
    FD5: result(said('Jobs created', '新增就业'), 'full-time equivalents'),
    FD6: result(said('Leads turned into projects', '线索转化率'), '%'),
    FD7: result(said('Projects that fill a missing link', '补链项目占比'), '%'),
  }),
  ...of('area_markets', {
    MK1: output(said('Enterprises on missions and fairs', '参展参团企业'), 'count'),
    MK2: output(said('Business-to-business meetings', '企业对接洽谈'), 'count'),
    MK3: { ...result(said('Contracts signed', '签约合同额'), 'USD m'), ...money },
    MK4: { ...result(said('Cluster exports', '集群出口额'), 'USD m'), ...money },
    MK5: result(said('New export markets', '新增出口市场'), 'count'),
    MK6: result(said('Small firms that export', '出口小企业占比'), '%'),
  }),
  ...of('area_branding', {
    BR1: output(said('Collective marks in force', '有效集体商标或地理标志'), 'count'),
    BR2: output(said('Enterprises licensed to use them', '获许可使用企业'), 'count'),
    BR3: { ...result(said('Brand value by outside valuer', '第三方评估品牌价值'), 'USD m'), ...money },
    BR4: result(said('Own-brand share of exports', '自主品牌出口占比'), '%'),
    BR5: output(said('Foreign media and fair appearances', '境外媒体与展会亮相'), 'count'),
    BR6: output(said('Misuse cases closed', '办结侵权案件'), 'count'),
  }),
  ...of('area_cooperation', {
    IC1: output(said('Cluster-to-cluster meetings', '集群间会议'), 'count'),
    IC2: output(said('Agreements with foreign clusters', '与境外集群协议'), 'count'),
    IC3: result(said('Joint projects running', '在行合作项目'), 'count'),
    IC4: { ...result(said('Technology and licence contracts', '技术与许可合同额'), 'USD m'), ...money },
    IC5: result(said('Standards bodies joined or led', '参与或主导国际标准组织'), 'count'),
  }),
  ...of('area_talent', {
    TA1: output(said('People trained', '培训人数'), 'persons'),
    TA2: output(said('Training days', '培训人天'), 'person-days'),
    TA3: result(said('Certified of those trained', '培训获证率'), '%'),
    TA4: result(said('Still employed after six months', '六个月留任率'), '%'),
    TA5: output(said('Foreign experts hosted', '接待外国专家'), 'persons'),
    TA6: { ...result(said('Time to fill a specialist post', '专业岗位招聘时长'), 'days'), ...down },
  }),
  ...of('challenges', {
    P1: result(said('Measures of the development plan done', '发展规划措施完成率'), '%'),
    P2: result(said('Committee meetings held of planned', '指导委员会会议召开率'), '%'),
    V1: result(said('Value-added rate of the lead industry', '主导产业增加值率'), '%'),
    V2: result(said('Average export price index', '出口均价指数'), 'index'),
    L1: result(said('Local supply rate', '本地配套率'), '%'),
    L2: { ...result(said('Missing links on the list', '缺失环节数'), 'count'), ...down },
    L3: { ...result(said('Dependence on the largest outside supplier', '对最大外部供应商依赖度'), '%'), ...down },
    B1: result(said('Research share of sales', '研发投入占比'), '%'),
    B2: result(said('Invention patents per CNY 100 m sales', '每亿元销售发明专利'), 'number'),
    B3: result(said('Own-brand share of sales', '自主品牌销售占比'), '%'),
    F1: result(said('Small firms with credit of those that asked', '小企业获贷率'), '%'),
    F2: { ...result(said('Loans and equity brought in', '引入信贷与股权'), 'USD m'), ...money },
    F3: { ...result(said('Loan cost above benchmark', '贷款成本高于基准'), 'points'), ...down },
    T1: { ...result(said('High-end vacancies open over 90 days', '高端岗位空缺超九十天'), 'count'), ...down },
    T2: result(said('Graduates and specialists hired', '引进毕业生与专业人才'), 'persons'),
    T3: { ...result(said('Specialists leaving a year', '专业人才年流失率'), '%'), ...down },
  }),
})

export type IndicatorCode = keyof typeof indicators

/** What a value may be, by its unit: a share is of a hundred, a mark one of five, and of what is counted there is not less than nothing. */
const ranges: Readonly<Record<string, { readonly from: number; readonly to?: number }>> = {
  '%': { from: 0, to: 100 },
  '1-5': { from: 1, to: 5 },
  points: { from: -100, to: 100 },
}
const ofWhatIsCounted = { from: 0 }

/** The range of a unit, both ends within; without `to` there is no upper end. */
export const rangeOf = (unit: string): { readonly from: number; readonly to?: number } =>
  ranges[unit] ?? ofWhatIsCounted

/** Every code, in the order of the programme. */
export const indicatorCodes = Object.keys(indicators).filter((code): code is IndicatorCode => code in indicators)

/** Whether it is a code of the programme. */
export const isIndicator = (code: unknown): code is IndicatorCode => indicatorCodes.some((one) => one === code)

/** What one indicator is. */
export const indicatorOf = (code: IndicatorCode): IndicatorEntry => indicators[code]

/** How a value counts: from nothing in each year of the plan, as a rate of the work of the year, or as it stands at any time. */
export type IndicatorType = 'flow' | 'rate' | 'level'

const levels: readonly IndicatorCode[] = [
  ...(['MK4', 'MK6', 'BR1', 'BR2', 'BR3', 'BR4', 'IC3', 'IC5', 'TA6'] as const),
  ...(['P1', 'V1', 'V2', 'L1', 'L2', 'L3', 'B1', 'B2', 'B3', 'F1', 'F3', 'T1', 'T3'] as const),
]
const rates: readonly IndicatorCode[] = ['HC4', 'HC5', 'FD6', 'FD7', 'TA3', 'TA4', 'P2']

/** Whether a value is counted from nothing, is a rate, or a level that moves from where it stood. */
export const typeOf = (code: IndicatorCode): IndicatorType =>
  levels.includes(code) ? 'level' : rates.includes(code) ? 'rate' : 'flow'

/** What every base agrees on, so that each area has an output and a result and each challenge a figure. */
export const mandatoryIndicators = [
  ...(['HC2', 'HC4', 'FD1', 'FD4', 'MK2', 'MK3', 'BR2', 'BR4', 'IC1', 'IC3', 'TA1', 'TA4'] as const),
  ...(['P1', 'V1', 'L1', 'B1', 'F1', 'T1'] as const),
] satisfies readonly IndicatorCode[]

/** The six challenges: their indicators begin with its letter. */
export const challenges = ['P', 'V', 'L', 'B', 'F', 'T'] as const
export type Challenge = (typeof challenges)[number]

/** Which challenge an indicator speaks for; undefined where it speaks for an area. */
export const challengeOf = (code: IndicatorCode): Challenge | undefined =>
  indicatorOf(code).part === 'challenges' ? challenges.find((one) => code.startsWith(one)) : undefined
