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
import { letter, type Sent } from './letter.js'
import { placeAndManager } from './readers.js'

/** Letters about the base as a whole: where it stands, whether its clocks run, how it ended, and which papers were made. */
export const baseLetters = {
  status_changed: letter({
    facts: ['status', 'code', 'form'],
    on: {
      status_changed: ({ to, code }, beside) => {
        const readers = isLastStatus(to, beside) ? whoHearsOfAStatus(beside) : []
        return readers.length === 0 ? undefined : { roles: readers, facts: { status: to, ...defined({ code }) } }
      },
      effects_undone: ({ to }) => ({ roles: placeAndManager, facts: { status: to, form: 'taken_back' } }),
      matter_taken_back: ({ code }) => ({ roles: [...placeAndManager, 'PD'], facts: { code, form: 'not_ended' } }),
    },
    words: {
      en: { subject: 'new status', opening: 'The base named below has a new status.', closing: '' },
      'zh-CN': { subject: '状态变更', opening: '下列基地的状态已变更，现予通知。', closing: '' },
    },
    forms: {
      not_ended: {
        words: {
          en: {
            subject: 'the ending was taken back',
            opening: 'The side that asked for the ending of the base named below has taken it back.',
            closing: 'The notice no longer runs, no closing report is due, and the base goes on as it was.',
          },
          'zh-CN': {
            subject: '终止已撤回',
            opening: '提出终止下列基地的一方已撤回终止。',
            closing: '通知期不再计算，无须提交终止报告，基地照常运行。',
          },
        },
      },
      taken_back: {
        words: {
          en: {
            subject: 'a decision no longer counts',
            opening:
              'The decision that gave the base named below its last status was voided and no longer counts. The base has the status again that is named below.',
            closing:
              'Letters and papers that told of that decision no longer count either; they stay in the record. Whoever may act now is told by a letter of its own.',
          },
          'zh-CN': {
            subject: '有关决定已作废',
            opening: '使下列基地取得上一状态的决定已作废，不再有效。基地恢复为下列状态。',
            closing: '载明该决定的函件和文件一并失效，但仍留存于记录。现可办理的人员将另行收到函告。',
          },
        },
      },
    },
  }),
  held: letter({
    facts: ['code', 'until'],
    on: {
      held: ({ code, until, cause }) => ({
        // Silence may end the base: so it is told to another person of the place than the silent one as well (E2).
        roles: cause === 'silent_partner' ? [...placeAndManager, 'HG'] : placeAndManager,
        facts: { code, ...defined({ until }) },
      }),
      frozen: (_, beside) => ({ roles: whoHearsOfAStop, facts: { code: codeOfStop(beside) } }),
    },
    words: {
      en: {
        subject: 'on hold',
        opening: 'The base named below is on hold. Its clocks stand still and no date runs out meanwhile.',
        closing: 'You will be told when it goes on.',
      },
      'zh-CN': {
        subject: '暂缓办理',
        opening: '下列基地的事项暂缓办理，期间各项期限停止计算。',
        closing: '恢复办理时将另行通知。',
      },
    },
  }),
  resumed: letter({
    facts: [],
    on: {
      resumed: () => ({ roles: placeAndManager, facts: {} }),
      // Where the hold from before goes on nothing goes on, and its end is told when it comes.
      unfrozen: ({ onHold }) => (onHold === true ? undefined : { roles: whoHearsOfAStop, facts: {} }),
    },
    words: {
      en: {
        subject: 'resumed',
        opening: 'The base named below goes on. The days it stood still have been added to its dates.',
        closing: '',
      },
      'zh-CN': {
        subject: '恢复办理',
        opening: '下列基地的事项恢复办理，暂缓期间已相应顺延至各项期限。',
        closing: '',
      },
    },
  }),
  condition_lifted: letter({
    facts: [],
    on: { condition_lifted: () => ({ roles: [...placeAndManager, 'CLO'], facts: {} }) },
    words: {
      en: {
        subject: 'a condition was lifted',
        opening:
          'The Board has lifted a condition under which the base named below goes on. It need not be met, and nothing waits for it any more.',
        closing: 'The list of conditions of the base says which one it is, and where the others stand.',
      },
      'zh-CN': {
        subject: '附带条件已解除',
        opening: '理事会已解除下列基地的一项附带条件，该条件无须再行落实，有关办理不再以其为前提。',
        closing: '所解除的条件及其余条件的落实情况，见该基地的附带条件清单。',
      },
    },
  }),
  let_lie: letter({
    facts: ['form', 'code'],
    on: {
      let_lie: ({ part }) => ({
        // Silence of the programme: so the place hears of it, and those who stand over whoever was silent (R3).
        roles: [...placeAndManager, 'HG', 'CLO', 'PD', 'CH', 'BD'],
        facts: { code: 'LAT', ...defined({ form: part === 'year' ? undefined : part }) },
      }),
    },
    words: {
      en: {
        subject: 'a year was not assessed',
        opening:
          'The programme has not judged the year of the base named below in time. The year ends without a colour of its own: it is recorded as not assessed.',
        closing:
          'The base keeps its name and stands as it stood. The year counts neither for nor against it, and the next review opens on its day.',
      },
      'zh-CN': {
        subject: '年度未作评定',
        opening: '联盟未按期完成下列基地的年度评估。该年度不作评定，记为“未评定”。',
        closing: '基地继续使用名称，维持原有状态。该年度不作有利或不利的计算，下一年度评估按期启动。',
      },
    },
    forms: {
      left_over: {
        words: {
          en: {
            subject: 'a review goes on',
            opening:
              'The programme has let lie what the last review of the base named below left it to do. The panel of this year waits for it no longer.',
            closing:
              'What of it is still open stops. A colour that was contested and not decided again counts for nothing; a red that was not carried out counts as a yellow.',
          },
          'zh-CN': {
            subject: '年度评估继续进行',
            opening: '下列基地上一次评估遗留的办理事项，联盟逾期未办。本年度评估小组不再等待。',
            closing: '尚未办结的事项即行停止。已申请复核而未重新决定的结果不予计算；未予执行的红色结果按黄色计算。',
          },
        },
      },
      publication: {
        words: {
          en: {
            subject: 'a review is over',
            opening:
              'The review of the base named below has its colour, and the programme has not published it in time. The year is over none the less.',
            closing: 'The colour stands as it was told to the base by letter, and the next review opens on its day.',
          },
          'zh-CN': {
            subject: '年度评估结束',
            opening: '下列基地的年度评估结果已经确定，联盟未按期公布。该年度仍告结束。',
            closing: '结果以送达基地的函件为准，下一年度评估按期启动。',
          },
        },
      },
    },
  }),
  base_closed: letter({
    facts: ['status', 'code', 'form'],
    on: {
      base_closed: ({ status, code }, beside) => ({
        roles: placeAndManager,
        facts: { status, ...defined({ code, form: endsRedress(beside) ? ('after_redress' as const) : undefined }) },
      }),
    },
    binds: () => true,
    words: {
      en: {
        subject: 'decision',
        opening: 'A decision has been taken on the base named below.',
        closing: 'It is final.',
      },
      'zh-CN': {
        subject: '决定通知',
        opening: '关于下列基地的事项已作出决定，现予通知。',
        closing: '本决定为最终决定。',
      },
    },
    forms: {
      after_redress: {
        words: {
          en: {
            subject: 'decision',
            opening: 'A decision has been taken on the base named below.',
            closing:
              'It is final: the time in which it could be contested is over, it was accepted, or the request was not admitted or was dismissed.',
          },
          'zh-CN': {
            subject: '决定通知',
            opening: '关于下列基地的事项已作出决定，现予通知。',
            closing: '本决定为最终决定：复核申请期已届满，或者已接受决定，或者复核申请未获受理、已被驳回。',
          },
        },
      },
    },
  }),
  document_made: letter({
    facts: ['kind', 'files'],
    on: { document_made: ({ files }) => madePapers(files) },
    binds: ({ kind }) => kind !== undefined && papers[kind].binds,
    words: {
      en: {
        subject: 'document ready',
        opening: 'A document of the base named below is ready for you.',
        closing: 'The document prints the ledger head it was made at, so that it can be verified.',
      },
      'zh-CN': {
        subject: '文件已出具',
        opening: '下列基地的文件已出具，请查收。',
        closing: '文件载有出具时的登记校验码，可供核验。',
      },
    },
  }),
}

/** One letter for one act: the end is told by its own, and a decision to the place by the letter that gives its reasons. */
const whoHearsOfAStatus = (beside: readonly AnyEvent[]): readonly Role[] => {
  if (beside.some(({ type }) => type === 'base_closed')) return []
  const isExplained = beside.some((one) => one.type === 'document_ordered' && explains.includes(one.kind))
  return isExplained ? ['PM'] : placeAndManager
}

/** The end came with the last word on redress: only then was there any to speak of (8.9). */
const endsRedress = (beside: readonly AnyEvent[]): boolean =>
  beside.some((one) => one.type === 'step_closed' && one.how !== 'stopped' && isOfRedress(steps[one.key]))

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
