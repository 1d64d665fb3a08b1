import { isSealFor, sealFor } from './row-seal.js'

/** The history of a run as it was kept: whose it is, the hash of its bytes, and how many events it has. */
interface History {
  readonly stream: string
  readonly run: string
  readonly sha256: string
  readonly events: number
}

/** The seal that goes with a history that is kept: without it nobody takes the row for what a run did. */
export const historySeal = (history: History): string => sealFor('history', factsOf(history))

/** Whether a history was kept by a process of the programme, and is what it was then. */
export const isHistorySealed = ({ seal, ...history }: History & { readonly seal: string }): boolean =>
  isSealFor('history', { facts: factsOf(history), seal })

const factsOf = ({ stream, run, sha256, events }: History) => [stream, run, sha256, events]
