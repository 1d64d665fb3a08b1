import type { BaseId, PersonId, ProgrammeId } from '../../domain/ids.js'
import type { z } from 'zod'
import { baseStateOf } from '../../db/reads/base-states.js'
import { clockOf, listCandidates, readBase } from '../../db/reads/bases.js'
import { readProgramme } from '../../db/reads/programmes.js'
import { listProposals } from '../../db/reads/proposals.js'
import { basesWithProposedVoids } from '../../db/reads/proposed-voids.js'
import { readText } from '../../db/reads/texts.js'
import { voidsWaitingFor } from '../../domain/judge/void.js'
import { offices, type Role } from '../../domain/role.js'
import { isInForce, type StepState } from '../../domain/state.js'
import type { Actor } from '../../domain/values/actor.js'
import { defined } from '../../domain/values/defined.js'
import { proposalWaits, sessionWaits, voidWaits } from '../../domain/words/second-words.js'
import { actorOf } from '../auth/actor.js'
import { sightOf, type Sight } from '../auth/sight.js'
import type { AlsoWaits } from '../contract/step.js'
import { everyPage } from '../every-page.js'
import type { AskingParts } from '../parts.js'
import { mayConfirm, seconds } from '../publishing/seconds.js'
import { papersFor } from './papers-waiting.js'
import { readPinned } from './pinned-procedure.js'

type Item = z.output<typeof AlsoWaits>

/** What waits for a person beside open steps: a void or a paper to confirm, a proposal of another, a session to convene (R16, R17, SD10, 1.10). */
export const alsoWaits = async (
  parts: AskingParts,
  { person, programme }: { readonly person: PersonId; readonly programme?: ProgrammeId | undefined },
): Promise<readonly Item[]> => {
  const sight = await sightOf(parts, person)
  const among = await programmesOf(parts, { sight, programme })
  const found = await Promise.all(
    among.map(async (one) => {
      const actor = await actorOf(parts, { person, programme: one, channel: 'api' })
      const looked = { programme: one, actor, sight }
      return [
        ...(await voidsFor(parts, looked)),
        ...(await papersFor(parts, looked)),
        ...(await proposalsFor(parts, looked)),
        ...(await sessionsFor(parts, looked)),
      ]
    }),
  )
  return found.flat()
}

interface Looked {
  readonly programme: ProgrammeId
  readonly actor: Actor
  readonly sight: Sight
}

/** The one that is named, else all the person has a seat in and that are no rehearsal. */
const programmesOf = async (
  { db }: AskingParts,
  { sight, programme }: { readonly sight: Sight; readonly programme: ProgrammeId | undefined },
): Promise<readonly string[]> => {
  if (programme !== undefined) return sight.programmes.filter((one) => one === programme)
  const known = await Promise.all(sight.programmes.map((id) => readProgramme(db, { id })))
  return known.flatMap((one) => (one === undefined || one.rehearsal ? [] : [one.id]))
}

const holds = (
  { mandates }: Actor,
  { roles, now }: { readonly roles: readonly Role[]; readonly now: string },
): boolean => mandates.some((mandate) => roles.includes(mandate.role) && isInForce(mandate, now))

const voidsFor = async (parts: AskingParts, { programme, actor, sight }: Looked): Promise<readonly Item[]> => {
  if (!actor.mandates.some(({ role }) => offices.confirmsVoid.includes(role))) return []
  const bases = await basesWithProposedVoids(parts.db, { programmes: [programme] })
  const seen = bases.filter((base) => sight.seenAs({ kind: 'inner', of: base }) === 'whole')
  const found = await Promise.all(
    seen.map(async (id) => {
      const base = await readBase(parts.db, { id })
      const state = base && (await baseStateOf(parts.db, base))
      if (base === undefined || state === undefined) return []
      const now = clockOf(base, parts.clock())
      const waiting = voidsWaitingFor(state, { actor, procedure: await readPinned(parts, base), now })
      return Promise.all(waiting.map((step) => voidItem(parts, { programme, base: id, step })))
    }),
  )
  return found.flat().flatMap((item) => item ?? [])
}

const voidItem = async (
  { db }: AskingParts,
  { programme, base, step: { id, key, voidProposed } }: { programme: ProgrammeId; base: BaseId; step: StepState },
): Promise<Item | undefined> => {
  if (voidProposed === undefined) return undefined
  const { person, role, code, seq, reason } = voidProposed
  const words = reason === undefined ? undefined : ((await readText(db, { id: reason.id }))?.body ?? null)
  const sentence = voidWaits({ base, id, key, role, code, seq })
  return { kind: 'void', programme, base, step: id, by: { person, role }, seq, code, ...defined({ words }), sentence }
}

const proposalsFor = async (parts: AskingParts, { programme, actor }: Looked): Promise<readonly Item[]> => {
  if (!holds(actor, { roles: ['AD', 'PD'], now: parts.clock().toISOString() })) return []
  const holders = await seconds(parts, programme)
  const waiting = await everyPage((page) => listProposals(parts.db, { programme, ...page }))
  return waiting
    .filter((proposal) => mayConfirm(holders, proposal).includes(actor.person))
    .map(({ kind, id, seq, proposedBy: by }) => ({
      kind: 'proposal',
      programme,
      proposal: { kind, id },
      by: { person: by },
      seq,
      sentence: proposalWaits({ kind, id, by, seq }),
    }))
}

const sessionsFor = async (parts: AskingParts, { programme, actor, sight }: Looked): Promise<readonly Item[]> => {
  if (!holds(actor, { roles: offices.convenes, now: parts.clock().toISOString() })) return []
  const candidates = await listCandidates(parts.db, { programme })
  const bases = candidates.flatMap(({ base }) => (sight.seenAs({ kind: 'base', of: base }) === 'whole' ? [base] : []))
  return bases.length === 0 ? [] : [{ kind: 'session', programme, bases, sentence: sessionWaits(bases) }]
}
