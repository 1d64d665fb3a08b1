import type { BaseEvent } from '../../domain/event.js'
import { schemaVersion } from '../../domain/event.js'
import { evolve } from '../../domain/evolve.js'
import { canMove, isStatus } from '../../domain/lifecycle.js'
import { unborn } from '../../domain/state.js'
import type { BaseState } from '../../domain/state.js'
import { numberOf, textOf } from '../../verify/entry.js'
import type { HashedEntry } from '../../verify/entry.js'
import { fault } from '../../verify/fault.js'
import type { Fault } from '../../verify/fault.js'
import { jsonLines } from '../../verify/manifest.js'
import { verdictOf, verifyEvidence } from '../../verify/verdict.js'
import type { Trust, Verdict } from '../../verify/verdict.js'
import type { Files } from '../../verify/zip.js'
import { exceptionsTable } from './exceptions-table.js'
import { isBaseId } from '../../domain/ids.js'

/**
 * The verdict, with what takes the programme's own rules: every base is replayed from its entries through `evolve`, the
 * state that comes out must be the one that was shown, and the exceptions those that were listed.
 */
export function verifyReplayed(files: Files, trust: Trust): Verdict {
  const replay = replayer(files)
  const verdict = verifyEvidence(files, { ...trust, visit: replay.visit })
  return verdict.manifest === undefined ? verdict : joined(verdict, replay.end())
}

/** What a replay found, and of how many bases. */
export interface ReplayedBases {
  readonly faults: readonly Fault[]
  readonly figures: Readonly<Record<string, number>>
}

/** The verdict over both halves. */
export const joined = (verdict: Verdict, { faults, figures }: ReplayedBases): Verdict =>
  verdictOf({ ...verdict, figures: { ...verdict.figures, ...figures }, faults: [...verdict.faults, ...faults] })

/** Every base's state from its entries, one after another, and the status moves the table of statuses does not know. */
export const replayer = (files: Files) => {
  const states = new Map<string, BaseState>()
  const faults: Fault[] = []
  const exceptions = exceptionsTable(files)
  const visit = (entry: HashedEntry): void => {
    exceptions.visit(entry)
    const { stream, seq, type, payload, occurredAt, commandId } = entry
    if (!isBaseId(stream)) return
    if (entry.schemaVersion > schemaVersion) return void faults.push(tooNew(entry))
    if (!isBaseEvent(payload)) return void faults.push(unknown(entry))
    const [from, to] = [textOf(payload, 'from'), textOf(payload, 'to')]
    if (type === 'status_changed' && !(isStatus(from) && isStatus(to) && canMove(from, to))) faults.push(moved(entry))
    try {
      const before = states.get(stream) ?? unborn(stream)
      states.set(stream, evolve(before, { seq, occurredAt, schemaVersion, event: payload, commandId }))
    } catch {
      // The table of evolvers has no row for it: the entry was written by a newer program.
      faults.push(unknown(entry))
    }
  }
  const end = (): ReplayedBases => ({
    faults: [
      ...faults,
      ...exceptions.end(),
      ...jsonLines(files, 'bases.ndjson').flatMap((base) => differs(base, states)),
    ],
    figures: { replayed: states.size },
  })
  return { visit, end }
}

/** An entry's payload becomes an event again by its type; that it is what was recorded, its hash has shown. */
const isBaseEvent = (payload: object): payload is BaseEvent => 'type' in payload && typeof payload.type === 'string'

const differs = (base: object, states: ReadonlyMap<string, BaseState>): readonly Fault[] => {
  const shown = { ...base }
  const id = textOf(shown, 'base')
  const state = states.get(id)
  // What was written after the checkpoint is shown already and not yet in the file.
  if (state === undefined || numberOf(shown, 'seq') !== state.seq) return []
  const isSame =
    textOf(shown, 'status') === state.status &&
    (state.stage === undefined || textOf(shown, 'stage') === state.stage.stage) &&
    ('closed' in shown && shown.closed) === state.closed
  return isSame ? [] : [otherState(id, { shown: textOf(shown, 'status'), replayed: state.status })]
}

const otherState = (base: string, { shown, replayed }: { shown: string; replayed: string }): Fault =>
  fault('replay', {
    at: { stream: base },
    en: `${base} was shown as ${shown}, but its entries make it ${replayed}.`,
    'zh-CN': `${base}显示为${shown}，而其记录得出的状态是${replayed}。`,
  })

const tooNew = ({ stream, seq, schemaVersion: version }: HashedEntry): Fault =>
  fault('replay', {
    at: { stream, seq },
    en: `Entry ${seq} of ${stream} has version ${version}; this program reads up to ${schemaVersion}. Use a newer one.`,
    'zh-CN': `${stream}第${seq}条记录的版本为${version}，本程序最多读取${schemaVersion}。请使用更新的程序。`,
  })

const unknown = ({ stream, seq, type }: HashedEntry): Fault =>
  fault('replay', {
    at: { stream, seq },
    en: `Entry ${seq} of ${stream} is of a kind this program does not know: ${type}.`,
    'zh-CN': `${stream}第${seq}条记录的类型本程序不认识：${type}。`,
  })

const moved = ({ stream, seq, payload }: HashedEntry): Fault =>
  fault('replay', {
    at: { stream, seq },
    en: `Entry ${seq} of ${stream} moves the base from ${textOf(payload, 'from')} to ${textOf(payload, 'to')}, which the rules do not allow.`,
    'zh-CN': `${stream}第${seq}条记录将基地从${textOf(payload, 'from')}变为${textOf(payload, 'to')}，规则不允许。`,
  })
