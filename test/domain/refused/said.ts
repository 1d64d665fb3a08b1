import { holderOf } from '../../support/an-example.js'
import type { EnterPaper } from '../../../domain/commands/paper.js'
import { entering } from '../../support/on-paper.js'
import { after, at, choosing, choosingWith, lacking, type RefusedCase } from './case.js'

/** No to what says nothing in words, and to what says that something is missing where nothing is (8.14). */
export const saidCases: readonly RefusedCase[] = [
  {
    says: 'a dossier with all its parts is not sent back as incomplete',
    code: 'nothing_missing',
    detail: { allowed: ['complete'] },
    base: at('1.4a'),
    command: choosingWith('1.4a', { option: 'return', facts: { lacking: [] } }),
    actor: holderOf('SO'),
    // A part that is there and unsigned is missing all the same: the officer's checklist says so.
    twin: { command: choosingWith('1.4a', { option: 'return', facts: { lacking: [4] } }) },
  },
  {
    says: 'nor is one complete of which the checklist finds a part unsigned',
    code: 'dossier_incomplete',
    detail: { missing: [4] },
    base: at('1.4a'),
    command: choosingWith('1.4a', { option: 'complete', facts: { lacking: [4] } }),
    actor: holderOf('SO'),
    twin: { command: choosingWith('1.4a', { option: 'complete', facts: { lacking: [] } }) },
  },
  {
    says: 'nor refused for it, though for another reason',
    code: 'nothing_missing',
    base: at('1.4a'),
    command: choosingWith('1.4a', { option: 'refuse', code: 'INC', facts: { lacking: [] } }),
    actor: holderOf('SO'),
    twin: { command: choosingWith('1.4a', { option: 'refuse', code: 'QUO' }) },
  },
  {
    says: 'a report with all its indicators is not sent back',
    code: 'nothing_missing',
    detail: { allowed: ['complete', 'misstatement'] },
    base: at('5.3a'),
    command: choosing('5.3a', 'return'),
    actor: holderOf('SO', 20),
    twin: { base: at('5.3a', { brings: { report: { leavesOut: 1 } } }) },
  },
  {
    says: 'a launch with every item done is not called unready',
    code: 'nothing_missing',
    detail: { allowed: ['ready'] },
    base: at('4.9'),
    command: choosing('4.9', 'not_ready'),
    actor: holderOf('SO', 20),
    twin: { base: at('4.9', { answers: { '4.2a': 'not_ready' } }) },
  },
  {
    says: 'a negative decision needs words beside its code',
    code: 'text_required',
    detail: { option: 'decline' },
    base: at('1.2b'),
    command: lacking('reason', { key: '1.2b', option: 'decline' }),
    actor: holderOf('PM'),
    twin: { command: choosing('1.2b', 'decline') },
  },
  {
    says: 'a return says what is missing, though it bears no code',
    code: 'text_required',
    detail: { option: 'return' },
    base: after(at('1.5a'), ['1.5a', 'eligible']),
    command: lacking('reason', { key: '1.5b', option: 'return' }),
    actor: holderOf('SO', 20),
    twin: { command: choosing('1.5b', 'return') },
  },
  {
    says: 'nor is an objection on paper entered whose reason nobody has typed (R16)',
    code: 'text_required',
    detail: { option: 'object', signedBy: holderOf('SA').person },
    base: at('1.7'),
    command: (base) => withoutReason(entering(base, { key: '1.7', option: 'object' })),
    actor: holderOf('CS'),
    twin: { command: (base) => entering(base, { key: '1.7', option: 'object' }) },
  },
]

const withoutReason = ({ reason: _, ...command }: EnterPaper): EnterPaper => command
