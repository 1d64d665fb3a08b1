import type { Paper } from '../../documents/paper.js'
import type { Locale } from '../../domain/locale.js'
import { defined } from '../../domain/values/defined.js'
import { decisionLetter } from './decision-letter.js'
import { dossierReceipt } from './dossier-receipt.js'
import { dueDiligenceReport } from './due-diligence-report.js'
import { feedbackSheet } from './feedback-sheet.js'
import { launchRecord } from './launch-record.js'
import { mouText } from './mou-text.js'
import { reviewLetter } from './review-letter.js'
import { publicNotice } from './public-notice.js'
import { approvalResolution } from './approval-resolution.js'
import { concordanceCertificate } from './concordance-certificate.js'
import { authorityRecord, custodyRecord } from './signing-records.js'
import { nameLicence } from './name-licence.js'
import { improvementPlan } from './improvement-plan.js'
import { redressDecision } from './redress-decision.js'
import { sessionMinutes } from './session-minutes.js'
import type { StorySoFar } from './story-so-far.js'
import { withdrawalResolution } from './withdrawal-resolution.js'

/** The paper an order asks for, in one language, as plain values. A call is of the programme and never ordered by a base. */
export const composePaper = (story: StorySoFar, language: Locale): Paper => {
  const { base, ledger, rehearsal, kind, number } = story
  const frame = { base, ledger, rehearsal, language, ...defined({ number }) }
  switch (kind) {
    case 'dossier_receipt':
      return { ...frame, kind, facts: dossierReceipt(story) }
    case 'decision_letter':
      return { ...frame, kind, facts: decisionLetter(story) }
    case 'feedback_sheet':
      return { ...frame, kind, facts: feedbackSheet(story) }
    case 'due_diligence_report':
      return { ...frame, kind, facts: dueDiligenceReport(story) }
    case 'mou_text':
      return { ...frame, kind, facts: mouText(story) }
    case 'launch_record':
      return { ...frame, kind, facts: launchRecord(story) }
    case 'review_letter':
      return { ...frame, kind, facts: reviewLetter(story) }
    case 'withdrawal_resolution':
      return { ...frame, kind, facts: withdrawalResolution(story) }
    case 'public_notice':
      return { ...frame, kind, facts: publicNotice(story) }
    case 'approval_resolution':
      return { ...frame, kind, facts: approvalResolution(story) }
    case 'concordance_certificate':
      return { ...frame, kind, facts: concordanceCertificate(story) }
    case 'authority_record':
      return { ...frame, kind, facts: authorityRecord(story) }
    case 'custody_record':
      return { ...frame, kind, facts: custodyRecord(story) }
    case 'name_licence':
      return { ...frame, kind, facts: nameLicence(story) }
    case 'improvement_plan':
      return { ...frame, kind, facts: improvementPlan(story) }
    case 'redress_decision':
      return { ...frame, kind, facts: redressDecision(story) }
    case 'session_minutes':
      return { ...frame, kind, facts: sessionMinutes(story) }
    case 'call_notice':
      throw new Error(`${base.id} ordered a call notice; only a programme makes calls.`)
  }
}
