import type { Locale } from '../domain/locale.js'
import { chineseNumeral } from '../domain/text/numbering.js'
import { defined } from '../domain/values/defined.js'
import { momentInWords } from '../domain/words/hours.js'
import { paperNames } from '../domain/words/papers.js'
import { composePublicNotice } from './compose/public-notice.js'
import { composeApprovalResolution } from './compose/approval-resolution.js'
import { composeConcordanceCertificate } from './compose/concordance-certificate.js'
import { composeAuthorityRecord } from './compose/authority-record.js'
import { composeCustodyRecord } from './compose/custody-record.js'
import { composeNameLicence } from './compose/name-licence.js'
import { composeImprovementPlan } from './compose/improvement-plan.js'
import { composeRedressDecision } from './compose/redress-decision.js'
import { composeCallNotice } from './compose/call-notice.js'
import { composeDecisionLetter } from './compose/decision-letter.js'
import { composeDossierReceipt } from './compose/dossier-receipt.js'
import { composeDueDiligenceReport } from './compose/due-diligence-report.js'
import { composeFeedbackSheet } from './compose/feedback-sheet.js'
import { composeLaunchRecord } from './compose/launch-record.js'
import { composeMouText } from './compose/mou-text.js'
import { frameOf } from './compose/frame.js'
import { composeSessionMinutes } from './compose/session-minutes.js'
import { composeReviewLetter } from './compose/review-letter.js'
import { composeWithdrawalResolution } from './compose/withdrawal-resolution.js'
import { programme } from './letterhead.js'
import type { Paper } from './paper.js'
import type { Block, Content, DocumentSheet } from './sheet.js'

/** Words a paper into the sheet the templates lay out. Pure: the same paper gives the same sheet. */
export const composeSheet = (paper: Paper): DocumentSheet => {
  const { language, ledger } = paper
  const stream = paper.kind === 'call_notice' ? paper.facts.programme : paper.base.id
  const saidAt = momentInWords(ledger.at, ledger.zone)[language]
  const content = contentOf(paper)
  // The text for signature is of both sides and bears no number of ours.
  const number = paper.kind === 'mou_text' ? undefined : paper.number?.[language]
  return {
    ...content,
    blocks: language === 'zh-CN' ? numberedHeadings(content.blocks) : content.blocks,
    ...frameOf({ title: content.title, language, rehearsal: paper.rehearsal, at: ledger.at }),
    reference: number ?? stream,
    ...defined({ about: number === undefined ? undefined : stream }),
    file: fileOf(paper, { content, stream }),
    footer: footers[language]({
      stream,
      seq: ledger.seq,
      head: ledger.head.slice(0, 12),
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
    case 'public_notice':
      return composePublicNotice(paper)
    case 'approval_resolution':
      return composeApprovalResolution(paper)
    case 'concordance_certificate':
      return composeConcordanceCertificate(paper)
    case 'authority_record':
      return composeAuthorityRecord(paper)
    case 'custody_record':
      return composeCustodyRecord(paper)
    case 'name_licence':
      return composeNameLicence(paper)
    case 'improvement_plan':
      return composeImprovementPlan(paper)
    case 'session_minutes':
      return composeSessionMinutes(paper)
    case 'redress_decision':
      return composeRedressDecision(paper)
  }
}

/** Headings of a Chinese paper as 一、二、 in one row, whichever of them the facts have called for; one alone keeps what it has. */
const numberedHeadings = (blocks: readonly Block[]): readonly Block[] => {
  const isAlone = blocks.filter(({ type }) => type === 'heading').length < 2
  let count = 0
  return blocks.map((block) => {
    if (block.type !== 'heading' || isAlone) return block
    count += 1
    return { ...block, text: `${chineseNumeral(count)}、${block.text.replace(/^[一二三四五六七八九十]+、/, '')}` }
  })
}

/** Title with the base, one sentence, and what a file is looked for by; no name of a person. */
const fileOf = (
  { kind, language, number, ledger, ...paper }: Paper,
  { content, stream }: { readonly content: Content; readonly stream: string },
): DocumentSheet['file'] => {
  const base = 'base' in paper ? paper.base.cluster[language] : ''
  const title = base === '' || content.title.includes(base) ? content.title : `${content.title} · ${base}`
  const words = [number?.[language] ?? '', stream, kind, language, ledger.head.slice(0, 12)]
  return {
    title,
    subject: `${programme[language]}${language === 'en' ? ': ' : '：'}${paperNames[kind][language]}`,
    keywords: words.filter((word) => word !== ''),
  }
}

interface Place {
  readonly stream: string
  readonly seq: number
  readonly at: string
}

const footers: Readonly<Record<Locale, (place: Omit<Place, 'at'> & { readonly head: string }) => string>> = {
  en: ({ stream, seq, head }) => `${stream} · ledger entry ${seq} · head ${head}…`,
  'zh-CN': ({ stream, seq, head }) => `${stream} · 登记第${seq}条 · 校验码${head}…`,
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
