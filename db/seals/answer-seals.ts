import { isSealFor, sealedText, sealFor } from './row-seal.js'
import type { AcceptedEntries, CommandState } from '../schema/exchange-tables.js'

/** What a command became, and which command of whom. */
interface Became extends AcceptedEntries {
  readonly id: string
  readonly stream: string
}

/**
 * The seal of a "yes": made by `record` alone, over what it wrote. The API repeats no other one, neither from whoever
 * answers an update nor from a row: who reaches Temporal or may write rows is not yet a worker.
 */
export const acceptedSeal = (became: Became): string => sealFor('accepted', factsOfAccepted(became))

/** Whether `record` said that the command became this. */
export const isAcceptedSealed = (became: Became, seal: string | null | undefined): boolean =>
  isSealFor('accepted', { facts: factsOfAccepted(became), seal: seal ?? null })

const factsOfAccepted = ({ id, stream, head, entries }: Became) => [
  id,
  stream,
  head,
  sealedText(entries.map(({ seq, type, occurredAt }) => ({ seq, type, occurredAt }))),
]

/** What a sender is told, and of which command. */
interface Told<S extends CommandState = CommandState> {
  readonly id: string
  readonly state: S
  readonly outcome: unknown
}

/** What the row of a command keeps of what its sender is told, sealed: whoever repeats it is told it again only where the API kept it. */
export const toldAs = <S extends CommandState>(told: Told<S>) => ({
  state: told.state,
  outcome: JSON.stringify(told.outcome),
  outcome_seal: sealFor('outcome', factsOfTold(told)),
})

/** Whether the API kept this as what the sender was told. */
export const isOutcomeSealed = (told: Told, seal: string | null): boolean =>
  isSealFor('outcome', { facts: factsOfTold(told), seal })

const factsOfTold = ({ id, state, outcome }: Told) => [id, state, sealedText(outcome)]
