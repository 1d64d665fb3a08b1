import type { Locale } from '../domain/locale.js'
import { momentInWords } from '../domain/words/hours.js'
import { composeCallNotice } from './compose/call-notice.js'
import { composeDecisionLetter } from './compose/decision-letter.js'
import { composeDossierReceipt } from './compose/dossier-receipt.js'
import { composeDueDiligenceReport } from './compose/due-diligence-report.js'
import { composeFeedbackSheet } from './compose/feedback-sheet.js'
import { composeLaunchRecord } from './compose/launch-record.js'
import { composeMouText } from './compose/mou-text.js'
import { composeReviewLetter } from './compose/review-letter.js'
import { composeWithdrawalResolution } from './compose/withdrawal-resolution.js'
import { organisation, programme, rehearsalMark } from './letterhead.js'
import type { Paper } from './paper.js'
import type { Content, DocumentSheet } from './sheet.js'

/** Words a paper into the sheet the templates lay out. Pure: the same paper gives the same sheet. */
export const composeSheet = (paper: Paper): DocumentSheet => {
  const { language, ledger } = paper
  const stream = paper.kind === 'call_notice' ? paper.facts.programme : paper.base.id
  const saidAt = momentInWords(ledger.at, ledger.zone)[language]
  const at = Math.floor(new Date(ledger.at).getTime() / 1000)
  return {
    ...contentOf(paper),
    language,
    organisation,
    programme,
    reference: stream,
    pageWords: pageWords[language],
    footer: footers[language]({
      stream,
      seq: ledger.seq,
      head: ledger.head.slice(0, 12),
      at: saidAt,
    }),
    verification: {
      title: verifications[language].title,
      text:
        verifications[language].text({ stream, seq: ledger.seq, at: saidAt }) +
        (ledger.checkpoint === undefined
          ? ''
          : verifications[language].checkpoint(
              ledger.checkpoint.short,
              momentInWords(ledger.checkpoint.at, ledger.zone)[language],
            )),
      head: ledger.head,
    },
    rehearsal: paper.rehearsal ? rehearsalMark : null,
    at,
    date: calendarDay(ledger.at),
  }
}

const contentOf = (paper: Paper): Content => {
  switch (paper.kind) {
    case 'call_notice':
      return composeCallNotice(paper)
    case 'dossier_receipt':
      return composeDossierReceipt(paper)
    case 'decision_letter':
      return composeDecisionLetter(paper)
    case 'feedback_sheet':
      return composeFeedbackSheet(paper)
    case 'due_diligence_report':
      return composeDueDiligenceReport(paper)
    case 'mou_text':
      return composeMouText(paper)
    case 'launch_record':
      return composeLaunchRecord(paper)
    case 'review_letter':
      return composeReviewLetter(paper)
    case 'withdrawal_resolution':
      return composeWithdrawalResolution(paper)
  }
}

const calendarDay = (instant: string): DocumentSheet['date'] => {
  const time = new Date(instant)
  return { year: time.getUTCFullYear(), month: time.getUTCMonth() + 1, day: time.getUTCDate() }
}

interface Place {
  readonly stream: string
  readonly seq: number
  readonly at: string
}

const pageWords: Readonly<Record<Locale, DocumentSheet['pageWords']>> = {
  en: ['Page ', ' of ', ''],
  'zh-CN': ['第', '页，共', '页'],
}

const footers: Readonly<Record<Locale, (place: Place & { readonly head: string }) => string>> = {
  en: ({ stream, seq, head, at }) => `${stream} · ledger entry ${seq} · head ${head}… · ${at}`,
  'zh-CN': ({ stream, seq, head, at }) => `${stream} · 登记第${seq}条 · 校验码${head}… · ${at}`,
}

interface Verification {
  readonly title: string
  readonly text: (place: Place) => string
  readonly checkpoint: (short: string, at: string) => string
}

const verifications: Readonly<Record<Locale, Verification>> = {
  en: {
    title: 'How to verify this paper',
    text: ({ stream, seq, at }) =>
      `The ledger of ${stream} stood at entry ${seq}, written on ${at}, when this paper was ordered. Its head is printed below. ` +
      'Whoever holds the ledger can compute the head again up to this entry; a changed or missing entry gives another value.',
    checkpoint: (short, at) =>
      ` The last signed checkpoint of the whole ledger was ${short}, signed on ${at}; with it anybody can check a later evidence file.`,
  },
  'zh-CN': {
    title: '核验说明',
    text: ({ stream, seq, at }) =>
      `出具本文件时，${stream}的登记记至第${seq}条，时间为${at}，其校验码如下。持有登记副本者可据此条及之前各条重新计算校验码；` +
      '任何一条被更改或者缺失，计算结果即不一致。',
    checkpoint: (short, at) => `全部登记最近一次签名检查点为${short}，签署于${at}，任何人可据此核验日后的证据文件。`,
  },
}
