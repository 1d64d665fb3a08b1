import type { Kysely } from 'kysely'
import { now } from '../../clock/machine-clock.js'
import { foundTwice, type Divergence } from '../../domain/divergence.js'
import { diverges, recoveredIn } from '../../reconciliation/diverges.js'
import { type Testimony } from '../../reconciliation/testimony.js'
import type { RunFacts } from '../../reconciliation/run-facts.js'
import { hasRoom, heldOf, sealedComparison, type ComparedRun } from '../compared-runs.js'
import { uncomparedRuns } from '../reads/unsealed-runs.js'
import { testimonyOf, type TestimonyRequest } from '../reads/testimony.js'
import type { Database } from '../schema.js'

type Db = Kysely<Database>

interface Comparing extends Pick<TestimonyRequest, 'stream' | 'namespace' | 'rehearsal' | 'readers'> {
  /** Waits until what was under way at the first look has come to its end. */
  readonly pause: () => Promise<void>
}

/**
 * Holds every run of a stream whose history is sealed and was not compared yet against the ledger, once, and seals what came of it:
 * later comparisons start from there. A run of which a command still has no answer waits. Returns how many were compared.
 */
export async function compareSealedRuns(db: Db, comparing: Comparing): Promise<number> {
  const { stream } = comparing
  const sealed = new Map((await uncomparedRuns(db, [stream])).map(({ run, sha256 }) => [run, sha256]))
  if (sealed.size === 0) return 0
  const { testimony, found, underWay } = await lookTwice(db, comparing)
  const compared = testimony.runs.flatMap((facts): readonly ComparedRun[] => {
    const sha256 = sealed.get(facts.run)
    if (sha256 === undefined || awaitsAnswer(facts, testimony)) return []
    if (underWay.some((one) => concerns(one, spokenForBy(facts)))) return []
    return [comparisonOf(facts, { sha256, testimony, found })]
  })
  const kept = compared.filter(hasRoom)
  if (kept.length > 0) await db.insertInto('compared_run').values(kept).execute()
  return kept.length
}

/**
 * What differed both times, and all else by the last look alone: a row says of one and the same moment what was found and what the
 * database had. What only the second look found may be under way, and nobody may start from it.
 */
const lookTwice = async (db: Db, { pause, ...request }: Comparing) => {
  const testimony = await testimonyOf(db, request)
  const first = diverges(testimony)
  if (first.length === 0) return { testimony, found: [], underWay: [] }
  await pause()
  const later = await testimonyOf(db, request)
  const second = diverges(later)
  const found = foundTwice(first, second)
  return { testimony: later, found, underWay: second.filter((one) => !found.includes(one)) }
}

const awaitsAnswer = ({ updates }: RunFacts, { commands }: Testimony): boolean => {
  const ids = new Set(updates.map(({ id }) => id))
  return commands.some(({ id, state }) => ids.has(id) && (state === 'unsent' || state === 'sent'))
}

interface Outcome {
  readonly sha256: string
  readonly testimony: Testimony
  readonly found: readonly Divergence[]
}

const comparisonOf = (facts: RunFacts, { sha256, testimony, found }: Outcome): ComparedRun => {
  const spokenFor = spokenForBy(facts)
  const { entries, commands } = spokenFor
  const recovered = recoveredIn(testimony).some(({ seq }) => entries.includes(seq))
  const codes = found.filter((one) => concerns(one, spokenFor)).map(({ code }) => code)
  return sealedComparison({
    stream: testimony.stream,
    run: facts.run,
    sha256,
    entries,
    commands,
    first_seq: entries[0] ?? null,
    last_seq: entries.at(-1) ?? null,
    continues: facts.continues ?? null,
    held: heldOf({ entries, commands }, testimony),
    // What was recovered after a crash agrees and is told each time, so its run is read each time.
    found: [...new Set([...codes, ...(recovered ? ['recovered'] : [])])].toSorted(),
    compared_at: now(),
  })
}

type SpokenFor = Pick<ComparedRun, 'run' | 'entries' | 'commands'>

const spokenForBy = ({ run, recorded, updates }: RunFacts): SpokenFor => ({
  run,
  entries: [...new Set(recorded.map(({ seq }) => seq))].toSorted((one, other) => one - other),
  commands: updates.map(({ id }) => id).toSorted(),
})

const concerns = ({ run, seq, subject }: Divergence, of: SpokenFor): boolean =>
  run === of.run ||
  (seq !== undefined && of.entries.includes(seq)) ||
  (subject !== undefined && of.commands.includes(subject))
