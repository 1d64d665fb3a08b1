import { roles, type Role } from '../../domain/role.js'
import type { SeatSeen, SightReader } from '../../domain/sight/seen-as.js'
import type { ThingSeen } from '../../domain/sight/thing.js'

export const base = 'gasme-C09-yueqing-1'
export const now = '2027-06-01T08:00:00.000Z'
export const moment = { now }
export const me = 'p-me'

/** Columns of the table: the programme's roles, then those of the place. */
export const columns: readonly Role[] = [
  ...(['PM', 'PD', 'SO', 'CO', 'LC', 'FO', 'EX', 'DL', 'SP', 'SV', 'CM', 'CH', 'SM', 'CS', 'BD'] as const),
  ...(['AS', 'TR', 'RV', 'RP', 'AP', 'AU', 'AD'] as const),
  ...(['LG', 'HG', 'LX', 'SA', 'CLO', 'EN', 'AL'] as const),
]

export const theirs = (side: 'programme' | 'partner') => ({ person: 'p-other', side })
export const mine = { person: me, side: 'programme' as const }

/**
 * What the rules say (8.12), written by hand and not asked of the function: w whole, m masked, - nothing. Beside each thing
 * what the programme's roles see and what those of the place see, column by column.
 */
export const expected: readonly (readonly [thing: ThingSeen, programme: string, place: string])[] = [
  [{ kind: 'base' }, 'wwwwwwwwwwwwwwwwwwwwww', 'wwwwwww'],
  [{ kind: 'step' }, 'wwwwwwwwwwwwwwwwwwwwww', 'wwwwwww'],
  [{ kind: 'figures' }, 'wwwwwwwwwwwwwwwwwwwwww', 'wwwwwww'],
  [{ kind: 'times' }, 'wwwwwwwwwwwwwwwwwwwwww', 'wwwwwww'],
  [{ kind: 'outcome', act: 'decision' }, 'wwwwwwwwwwwwwwwwwwwwww', 'wwwwwww'],
  [{ kind: 'outcome', act: 'vote' }, 'wwwwwwwwwwwwwwwwwwwwww', 'wwwwwww'],
  [{ kind: 'outcome', act: 'sheet' }, 'wwwwwwwwwwwwwwwwwwwwww', 'wwwwwww'],
  [{ kind: 'outcome', act: 'rating' }, 'wwwwwwwwwwwwwwwwwwwwww', 'mmmmmmm'],
  [{ kind: 'outcome', act: 'vote', toldElsewhere: true }, 'wwwwwwwwwwwwwwwwwwwwww', 'mmmmmmm'],
  // What a screening came to: by the row of what compliance alone reads, before and after (1.6).
  [{ kind: 'outcome', act: 'decision', screening: 'verdict' }, 'wwmwwmmwmmwwwwwmmmwmwm', 'mmmmmmm'],
  [
    { kind: 'act', act: 'decision', isSealed: false, screening: 'verdict', ...theirs('programme') },
    'wwmwwmmwmmwwwwwmmmwmwm',
    'mmmmmmm',
  ],
  [
    { kind: 'act', act: 'decision', isSealed: false, screening: 'verdict', ...mine },
    'wwwwwwwwwwwwwwwwwwwwww',
    'wwwwwww',
  ],
  [{ kind: 'step', screening: 'by_being_there' }, 'ww-ww--w--wwwww---w-w-', '-------'],
  [{ kind: 'points' }, 'wwwwwwwwwwwwwwwwwwwwww', 'mmmmmmm'],
  [{ kind: 'act', act: 'decision', isSealed: false, ...theirs('programme') }, 'wwwwwwwwwwwwwwwwwwwwww', 'wwwwwww'],
  [{ kind: 'act', act: 'decision', isSealed: false, ...theirs('partner') }, 'wwwwwwwwwwwwwwwwwwwwww', 'wwwwwww'],
  [{ kind: 'act', act: 'vote', isSealed: false, ...theirs('programme') }, 'wmwwwwwwwwwwwwwwwwwwww', 'mmmmmmm'],
  [{ kind: 'act', act: 'vote', isSealed: false, ...mine }, 'wwwwwwwwwwwwwwwwwwwwww', 'wwwwwww'],
  [{ kind: 'act', act: 'vote', isSealed: true, ...theirs('programme') }, 'mmmmmmmmmmmwmwmmmmmmwm', 'mmmmmmm'],
  [{ kind: 'act', act: 'vote', isSealed: true, ...mine }, 'wwwwwwwwwwwwwwwwwwwwww', 'wwwwwww'],
  [{ kind: 'act', act: 'sheet', isSealed: false, ...theirs('programme') }, 'wwwwwwwwwwwwwwwwwwwwww', 'mmmmmmm'],
  [{ kind: 'act', act: 'sheet', isSealed: true, ...theirs('programme') }, 'mmmmmmmmmmmmmmmmmmmmmm', 'mmmmmmm'],
  [{ kind: 'act', act: 'sheet', isSealed: true, ...mine }, 'wwwwwwwwwwwwwwwwwwwwww', 'wwwwwww'],
  [{ kind: 'act', act: 'rating', isSealed: false, ...theirs('programme') }, 'wwwwwwwwwwwwwwwwwwwwww', 'mmmmmmm'],
  [{ kind: 'paper', paper: 'call_notice' }, 'wwwwwwwwwwwwwwwwwwwwww', 'wwwwwww'],
  [{ kind: 'paper', paper: 'dossier_receipt' }, 'wwwwwwwwwwwwwwwwwwwwww', 'wwwwwww'],
  [{ kind: 'paper', paper: 'decision_letter' }, 'wwwwwwwwwwwwwwwwwwwwww', 'wwwwwww'],
  [{ kind: 'paper', paper: 'feedback_sheet' }, 'wwwwwwwwwwwwwwwwwwwwww', 'wwwwwww'],
  [{ kind: 'paper', paper: 'due_diligence_report' }, 'wwwwwwwwwwwwwwwwwwwwww', '-------'],
  [{ kind: 'paper', paper: 'mou_text' }, 'wwwwwwwwwwwwwwwwwwwwww', 'wwwwwww'],
  [{ kind: 'paper', paper: 'launch_record' }, 'wwwwwwwwwwwwwwwwwwwwww', 'wwwwwww'],
  [{ kind: 'paper', paper: 'review_letter' }, 'wwwwwwwwwwwwwwwwwwwwww', 'wwwwwww'],
  [{ kind: 'paper', paper: 'withdrawal_resolution' }, 'wwwwwwwwwwwwwwwwwwwwww', 'wwwwwww'],
  [{ kind: 'paper', paper: 'public_notice' }, 'wwwwwwwwwwwwwwwwwwwwww', 'wwwwwww'],
  [{ kind: 'paper', paper: 'approval_resolution' }, 'wwwwwwwwwwwwwwwwwwwwww', 'wwwwwww'],
  [{ kind: 'paper', paper: 'concordance_certificate' }, 'wwwwwwwwwwwwwwwwwwwwww', 'wwwwwww'],
  [{ kind: 'paper', paper: 'authority_record' }, 'wwwwwwwwwwwwwwwwwwwwww', 'wwwwwww'],
  [{ kind: 'paper', paper: 'custody_record' }, 'wwwwwwwwwwwwwwwwwwwwww', 'wwwwwww'],
  [{ kind: 'paper', paper: 'name_licence' }, 'wwwwwwwwwwwwwwwwwwwwww', 'wwwwwww'],
  [{ kind: 'paper', paper: 'improvement_plan' }, 'wwwwwwwwwwwwwwwwwwwwww', 'wwwwwww'],
  [{ kind: 'paper', paper: 'redress_decision' }, 'wwwwwwwwwwwwwwwwwwwwww', 'wwwwwww'],
  [{ kind: 'paper', paper: 'session_minutes' }, 'wwwwwwwwwwwwwwwwwwwwww', '-------'],
  [{ kind: 'minutes' }, '----------ww-ww-----w-', '-------'],
  [{ kind: 'scan' }, 'wwwwwwwwwwwwwwwwwwwwww', '-------'],
  [{ kind: 'words', ...theirs('programme') }, 'wwwwwwwwwwwwwwwwwwwwww', '-------'],
  [{ kind: 'words', sentBack: true, ...theirs('programme') }, 'wwwwwwwwwwwwwwwwwwwwww', 'wwwwwww'],
  [{ kind: 'words', ...theirs('partner') }, 'wwwwwwwwwwwwwwwwwwwwww', 'wwwwwww'],
  [{ kind: 'words', ...mine }, 'wwwwwwwwwwwwwwwwwwwwww', 'wwwwwww'],
  [{ kind: 'name', ...theirs('programme') }, 'wwwwwwwwwwwwwwwwwwwwww', '-------'],
  [{ kind: 'name', ...theirs('partner') }, 'wwwwwwwwwwwwwwwwwwwwww', 'wwwwwww'],
  [{ kind: 'interest', ...theirs('programme') }, 'wwwwwwwwwwwwwwwwwwwwww', '-------'],
  [{ kind: 'interest', ...theirs('partner') }, 'wwwwwwwwwwwwwwwwwwwwww', 'wwwwwww'],
  [{ kind: 'letter', ...theirs('programme') }, 'wwwwwwwwwwwwwwwwwwwwww', '-------'],
  [{ kind: 'letter', ...theirs('partner') }, 'wwwwwwwwwwwwwwwwwwwwww', 'wwwwwww'],
  [{ kind: 'inner' }, 'wwwwwwwwwwwwwwwwwwwwww', 'mmmmmmm'],
  [{ kind: 'command', person: 'p-other' }, 'wwwwwwwwwwwwwwwwwwwwww', '-------'],
  [{ kind: 'command', person: me }, 'wwwwwwwwwwwwwwwwwwwwww', 'wwwwwww'],
  [{ kind: 'record' }, '--------------------w-', '-------'],
  [{ kind: 'witnesses' }, 'ww------------------ww', '-------'],
  [{ kind: 'log' }, '-w------------------ww', '-------'],
  [{ kind: 'overview' }, 'wwwwwwwwwwwwwwwwwwwwww', '-------'],
]

/** A seat as the role is held: for the programme, or for the base where the role is held for one. */
export const seatOf = (role: Role, more: Partial<SeatSeen> = {}): SeatSeen => {
  const seat = { role, programme: 'gasme', from: '2027-01-01T00:00:00.000Z' }
  return roles[role].perBase ? { ...seat, base, ...more } : { ...seat, ...more }
}
export const reading = (...seats: readonly SeatSeen[]): SightReader => ({ person: me, seats, interests: [] })
