import type { DocumentKind } from '../document-kind.js'
import type { LocalText } from '../locale.js'

/** Kinds of numbers: letters, calls and notices, resolutions, results of reviews, memoranda, licences, records. */
export const paperSeriesWords = {
  L: '函',
  N: '告',
  R: '决',
  E: '评',
  M: '备',
  P: '许',
  C: '录',
} as const
export type PaperSeries = keyof typeof paperSeriesWords

/** Under which kind of number each paper counts. */
export const paperSeries: Readonly<Record<DocumentKind, PaperSeries>> = {
  call_notice: 'N',
  dossier_receipt: 'C',
  decision_letter: 'L',
  feedback_sheet: 'C',
  due_diligence_report: 'C',
  mou_text: 'M',
  launch_record: 'C',
  review_letter: 'E',
  withdrawal_resolution: 'R',
  public_notice: 'N',
  approval_resolution: 'R',
  concordance_certificate: 'C',
  authority_record: 'C',
  custody_record: 'C',
  name_licence: 'P',
  improvement_plan: 'C',
  redress_decision: 'R',
  session_minutes: 'C',
}

/** The number of a paper, one for all its languages. */
export interface PaperNumber {
  readonly programme: string
  readonly rehearsal: boolean
  readonly series: PaperSeries
  readonly year: number
  readonly number: number
}

/** The number as each language writes it; a rehearsal counts apart and says so. */
export const paperNumberInWords = ({ programme, rehearsal, series, year, number }: PaperNumber): LocalText => {
  const house = rehearsal ? 'GASME' : programme.toUpperCase()
  return {
    en: `${rehearsal ? 'REHEARSAL ' : ''}${house}/${series}/${year}/${number}`,
    'zh-CN': `${rehearsal ? '演练' : ''}${house}${paperSeriesWords[series]}〔${year}〕${number}号`,
  }
}
