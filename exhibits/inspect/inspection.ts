import type { ExhibitMedia } from '../../domain/exhibits/media.js'
import type { FileVerdict } from '../../domain/exhibits/verdicts.js'

/** What was found in a file: what it is, or why it is not taken. */
export type Inspection = { readonly ok: true; readonly media: ExhibitMedia; readonly pages?: number } | Refused

export interface Refused {
  readonly ok: false
  readonly verdict: FileVerdict
}

/** A file that is taken, as far as it was looked at. */
export const taken = (media: ExhibitMedia): Inspection => ({ ok: true, media })
/** A file that is not. */
export const refused = (verdict: FileVerdict): Refused => ({ ok: false, verdict })
