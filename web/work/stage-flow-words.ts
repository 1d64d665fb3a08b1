import type { Locale } from '../../domain/locale.js'

const en = {
  title: (stage: string) => `The way through this stage: ${stage}`,
  lead: (rules: string) =>
    `From its beginning to its end, as the rules ${rules} lead. What stands in one column goes on side by side, or one in place of another.`,
  done: 'Done',
  waits: 'Now',
  late: 'Late',
  may_come: 'May come',
  off_course: 'Not on this course',
  back: (keys: string) => `may go back to ${keys}`,
  beside: 'Beside the stage',
} as const

type StageFlowWords = { readonly [K in keyof typeof en]: (typeof en)[K] extends string ? string : (typeof en)[K] }

const chinese: StageFlowWords = {
  title: (stage) => `本阶段流程：${stage}`,
  lead: (rules) => `按规则 ${rules} 自始至终列示。同一列的事项并行办理，或择一办理。`,
  done: '已办结',
  waits: '办理中',
  late: '逾期',
  may_come: '后续可能办理',
  off_course: '本次不涉及',
  back: (keys) => `可退回 ${keys}`,
  beside: '本阶段以外的在办事项',
}

/** What the drawing of a stage says. */
export const stageFlowWords: Readonly<Record<Locale, StageFlowWords>> = { en, 'zh-CN': chinese }
