import type { PasskeyFault } from '../sign-in-problems.js'
import { ProblemError } from '../problems.js'

/** The "no" to a passkey. */
export const passkeyRefused = (reason: PasskeyFault): ProblemError =>
  new ProblemError({ code: 'passkey_refused', detail: { reason } })
