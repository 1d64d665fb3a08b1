import type { PersonId } from '../ids.js'
import type { RegisterEntry } from '../register.js'
import type { By } from '../values/by.js'

/** What is kept of organisations, places, categories and names; none of it names a person. */
export type RegisterEvent =
  | { readonly type: 'register_added'; readonly entry: RegisterEntry; readonly by: By }
  /** Nothing has changed yet: another person confirms it. The newest of one entry is the one that counts. */
  | { readonly type: 'correction_asked'; readonly entry: RegisterEntry; readonly by: By }
  | {
      readonly type: 'register_corrected'
      readonly entry: RegisterEntry
      readonly askedBy: PersonId
      readonly by: By
    }
