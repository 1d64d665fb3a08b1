import type { BaseId } from './ids.js'

/** The workflow types, as the API and the comparison name them without importing them. */
export const workflowTypes = {
  base: 'cooperationBase',
  programme: 'programme',
  reconciliation: 'reconciliation',
} as const

/** The signal that has a workflow take over what its ledger has and it does not know. */
export const catchUpName = 'catch_up'

/** The id under which a request to cancel is recorded, of a base and the run that was asked. */
export const cancelId = ({ base, run }: { readonly base: BaseId; readonly run: string }): string =>
  `cancel:${base}:${run}`
