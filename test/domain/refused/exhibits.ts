import type { BringExhibit } from '../../../domain/commands/exhibits.js'
import type { BaseCommand } from '../../../domain/command.js'
import type { ABase } from '../../support/a-base.js'
import { holderOf } from '../../support/an-example.js'
import { actedOnce, at, sent, type RefusedCase } from './case.js'

const words = { id: 't1', hash: 'f'.repeat(64) }
const file = { sha256: 'a'.repeat(64), size: 9, media: 'application/pdf', scan: 'clean' } as const

/** An exhibit of the screening officer's step, sound but for what the case changes in what it says. */
const bringing = (exhibit: string, says: Partial<BringExhibit['says']> = {}): BringExhibit => ({
  type: 'bring_exhibit',
  exhibit,
  says: {
    kind: 'audit_report',
    classProposed: 2,
    readers: 'PAR',
    seal: 'signed',
    languages: ['zh-CN'],
    issuedOn: '2026-01-01',
    ...says,
  },
  file,
  words,
})

const { issuedOn: _, ...undated } = bringing('x1').says

const screening = at('1.4a')
const officer = holderOf('SO')
const other = holderOf('LC')

/** The same base once some exhibits were brought, and judged. */
const once =
  (...acts: readonly (readonly [BaseCommand, typeof officer])[]) =>
  (): ABase => {
    const base = screening()
    for (const [command, actor] of acts) actedOnce(base, { command, actor })
    return base
  }
const brought = [bringing('x1'), officer] as const
const checked = [{ type: 'check_exhibit', exhibit: 'x1', class: 2 }, other] as const

export const exhibitCases: readonly RefusedCase[] = [
  {
    says: 'an exhibit is brought by whoever acts on an open step, and by nobody else',
    code: 'exhibit_not_yours',
    detail: { steps: ['1.4a.1'], have: ['EX'] },
    base: screening,
    command: sent(bringing('x1')),
    actor: holderOf('EX'),
    twin: { actor: officer },
  },
  {
    says: 'a file is brought once',
    code: 'exhibit_known',
    base: once(brought),
    command: sent(bringing('x1')),
    actor: officer,
    twin: { command: sent(bringing('x2')) },
  },
  {
    says: 'what somebody else has issued bears the day of its issue',
    code: 'exhibit_incomplete',
    detail: { kind: 'audit_report', lacks: ['issuedOn'] },
    base: screening,
    command: sent({ ...bringing('x1'), says: undated }),
    actor: officer,
    twin: { command: sent(bringing('x1')) },
  },
  {
    says: 'nothing was issued tomorrow',
    code: 'exhibit_incomplete',
    base: screening,
    command: sent(bringing('x1', { issuedOn: '2099-01-01' })),
    actor: officer,
    twin: { command: sent(bringing('x1')) },
  },
  {
    says: 'a class is no better than the kind can have (8.6)',
    code: 'exhibit_class_too_good',
    detail: { kind: 'audit_report', got: 1, best: 2 },
    base: screening,
    command: sent(bringing('x1', { classProposed: 1 })),
    actor: officer,
    twin: { command: sent(bringing('x1')) },
  },
  {
    says: 'a translation is of an exhibit that stands',
    code: 'exhibit_unknown',
    detail: { exhibit: 'x9' },
    base: once(brought),
    command: sent(bringing('x2', { translationOf: 'x9' })),
    actor: officer,
    twin: { command: sent(bringing('x2', { translationOf: 'x1' })) },
  },
  {
    says: 'of what compliance alone reads another officer hears nothing',
    code: 'exhibit_unknown',
    base: once([bringing('x1', { readers: 'CPL' }), officer]),
    command: sent({ type: 'check_exhibit', exhibit: 'x1', class: 2 }),
    actor: other,
    twin: { actor: holderOf('CO') },
  },
  {
    says: 'whoever has brought an exhibit does not judge it',
    code: 'exhibit_own',
    base: once(brought),
    command: sent({ type: 'check_exhibit', exhibit: 'x1', class: 2 }),
    actor: officer,
    twin: { actor: other },
  },
  {
    says: 'an exhibit is accepted once it was checked',
    code: 'exhibit_stands',
    detail: { status: 'received', allowed: ['checked'] },
    base: once(brought),
    command: sent({ type: 'accept_exhibit', exhibit: 'x1' }),
    actor: other,
    twin: { base: once(brought, checked) },
  },
  {
    says: 'once it was checked an exhibit is not replaced by whoever brought it',
    code: 'exhibit_stands',
    detail: { status: 'checked', allowed: ['received', 'returned'] },
    base: once(brought, checked),
    command: sent(bringing('x2', { supersedes: 'x1' })),
    actor: officer,
    twin: { base: once(brought) },
  },
  {
    says: 'who is no receiving officer judges no exhibit',
    code: 'not_your_role',
    base: once(brought),
    command: sent({ type: 'return_exhibit', exhibit: 'x1', code: 'unsigned', reason: words }),
    actor: holderOf('PM'),
    twin: { actor: other },
  },
]
