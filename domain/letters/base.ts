import type { AnyEvent } from '../event.js'
import type { ReasonCode } from '../reason-code.js'
import type { DocumentKind } from '../document-kind.js'
import { steps } from '../gicc/steps.js'
import { isOfRedress } from '../redress.js'
import { isForPlace } from '../sight/seen-as.js'
import type { EventOf } from '../event.js'
import type { Status } from '../lifecycle.js'
import type { Role } from '../role.js'
import { defined } from '../values/defined.js'
import { keyOf } from '../values/step-key.js'
import { letter, type Sent } from './letter.js'
import { baseWords } from './base-words.js'
import { letLieWords } from './let-lie-words.js'
import { decisionWords } from './decision-words.js'
import { newsOf } from './steps.js'
import { placeAndManager } from './readers.js'

/** Letters about the base as a whole: where it stands, whether its clocks run, how it ended, and which papers were made. */
export const baseLetters = {
  status_changed: letter({
    label: { en: 'Where a base stands', 'zh-CN': '状态变更' },
    facts: ['status', 'code', 'form'],
    on: {
      status_changed: ({ to, code }, beside) => {
        const readers = isLastStatus(to, beside) ? whoHearsOfAStatus(beside) : []
        return readers.length === 0 ? undefined : { roles: readers, facts: { status: to, ...defined({ code }) } }
      },
      effects_undone: ({ to }) => ({ roles: placeAndManager, facts: { status: to, form: 'taken_back' } }),
      matter_taken_back: ({ code }) => ({ roles: [...placeAndManager, 'PD'], facts: { code, form: 'not_ended' } }),
    },
    // That a decision was taken back is told, whatever came after it.
    onlyWhile: ({ form }) => (form === undefined ? 'last_status' : undefined),
    words: baseWords.status,
    forms: { not_ended: baseWords.notEnded, taken_back: baseWords.takenBack },
    unsays: ({ form }) => form === 'taken_back',
  }),
  held: letter({
    facts: ['code', 'until', 'form'],
    on: {
      held: ({ code, until, cause }) => ({
        // Silence may end the base: so it is told to another person of the place than the silent one as well (E2).
        roles: cause === 'silent_partner' ? [...placeAndManager, 'HG'] : placeAndManager,
        facts: { code, ...defined({ until }) },
      }),
      frozen: (_, beside) => ({ roles: whoHearsOfAStop, facts: { code: codeOfStop(beside), form: 'stopped' } }),
    },
    words: baseWords.held,
    forms: { stopped: baseWords.stopped },
    atOnce: ({ form }) => form === 'stopped',
  }),
  resumed: letter({
    facts: [],
    on: {
      resumed: () => ({ roles: placeAndManager, facts: {} }),
      // Where the hold from before goes on nothing goes on, and its end is told when it comes.
      unfrozen: ({ onHold }) => (onHold === true ? undefined : { roles: whoHearsOfAStop, facts: {} }),
    },
    words: baseWords.resumed,
  }),
  condition_lifted: letter({
    facts: [],
    on: { condition_lifted: () => ({ roles: [...placeAndManager, 'CLO'], facts: {} }) },
    words: baseWords.conditionLifted,
  }),
  meeting_moved: letter({
    facts: ['meets', 'code'],
    // Whoever votes in the session, and who convenes it.
    on: { meeting_moved: ({ meets, code }) => ({ roles: ['CM', 'CH', 'CS'], facts: { meets, code } }) },
    words: baseWords.meetingMoved,
  }),
  let_lie: letter({
    facts: ['form', 'code', 'step', 'key'],
    on: {
      let_lie: ({ part, kind, steps: [step] }) => ({
        // Silence of the programme: so the place hears of it, and those who stand over whoever was silent (R3).
        roles: [...placeAndManager, 'HG', 'CLO', 'PD', 'CH', 'BD'],
        facts:
          part === 'matter' && step !== undefined
            ? { code: 'LAT', form: kind === 'ending' ? 'ending' : 'matter', step, key: keyOf(step) }
            : { code: 'LAT', ...defined({ form: part === 'year' ? undefined : part }) },
      }),
    },
    words: letLieWords.notAssessed,
    forms: {
      left_over: letLieWords.leftOver,
      publication: letLieWords.notPublished,
      matter: letLieWords.matterOver,
      ending: letLieWords.endingGoesOn,
    },
  }),
  base_closed: letter({
    label: { en: 'How a matter ended', 'zh-CN': '办理结果' },
    facts: ['status', 'code', 'form'],
    on: {
      base_closed: ({ status, code }, beside) => ({
        roles: placeAndManager,
        facts: { status, ...defined({ code, form: endsRedress(beside) ? ('after_redress' as const) : undefined }) },
      }),
    },
    binds: () => true,
    words: baseWords.closed,
    forms: { after_redress: baseWords.closedAfterRedress },
  }),
  changed_after_clearance: letter({
    label: { en: 'Changed after your clearance', 'zh-CN': '审核后文字调整' },
    facts: ['clauses', 'until'],
    on: { text_handed_over: ({ told }) => changedSince(told) },
    words: baseWords.textChanged,
  }),
  redress_decided: letter({
    label: { en: 'Re-examination decided', 'zh-CN': '复核结果' },
    facts: ['form'],
    on: {
      step_closed: ({ key, option, how }, beside) => {
        if (steps[key]?.means !== 'redress_decision' || how === 'stopped') return undefined
        if (option !== 'uphold') return { roles: placeAndManager, facts: { form: 'dismissed' } }
        return { roles: placeAndManager, facts: { form: isSetAside(beside) ? 'set_aside' : 'upheld' } }
      },
    },
    binds: () => true,
    ends: 'answer',
    words: baseWords.dismissed,
    forms: { upheld: baseWords.upheld, set_aside: baseWords.setAside, dismissed: baseWords.dismissed },
  }),
  document_made: letter({
    label: { en: 'A paper was made', 'zh-CN': '文件已出具' },
    facts: ['kind', 'files'],
    on: { document_made: ({ files }) => madePapers(files) },
    binds: ({ kind }) => kind !== undefined && papers[kind].binds,
    words: baseWords.paperMade,
    papers: decisionWords,
  }),
}

