import type { z } from 'zod'
import { baseStateOf } from '../../db/reads/base-states.js'
import { clockOf, type ReadBase } from '../../db/reads/bases.js'
import { documentsOfBases, type ListedDocument } from '../../db/reads/documents.js'
import { groupedBy } from '../../db/reads/grouped.js'
import { openedByWords, type OpenedBy } from '../../db/reads/returns.js'
import type { Procedure } from '../../domain/procedure.js'
import type { Refusal } from '../../domain/refusal.js'
import type { SightRules } from '../../domain/sight/act-kind.js'
import type { BaseState } from '../../domain/state.js'
import type { SightOfBase } from '../auth/sight.js'
import type { RaisedBy } from '../contract/step.js'
import type { AskingParts } from '../parts.js'
import { notYetOn } from './not-yet.js'
import { readPinned, sightRules } from './pinned-procedure.js'
import { raisedOn } from './raised-view.js'

/** What is needed to show the steps of one base: its rules, and the papers that are decided on. */
export interface StepSetting {
  readonly base: ReadBase
  readonly procedure: Procedure
  /** The same rules as far as sight hangs on them. */
  readonly rules: SightRules
  readonly papers: readonly ListedDocument[]
  /** Which open steps were opened by a decision that was taken in words. */
  readonly openedBy: readonly OpenedBy[]
  /** By whom, why and until when an open step was asked for, with the words where its reader may read them. */
  readonly raised: ReadonlyMap<string, z.output<typeof RaisedBy>>
  /** What the judge would judge on; absent where the ledger has nothing of the base that a worker vouches for. */
  readonly state: BaseState | undefined
  /** What its reader sees of this base. */
  readonly sight: SightOfBase
  /** The "no" to a step whose turn in its session has not come (R9). */
  readonly notYet: (id: string) => Refusal | undefined
  /** The wall clock when the page was asked for. */
  readonly now: Date
}

/** A base as one reader sees it. */
interface SeenBase {
  readonly base: ReadBase
  readonly sight: SightOfBase
}

/** Reads the setting of a base's steps once for a whole page of them. */
export const stepSetting = async (parts: AskingParts, seen: SeenBase): Promise<StepSetting> => {
  const [papers, openedBy] = await readOf(parts, [seen])
  return await settingOf(parts, { ...seen, papers, openedBy })
}

/** The settings of several bases by their ids, in as many questions as one needs. */
export const stepSettings = async (
  parts: AskingParts,
  seen: readonly SeenBase[],
): Promise<ReadonlyMap<string, StepSetting>> => {
  // Each version once, before everybody asks for it: a process that has not read it yet would read it for each base.
  const versions = new Map(seen.map(({ base }) => [base.procedure, base]))
  const [[papers, openedBy]] = await Promise.all([
    readOf(parts, seen),
    ...[...versions.values()].map((base) => readPinned(parts, base)),
  ])
  const papersOf = groupedBy(papers, ({ base }) => base)
  const openedIn = groupedBy(openedBy, ({ base }) => base)
  const settings = await Promise.all(
    seen.map((one) => {
      const { id } = one.base
      return settingOf(parts, { ...one, papers: papersOf.get(id) ?? [], openedBy: openedIn.get(id) ?? [] })
    }),
  )
  return new Map(settings.map((setting) => [setting.base.id, setting]))
}

const readOf = ({ db }: AskingParts, seen: readonly SeenBase[]) => {
  const bases = seen.map(({ base }) => base.id)
  return Promise.all([documentsOfBases(db, bases), openedByWords(db, { bases })])
}

interface Read extends SeenBase {
  readonly papers: readonly ListedDocument[]
  readonly openedBy: readonly OpenedBy[]
}

const settingOf = async ({ db, clock }: AskingParts, read: Read): Promise<StepSetting> => {
  const { base, sight, papers, openedBy } = read
  const [procedure, state] = await Promise.all([readPinned({ db }, base), baseStateOf(db, base)])
  const seen = papers.filter(({ kind }) => sight.sees({ kind: 'paper', paper: kind }) === 'whole')
  const now = clock()
  const notYet = await notYetOn({ db }, { state, procedure, now: clockOf(base, now) })
  const raised = await raisedOn(db, { state, calendars: base.calendars, sight })
  return { base, procedure, rules: sightRules(procedure), papers: seen, openedBy, raised, state, sight, notYet, now }
}
