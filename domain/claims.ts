import type { BaseId, PersonId } from './ids.js'
import type { Role } from './role.js'
import type { StepKey } from './values/step-key.js'
import type { ProcedureId } from './procedure-id.js'

/**
 * What the database must grant together with the events, or refuse as a whole (0005): the core cannot see other
 * bases, so what two bases may race for is claimed here.
 */
export type Claim =
  /** At most one open base per programme and cluster (1.1). */
  | { readonly claim: 'cluster'; readonly programme: string; readonly cluster: string }
  /** A place on the shortlist under caps and quota (8.2, R9). */
  | { readonly claim: 'shortlist'; readonly programme: string; readonly call: string; readonly waived?: true }
  /** The lowest free slot of the ten; caps are tested again (8.1, 8.2). The database fills in `slot` of `slot_reserved`. */
  | { readonly claim: 'slot'; readonly programme: string; readonly waived?: true }
  /** The caps once more when the base is activated: they can be overtaken after the reservation (8.2). */
  | { readonly claim: 'activation'; readonly programme: string; readonly waived?: true }
  /** Free slots that are kept for these bases of the waiting list until they have answered (8.3). */
  | { readonly claim: 'offer'; readonly programme: string; readonly bases: readonly string[] }
  | { readonly claim: 'release_slot' }
  /** No standing base on the same territory (G9, 8.2). */
  | { readonly claim: 'territory'; readonly programme: string }
  /** Such a base there is: who is not eligible for that alone is told no ground that nobody holds (6.1). */
  | { readonly claim: 'taken_territory'; readonly programme: string }
  /** One of the role models of a review year, by rank among those proposed (6.5). */
  | { readonly claim: 'role_model'; readonly programme: string; readonly year: number }
  /** The person may be erased: not held, not kept by a rule, not erased before (8.13). */
  | { readonly claim: 'erasure'; readonly person: PersonId }
  /** The mandate the person acts with is in force and not revoked. */
  | { readonly claim: 'mandate'; readonly mandate: string }
  /** The link by which somebody acts is his or hers, for this seat and step, and not used (0051). */
  | {
      readonly claim: 'link'
      readonly link: string
      readonly person: PersonId
      readonly seat: string
      readonly step: string
    }
  /** No newer version of the rules has come into force: a stage begins under the newest (8.8). */
  | { readonly claim: 'rules'; readonly procedure: ProcedureId; readonly version: string }
  /** One of the people named holds a seat of these roles, and none for an organisation for which a holder of `inside` acts (2.1). */
  | {
      readonly claim: 'outsider'
      readonly of: string
      readonly members: readonly PersonId[]
      readonly roles: readonly Role[]
      readonly inside: Role
    }
  /** No base that ranks before this one in the session waits for the same decision (R9). */
  | {
      readonly claim: 'turn'
      readonly of: string
      readonly session: string
      readonly step: StepKey
      /** Put off so often for want of a quorum, a base is passed over. */
      readonly passedOverAfter: number
    }
  /** So many of these rungs' reminders of a step reached somebody of the side that is asked: silence needs to have been asked (R3, E3). */
  | {
      readonly claim: 'reminded'
      readonly step: string
      readonly rungs: readonly number[]
      readonly times: number
      readonly readers: readonly Role[]
    }

/** Limits the claims are tested against: numbers of the pinned procedure. */
export interface ClaimLimits {
  readonly slots: number
  readonly capPerCategory: number
  readonly capPerProvince: number
  readonly shortlistFactor: number
  /** Categories all slots together must have (8.2); absent: not asked. */
  readonly categoriesAtLeast?: number
  /** Absent: no limit. */
  readonly roleModels?: number
}

/** Why the database refused a claim, in facts the core judges once more with. */
export type ClaimRefusal =
  | { readonly code: 'cluster_taken'; readonly base: string }
  | { readonly code: 'category_full'; readonly have: number; readonly allowed: number }
  | { readonly code: 'province_full'; readonly have: number; readonly allowed: number }
  | { readonly code: 'too_few_categories'; readonly have: number; readonly needs: number }
  | { readonly code: 'territory_taken'; readonly base: string }
  | { readonly code: 'territory_free' }
  | { readonly code: 'quota_full'; readonly have: number; readonly allowed: number }
  | { readonly code: 'no_free_slot'; readonly have: number; readonly allowed: number }
  | { readonly code: 'role_models_full'; readonly allowed: number; readonly ahead: readonly string[] }
  | { readonly code: 'mandate_not_in_force'; readonly mandate: string }
  | { readonly code: 'link_dead'; readonly link: string }
  | { readonly code: 'rules_newer'; readonly version: string }
  | { readonly code: 'nobody_from_outside'; readonly inside: Role; readonly members: readonly PersonId[] }
  | { readonly code: 'out_of_turn'; readonly session: string; readonly ahead: readonly BaseId[] }
  | { readonly code: 'reminder_bounced'; readonly step: string; readonly rung: number }
  | { readonly code: 'person_erased'; readonly person: PersonId }
  | { readonly code: 'records_held'; readonly person: PersonId; readonly hold: string }
  | {
      readonly code: 'retention_stands'
      readonly person: PersonId
      readonly base: string
      readonly keeps: string
      /** A day, or `open` while the base lives. */
      readonly until: string
    }
