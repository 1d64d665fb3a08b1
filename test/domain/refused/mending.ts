import { aNominatedBase, type ABase } from '../../support/a-base.js'
import { holderOf } from '../../support/an-example.js'
import { closedBase, sent, type RefusedCase } from './case.js'

const revive = sent({ type: 'revive', code: 'TER' })
const administrator = holderOf('AD')
/** A base whose run was begun from the ledger and waits for its revival. */
const begunAnew = (): ABase => aNominatedBase({ begunFrom: 3 })

/** No to mending what is not broken, and to whoever mends nothing. */
export const mendingCases: readonly RefusedCase[] = [
  {
    says: 'a base whose workflow runs is not revived',
    code: 'workflow_runs',
    base: aNominatedBase,
    command: revive,
    actor: administrator,
    twin: { base: begunAnew },
  },
  {
    says: 'a run is revived once: afterwards it goes on like any other',
    code: 'workflow_runs',
    base: () => {
      const base = begunAnew()
      base.send(revive(), { actor: administrator })
      return base
    },
    command: revive,
    actor: holderOf('AD', 2),
    twin: { base: begunAnew },
  },
  {
    says: 'a manager does not revive a workflow: an administrator does',
    code: 'not_your_role',
    detail: { needs: 'AD' },
    base: begunAnew,
    command: revive,
    actor: holderOf('PM'),
    twin: { actor: administrator },
  },
  {
    says: 'an auditor only reads, and revives nothing (SD9)',
    code: 'seat_forbids',
    detail: { rule: 'SD9', holds: 'AU' },
    base: begunAnew,
    command: revive,
    actor: holderOf('AU'),
    twin: { actor: administrator },
  },
  {
    says: 'a base that has come to its end is not revived',
    code: 'base_closed',
    base: closedBase({ '1.2a': 'withdraw' }),
    command: revive,
    actor: administrator,
    twin: { base: begunAnew },
  },
]
