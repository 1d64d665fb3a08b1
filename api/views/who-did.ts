import type { PersonId } from '../../domain/ids.js'
import type { AnyEvent } from '../../domain/event.js'
import { doerOf, type Doer } from '../../domain/doer.js'
import type { Role } from '../../domain/role.js'
import { isNamed, type Eyes } from '../../domain/sight/entry.js'

interface Stamp {
  readonly actor: PersonId | null
  readonly role: Role | null
  readonly onBehalfOf: string | null
}

/** What the ledger keeps of whose an entry is. */
type Kept = Stamp & { readonly payload: AnyEvent; readonly cause: number | null }

/** Of which act of a person something came that the engine did; without a number: of a command that left no act behind. */
export type Cause = Stamp & { readonly entry: number | null }

/** Who did it; the stamp is empty where the engine did, and where the name is not for these eyes. */
export type WhoDid = Stamp & { readonly doer: Doer; readonly cause: Cause | null }

/**
 * Who did what an entry tells, as every list, table and paper says it: a person, or the engine, and then of which act it came. The
 * ledger keeps with both whose command it was; so what it has of the one stands here as actor, of the other as cause (8.13).
 */
export const whoDid = ({ payload, cause, ...kept }: Kept, eyes: Pick<Eyes, 'sees' | 'rules'>): WhoDid => {
  const isKnown = isNamed({ person: kept.actor, role: kept.role }, eyes)
  const stamp = isKnown ? { actor: kept.actor, role: kept.role, onBehalfOf: kept.onBehalfOf } : nobody
  if (doerOf(payload) === 'person') return { doer: 'person', ...stamp, cause: null }
  const isClock = kept.actor === null && cause === null
  return { doer: 'engine', ...nobody, cause: isClock ? null : { entry: cause, ...stamp } }
}

const nobody: Stamp = { actor: null, role: null, onBehalfOf: null }