/** One letter for one act: the end is told by its own, and a decision to the place by the letter that gives its reasons. */
const whoHearsOfAStatus = (beside: readonly AnyEvent[]): readonly Role[] => {
  if (beside.some(({ type }) => type === 'base_closed')) return []
  const isExplained = beside.some(
    (one) =>
      (one.type === 'document_ordered' && explains.includes(one.kind)) ||
      (one.type === 'step_closed' && newsOf(one) !== undefined),
  )
  return isExplained ? ['PM'] : placeAndManager
}

/** The end came with the last word on redress: only then was there any to speak of (8.9). */
const endsRedress = (beside: readonly AnyEvent[]): boolean =>
  beside.some((one) => one.type === 'step_closed' && one.how !== 'stopped' && isOfRedress(steps[one.key]))

/** Upheld redress has taken away the result of an extraordinary review, which nobody decides again (5.13). */
const isSetAside = (beside: readonly AnyEvent[]): boolean =>
  beside.some((one) => one.type === 'extraordinary_concluded' && one.setAside === true)

/** A status that was passed through within one act was never the one a reader could find. */
const isLastStatus = (status: Status, beside: readonly AnyEvent[]): boolean =>
  beside.findLast((one) => one.type === 'status_changed')?.to === status

const explains: readonly DocumentKind[] = ['decision_letter', 'review_letter']

const whoHearsOfAStop: readonly Role[] = [...placeAndManager, 'PD', 'CO']

/** Which papers are sent to the place when they are made, and which of them bind somebody. */
const papers: Readonly<Record<DocumentKind, { readonly sent: boolean; readonly binds: boolean }>> = {
  // A call is published.
  call_notice: { sent: false, binds: false },
  dossier_receipt: { sent: true, binds: false },
  decision_letter: { sent: true, binds: true },
  feedback_sheet: { sent: true, binds: true },
  // The report is confidential (8.12).
  due_diligence_report: { sent: false, binds: false },
  mou_text: { sent: true, binds: true },
  launch_record: { sent: true, binds: false },
  review_letter: { sent: true, binds: true },
  withdrawal_resolution: { sent: true, binds: true },
  // The secretary publishes it.
  public_notice: { sent: false, binds: false },
  // The letter of the decision tells what these two resolve.
  approval_resolution: { sent: false, binds: true },
  redress_decision: { sent: false, binds: true },
  // Records of what both sides did and read where it is kept.
  concordance_certificate: { sent: false, binds: false },
  authority_record: { sent: false, binds: false },
  session_minutes: { sent: false, binds: false },
  custody_record: { sent: true, binds: false },
  name_licence: { sent: true, binds: true },
  improvement_plan: { sent: true, binds: false },
}

/** The offices whose clearance stands although normal sections changed: one letter for all of them, with what changed for any. */
const changedSince = (told: EventOf<'text_handed_over'>['told'] = []): Sent<'clauses' | 'until'> | undefined => {
  const [first] = told
  if (first === undefined) return undefined
  const roles = told.flatMap(({ key }) => steps[key]?.role ?? [])
  return { roles, facts: { clauses: [...new Set(told.flatMap(({ clauses }) => clauses))], until: first.until } }
}

const madePapers = (files: EventOf<'document_made'>['files']): Sent<'kind' | 'files'> | undefined => {
  const kind = files[0]?.kind
  if (kind === undefined || !papers[kind].sent || !isForPlace(kind)) return undefined
  return { roles: ['LG'], facts: { kind, files: files.map(({ language, sha256 }) => ({ language, sha256 })) } }
}

/** Why the case was frozen: what the stop was raised for, in the same record (E6). */
const codeOfStop = (beside: readonly AnyEvent[]): ReasonCode =>
  beside.flatMap((event) => (event.type === 'matter_raised' && event.code !== undefined ? [event.code] : [])).at(-1) ??
  'INT'
