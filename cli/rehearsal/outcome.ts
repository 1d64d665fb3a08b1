import { setTimeout as pause } from 'node:timers/promises'
import { ConditionsResponse } from '../../api/contract/conditions.js'
import { ExhibitView } from '../../api/contract/exhibits.js'
import { EntryResponse } from '../../api/contract/history.js'
import { DocumentResponse, LetterResponse } from '../../api/contract/paper.js'
import { look, reader } from './player.js'
import type { Player, Theatre } from './theatre.js'

/** What one rehearsed base comes to, as `rehearse --json` prints it. */
export interface RehearsedBase {
  readonly base: string
  readonly stages: readonly {
    readonly stage: string
    readonly enteredAt: string
    readonly leftAt: string
    readonly outcome: string | null
  }[]
  /** How many people acted on it. */
  readonly people: number
  readonly steps: number
  readonly decisions: number
  readonly letters: number
  /** What people brought: figures in forms, exhibits, findings, conditions that were fixed, values of indicators. */
  readonly facts: number
  readonly evidence: number
  readonly findings: number
  readonly conditions: number
  readonly figures: number
  readonly documents: readonly { readonly kind: string; readonly language: string; readonly sha256: string }[]
  readonly ledger: { readonly entries: number; readonly head: string }
  readonly virtualDays: number
  readonly wallSeconds: number
}

/** How long the last letters and papers may take. */
const patienceMs = 60_000
/** A binding letter is unknown while it is handed over; one that is so for longer stays so, until a person judges. */
const handingOverMs = 5_000

/** Reads what a base has come to. `since`: wall clock of the start, in ms. */
export const outcomeOf = async (
  stage: Theatre,
  { player, since }: { player: Player; since: number },
): Promise<RehearsedBase> => {
  await look(stage, player)
  const { view } = player
  const { client } = stage
  const { facts, findings, figures } = player.counted
  const [documents, entries, exhibits, conditions] = await Promise.all([
    client.all(`/bases/${player.base}/documents`, { schema: DocumentResponse, as: reader }),
    client.all(`/bases/${player.base}/history`, { schema: EntryResponse, as: reader }),
    client.all(`/bases/${player.base}/exhibits`, { schema: ExhibitView, as: reader }),
    client.get(`/bases/${player.base}/conditions`, { schema: ConditionsResponse, as: reader }),
  ])
  return {
    base: player.base,
    stages: view.stages.flatMap(({ stage: name, enteredAt, leftAt, outcome }) =>
      leftAt === null ? [] : [{ stage: name, enteredAt, leftAt, outcome }],
    ),
    people: new Set(entries.flatMap(({ actor }) => actor ?? [])).size,
    steps: view.counts.steps,
    decisions: view.counts.decisions,
    letters: view.counts.letters,
    facts,
    evidence: exhibits.length,
    findings,
    conditions: conditions.items.length,
    figures,
    documents: documents.map(({ kind, language, sha256 }) => ({ kind, language, sha256 })),
    ledger: view.ledger,
    virtualDays: Math.round((Date.parse(view.lastEntryAt) - Date.parse(view.openedAt)) / 86_400_000),
    wallSeconds: Math.round((performance.now() - since) / 100) / 10,
  }
}

/** Waits until no letter of the base is queued and every paper that was ordered is made; false: some are still under way. */
export const lettersAndPapersAreOut = async ({ client }: Theatre, { base }: Player): Promise<boolean> => {
  const [giveUp, handedOver] = [performance.now() + patienceMs, performance.now() + handingOverMs]
  while (performance.now() < giveUp) {
    // In this order: a paper queues its letters in the moment it is made.
    const entries = await client.all(`/bases/${base}/history`, { schema: EntryResponse, as: reader })
    const letters = await client.all(`/bases/${base}/letters`, { schema: LetterResponse, as: reader })
    const count = (type: string) => entries.filter((entry) => entry.type === type).length
    const onTheWay = letters.some(
      ({ state }) => state === 'queued' || (state === 'unknown' && performance.now() < handedOver),
    )
    if (!onTheWay && count('document_ordered') <= count('document_made')) return true
    await pause(200)
  }
  return false
}
