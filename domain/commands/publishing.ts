import type { Instant, Sha256 } from '../ids.js'
import type { ProcedureId } from '../procedure-id.js'

/** A version of the rules among all of them. */
export interface VersionNamed {
  readonly procedure: ProcedureId
  /** The day it was made, such as `2027-03-01`. */
  readonly version: string
}

/** A version and when it comes into force. Its text and its preview stay in PostgreSQL, each under its hash. */
export interface DatedVersion extends VersionNamed {
  readonly inForceFrom: Instant
  readonly rulesHash: Sha256
  /** Of what it changes for the bases that ran when it was proposed. */
  readonly previewHash: Sha256
}

/** An administrator proposes a version of the rules; another one confirms it. */
export interface ProposeRules extends DatedVersion {
  readonly type: 'propose_rules'
  /** The newest version there is, in force or not yet. Read from PostgreSQL, as the core knows no list of versions. */
  readonly newest?: { readonly version: string; readonly inForceFrom: Instant }
}

/** Another administrator confirms it: from its day on, stages begin under it. */
export interface ConfirmRules extends VersionNamed {
  readonly type: 'confirm_rules'
  /** The entry of the record that the second person read: what waits may have been taken back and asked anew since. */
  readonly seq: number
  readonly newest?: ProposeRules['newest']
}

export type PublishingCommand = ProposeRules | ConfirmRules

/** The name of a version in papers, lists and states, such as `full@2027-03-01`. */
export const versionKey = ({ procedure, version }: VersionNamed): string => `${procedure}@${version}`
