import type { Locale } from '../../domain/locale.js'

const en = {
  areas: 'Bases by the six areas',
  challenges: 'Bases by the six challenges',
  leadAreas:
    'Activities as forms have them that you may read: proposed in the dossier, named in plans, and noted as carried out; then the agreed figures.',
  leadChallenges:
    'How each base graded itself in its nomination, from 1 (weak) to 5 (strong), and how many measures its plan has; then the agreed figures.',
  views: 'Ways to look',
  bases: 'Bases',
  base: 'Base',
  area: 'Area',
  challenge: 'Challenge',
  proposed: 'Proposed',
  planned: 'Planned',
  carriedOut: 'Carried out',
  all: 'All bases on this page',
  each: 'Base by base: proposed / planned / carried out',
  eachChallenge: 'Base by base: own grade, and measures of the plan',
  graded: 'Bases that graded themselves',
  mean: 'Mean own grade',
  measures: 'Measures',
  measuresOf: (count: number) => (count === 1 ? '1 measure' : `${count} measures`),
  figures: (name: string, count: number) => `Figures: ${name} (${count})`,
  indicator: 'Indicator',
  unit: 'Unit',
  baseline: 'At launch',
  target: 'Target',
  value: 'Reported',
  valueOf: (value: string, year: number) => `${value} (${year})`,
  none: 'No base is here that you may see.',
  noneNext: 'Look at another programme, or take the filter away.',
  noFigures: 'No figure is agreed here yet: figures begin with the baseline at the launch.',
} as const

type SixWords = { readonly [K in keyof typeof en]: (typeof en)[K] extends string ? string : (typeof en)[K] }

const chinese: SixWords = {
  areas: '按六个领域查看基地',
  challenges: '按六项挑战查看基地',
  leadAreas: '以下活动数取自您有权查看的表单：申报材料拟开展、计划列明、已记录开展；其后为商定指标。',
  leadChallenges: '各基地申报时的自评等级（1为弱，5为强）及计划中的措施数；其后为商定指标。',
  views: '查看方式',
  bases: '基地',
  base: '基地',
  area: '领域',
  challenge: '挑战',
  proposed: '拟开展',
  planned: '已计划',
  carriedOut: '已开展',
  all: '本页全部基地',
  each: '各基地：拟开展／已计划／已开展',
  eachChallenge: '各基地：自评等级及计划措施数',
  graded: '已自评基地数',
  mean: '自评等级平均值',
  measures: '措施数',
  measuresOf: (count) => `${count}项措施`,
  figures: (name, count) => `指标：${name}（${count}项）`,
  indicator: '指标',
  unit: '单位',
  baseline: '启动时',
  target: '目标',
  value: '申报值',
  valueOf: (value, year) => `${value}（${year}年）`,
  none: '没有您有权查看的基地。',
  noneNext: '请查看其他项目，或取消筛选。',
  noFigures: '尚无商定指标：自启动时的基线开始记录。',
}

/** What the pages of the six areas and the six challenges say. */
export const sixWords: Readonly<Record<Locale, SixWords>> = { en, 'zh-CN': chinese }
