import type { Transaction } from 'kysely'
import { healNote, lostWith, type HealedNote } from '../../db/healing/heal-note.js'
import { inOrderOfRecording, planHealing } from '../../db/healing/plan-healing.js'
import type { Batch, Obstacle } from '../../db/healing/plan-healing.js'
import { readPlaces, readStream, runsByStream } from '../../db/healing/read-stream.js'
import type { ProgrammeHome } from '../../db/healing/read-stream.js'
import { writeAgain } from '../../db/healing/write-again.js'
import type { DoubtfulLetter } from '../../db/healing/write-again.js'
import type { Database } from '../../db/schema.js'
import { programmeOfBase, workflowIdOf } from '../../domain/ids.js'
import { textAt } from '../../reconciliation/facts-of.js'
import type { ToldCommand } from '../../reconciliation/told-rows.js'
import { beginMissing, type Begun } from './begin-missing.js'
import { after, beginning, viewer, type StreamState } from './cores.js'
import { runsIn, toldOf, type ToldStream } from './told-of-streams.js'
import type { HealingParts } from './healing-parts.js'

/** What was brought together, and what a person has to look at. Ids and numbers only. */
export interface Healed extends Begun {
  /** Streams that got entries back, with the first and the last of them. */
  readonly healed: readonly { readonly stream: string; readonly from: number; readonly to: number }[]
  /** Streams that are left as they are. */
  readonly refused: readonly (Obstacle & { readonly stream: string })[]
  readonly letters: readonly DoubtfulLetter[]
  /** Commands that got entries back and have no note: a repeat of them is told so by its entries only. */
  readonly unnoted: readonly string[]
  /** Recorded commands whose id was skipped, refused or given to another text after the restore: their entries are back and count. */
  readonly overruled: readonly string[]
  /** Words and scans that only the database had. */
  readonly texts: readonly string[]
  readonly scans: readonly string[]
  /** Streams of Temporal whose programme the database does not know. */
  readonly unknown: readonly string[]
}

/**
 * Brings the database and Temporal together after one of them was restored: what the ledger lacks comes back out of the
 * histories, and a workflow that is missing is begun again from the ledger. Nothing is taken away from either; a stream that
 * went two ways is left as it is, and told. Refuses a database without a programme. Safe to repeat. Workers and API stand still meanwhile.
 */
export async function heal(parts: HealingParts): Promise<Healed> {
  const { db } = parts
  const places = await readPlaces(db)
  if (places.size === 0) throw new Error(noProgramme)
  const { told, unknown } = await everythingTold(parts, places)
  const [batches, refused]: [Batch[], (Obstacle & { readonly stream: string })[]] = [[], []]
  for (const [stream, of] of told) {
    const plan = planHealing({ stream, ...(await readStream(db, stream)), told: of.rows, bare: of.bare })
    if (plan.kind === 'refused') refused.push({ stream, ...plan.obstacle })
    else batches.push(...plan.batches)
  }
  const written = await writeAll(parts, { batches: inOrderOfRecording(batches), places, told })
  const left = new Set(refused.map(({ stream }) => stream))
  const sound = new Map([...told].filter(([stream]) => !left.has(stream)))
  const begun = await beginMissing(parts, { places, told: sound })
  return { healed: spansOf(batches), refused, unknown, ...written, ...(await lostWith(db, batches)), ...begun }
}

const noProgramme =
  'The database knows no programme, so it does not say where its workflows lie: it is empty, or not the one you mean. Restore a backup of it first; where there is none, start and stop once, which makes the programme, and heal then.'

type Places = ReadonlyMap<string, ProgrammeHome>
type AllTold = ReadonlyMap<string, ToldStream>

async function everythingTold({ db, connection }: HealingParts, places: Places) {
  const told = new Map<string, ToldStream>()
  const unknown: string[] = []
  const kept = await runsByStream(db)
  for (const namespace of new Set([...places.values()].map((place) => place.namespace))) {
    const own = [...places].filter(([, place]) => place.namespace === namespace).map(([programme]) => programme)
    const known = (stream: string): boolean => own.includes(programmeOfBase(stream))
    const inTemporal = await runsIn(connection, namespace)
    unknown.push(...[...inTemporal.keys()].filter((stream) => !known(stream)).toSorted())
    for (const stream of new Set([...inTemporal.keys(), ...kept.keys()].filter(known).toSorted())) {
      const named = [...(inTemporal.get(stream) ?? []), ...(kept.get(stream) ?? [])]
      told.set(stream, await toldOf(connection, { namespace, stream, named }))
    }
  }
  return { told, unknown }
}

interface Writing {
  readonly batches: readonly Batch[]
  readonly places: Places
  readonly told: AllTold
}

type Written = Pick<Healed, 'letters' | 'unnoted' | 'overruled'>

/** All of it or nothing: a ledger that is half healed would look whole to its workflows. */
async function writeAll({ db, decrees }: HealingParts, writing: Writing): Promise<Written> {
  const { batches, places, told } = writing
  const view = viewer(db, decrees)
  const commands = new Map([...told.values()].flatMap((one) => one.commands.map((command) => [command.id, command])))
  const states = new Map<string, StreamState>()
  return await db.transaction().execute(async (trx) => {
    const letters: DoubtfulLetter[] = []
    const notes: { readonly id: string; readonly note: HealedNote }[] = []
    for (const batch of batches) {
      const { stream, rows } = batch
      const place = places.get(programmeOfBase(stream))
      if (place === undefined) continue
      const state = after(states.get(stream) ?? (await stateOf(trx, stream)), rows)
      states.set(stream, state)
      const shown = await view(state, { at: rows[0]?.occurred_at ?? '', procedure: place.procedure })
      letters.push(...(await writeAgain(trx, { batch, shown })))
      const command = commands.get(batch.commandId)
      const body = command && parcelOf(command, { stream, place })
      notes.push({ id: batch.commandId, note: await healNote(trx, { command, body, batch }) })
    }
    const those = (kind: HealedNote) => notes.flatMap(({ id, note }) => (note === kind ? [id] : []))
    return { letters, unnoted: those('unnoted'), overruled: those('overruled') }
  })
}

const stateOf = async (trx: Transaction<Database>, stream: string): Promise<StreamState> =>
  after(beginning(stream), (await readStream(trx, stream)).rows)

/** What was sent, as the door keeps it. */
const parcelOf = (
  { command: sent, channel }: ToldCommand,
  { stream, place }: { readonly stream: string; readonly place: ProgrammeHome },
) => ({
  namespace: place.namespace,
  workflow: workflowIdOf(stream),
  update: textAt(sent, 'type') ?? '',
  command: sent,
  channel,
})

const spansOf = (batches: readonly Batch[]): Healed['healed'] => {
  const spans = new Map<string, { stream: string; from: number; to: number }>()
  for (const { stream, rows } of batches) {
    const [first, last] = [rows[0]?.seq ?? 0, rows.at(-1)?.seq ?? 0]
    const known = spans.get(stream)
    spans.set(stream, { stream, from: Math.min(known?.from ?? first, first), to: Math.max(known?.to ?? last, last) })
  }
  return [...spans.values()]
}
