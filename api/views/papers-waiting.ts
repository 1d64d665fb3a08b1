import type { BaseId, ProgrammeId } from '../../domain/ids.js'
import type { z } from 'zod'
import { baseStateOf } from '../../db/reads/base-states.js'
import { clockOf, readBase } from '../../db/reads/bases.js'
import { namesOf } from '../../db/reads/names.js'
import type { Name } from '../../db/schema/programme-tables.js'
import { basesWithWaitingPapers } from '../../db/reads/waiting-papers.js'
import { lifeOf } from '../../domain/gicc/life.js'
import { judge } from '../../domain/judge/judge.js'
import type { LocalText } from '../../domain/locale.js'
import { offices } from '../../domain/role.js'
import { openSteps, type StepState, type WaitingPaper } from '../../domain/state.js'
import type { Actor } from '../../domain/values/actor.js'
import { paperWaits } from '../../domain/words/second-words.js'
import { heldBy } from '../auth/actor.js'
import type { Sight } from '../auth/sight.js'
import type { AlsoWaits } from '../contract/step.js'
import type { AskingParts } from '../parts.js'
import { labelsOf } from '../wording.js'
import { nameIn } from './person-name.js'
import { readPinned } from './pinned-procedure.js'

interface Looked {
  readonly programme: ProgrammeId
  readonly actor: Actor
  readonly sight: Sight
}

interface OnPaper {
  readonly step: StepState
  readonly paper: WaitingPaper
}

/** Acts on paper that wait for somebody as the second person, asked of the judge paper by paper (R16). */
export const papersFor = async (
  parts: AskingParts,
  { programme, actor, sight }: Looked,
): Promise<readonly z.output<typeof AlsoWaits>[]> => {
  if (!actor.mandates.some(({ role }) => offices.handlesPaper.includes(role))) return []
  const bases = await basesWithWaitingPapers(parts.db, { programme })
  const seen = bases.filter((base) => sight.seenAs({ kind: 'inner', of: base }) === 'whole')
  const found = await Promise.all(
    seen.map(async (base) => {
      const papers = await confirmable(parts, { base, actor })
      const names = await namesOf(parts.db, {
        people: papers.flatMap(({ paper: { signatory, enteredBy } }) => [signatory, enteredBy]),
      })
      return papers.map(({ step, paper }) => ({
        kind: 'paper' as const,
        programme,
        base,
        step: step.id,
        by: { person: paper.enteredBy },
        seq: paper.seq,
        sentence: paperInWords({ step, paper }, names),
      }))
    }),
  )
  return found.flat()
}

/** What an entered act on paper says, and that it waits for a second person. */
export const paperInWords = ({ step, paper }: OnPaper, names: ReadonlyMap<string, Name>): LocalText => {
  const { signatory, enteredBy, signedOn, seq, option } = paper
  const told = { signatory: called(names, signatory), enteredBy: called(names, enteredBy), signedOn, seq }
  return paperWaits({ ...told, label: labelsOf({ key: step.key, option }) })
}

const called = (names: ReadonlyMap<string, Name>, id: string): LocalText => {
  const name = nameIn(names, id)
  return { en: name?.en ?? id, 'zh-CN': name?.local ?? id }
}

/** Papers of a base that the judge would take this person's confirmation of. */
const confirmable = async (
  parts: AskingParts,
  { base: id, actor }: { readonly base: BaseId; readonly actor: Actor },
): Promise<readonly OnPaper[]> => {
  const base = await readBase(parts.db, { id })
  const state = base && (await baseStateOf(parts.db, base))
  if (base === undefined || state === undefined) return []
  const rules = { procedure: await readPinned(parts, base), calendars: base.calendars, story: lifeOf }
  const now = clockOf(base, parts.clock())
  // Whether somebody has just shown who he or she is, is asked when it is done and not when it is offered (0061).
  const known = { ...actor, factor: 'sign_in' as const }
  const papers = openSteps(state).flatMap((step) => (step.papers ?? []).map((paper) => ({ step, paper })))
  const asked = await Promise.all(
    papers.map(async ({ step, paper }) => {
      const mandates = await heldBy(parts, { person: paper.signatory, programme: base.programme })
      const { scan, seq } = paper
      const signatory = { person: paper.signatory, mandates }
      const command = { type: 'confirm_paper', step: step.id, signatory, scan, seq } as const
      const { ok } = judge(state, { envelope: { id: `look-${id}`, command, actor: known, now }, rules })
      return ok ? [{ step, paper }] : []
    }),
  )
  return asked.flat()
}
