import type { PlainDate } from '../../../domain/calendar-date.js'
import type { BroughtText } from '../../../domain/commands/negotiation.js'
import type { StepKey } from '../../../domain/values/step-key.js'
import { aBase, type ABase } from '../../support/a-base.js'
import { decisionOn, stepOf } from '../../support/acting.js'
import { holderOf } from '../../support/an-example.js'
import { hashOf, markOf, translated, versionWith } from '../../support/negotiating.js'
import { at, choosing, lacking, type RefusedCase } from './case.js'

/** The decision with something else of the text than the option asks for. */
const bringing =
  (key: StepKey, { option, text }: { option: string; text: (base: ABase) => BroughtText }) =>
  (base: ABase) => ({ ...decisionOn(base, { step: stepOf(base, key), option }), text: text(base) })

const unknown = (): BroughtText => ({ answers: [{ no: 99, state: 'accepted' }] })

/** Both sides are to sign, and what was proven for one of them held until that day. */
const provenUntil = (holdsUntil: PlainDate) => (): ABase => {
  const base = at('3.11a')()
  const { state, now } = base.saved()
  const { stage } = state
  const proof = stage?.steps['3.10a.1']
  if (stage === undefined || proof === undefined) throw new Error('nothing was proven')
  const acts = proof.acts.map((act) => ({ ...act, facts: { holdsUntil } }))
  const steps = { ...stage.steps, [proof.id]: { ...proof, acts } }
  return aBase({ from: { state: { ...state, stage: { ...stage, steps } }, now } })
}

/** What is handed over of the text that both sides make, or lacks of it. */
export const negotiationCases: readonly RefusedCase[] = [
  {
    says: 'a draft without a text is no draft',
    code: 'text_missing',
    detail: { step: '3.2a.1', option: 'ready' },
    base: at('3.2a'),
    command: lacking('text', { key: '3.2a', option: 'ready' }),
    actor: holderOf('PM'),
    twin: { command: choosing('3.2a', 'ready') },
  },
  {
    says: 'whoever only reads the text hands none over',
    code: 'text_not_asked',
    detail: { step: '3.5.1', option: 'accept' },
    base: at('3.5'),
    command: bringing('3.5', { option: 'accept', text: (base) => ({ version: versionWith(base) }) }),
    actor: holderOf('LG'),
    twin: { command: choosing('3.5', 'accept') },
  },
  {
    says: 'a translation does not write a clause anew (8.7)',
    code: 'text_beyond',
    detail: { step: '3.8a.1', clauses: ['money'], only: 'languages' },
    base: at('3.8a'),
    command: bringing('3.8a', {
      option: 'translated',
      text: (base) => ({ version: versionWith(base, { money: markOf('money', 1) }) }),
    }),
    actor: holderOf('TR'),
    twin: {
      command: bringing('3.8a', {
        option: 'translated',
        text: (base) => ({ version: versionWith(base, { money: translated('money', 'en') }) }),
      }),
    },
  },
  {
    says: 'nobody answers a proposal that was never brought',
    code: 'text_number_wrong',
    detail: { step: '3.4.1', numbers: [99] },
    base: at('3.4'),
    command: bringing('3.4', { option: 'send', text: unknown }),
    actor: holderOf('PM'),
    twin: { command: choosing('3.4', 'send') },
  },
  {
    says: 'a counter-draft without a proposal is none',
    code: 'text_unsettled',
    detail: { step: '3.5.1', option: 'counter_draft', need: 'proposal', open: [] },
    base: at('3.5'),
    command: lacking('text', { key: '3.5', option: 'counter_draft' }),
    actor: holderOf('LG'),
    twin: {
      command: bringing('3.5', {
        option: 'counter_draft',
        text: () => ({ proposals: [{ no: 1, clause: 'money', hash: hashOf('another sum') }] }),
      }),
    },
  },
  {
    says: 'nobody signs on a day on which the authority that was proven no longer held',
    code: 'proof_expired',
    detail: { step: '3.11a.1', proof: '3.10a.1', until: '2026-03-01' },
    base: provenUntil('2026-03-01'),
    command: choosing('3.11a', 'signed_in_ceremony'),
    actor: holderOf('AS'),
    twin: { base: provenUntil('2026-03-02') },
  },
]
