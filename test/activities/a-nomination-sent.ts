import type { DecisionRequest } from '../../activities/contract.js'
import { unborn } from '../../domain/state.js'
import { dayOfNomination, exampleBase, holderOf, nomination } from '../support/an-example.js'

const place = { country: 'CN', zone: 'Asia/Shanghai' }

/** The nomination of the example base, as its workflow hands it to the activity that decides. */
export const nominating = (id: string): Extract<DecisionRequest, { readonly kind: 'base' }> => ({
  kind: 'base',
  base: exampleBase,
  place,
  procedure: 'full',
  state: unborn(exampleBase),
  id,
  command: nomination,
  actor: holderOf('PM'),
  now: dayOfNomination,
  namespace: 'cornerstone',
  run: 'run-1',
  isRepeat: false,
  rules: {
    procedure: 'full',
    calendars: [{ country: 'US', zone: 'America/New_York' }, place],
    from: dayOfNomination.slice(0, 10),
  },
})
