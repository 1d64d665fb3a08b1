/** How fast what did not come about comes round again, in working days of the side that acts. */
export interface Pace {
  /** A date that is past when its step opens gives so many days instead (R4). */
  readonly lateStart: number
  /** Within so many a body meets again that had no quorum (E4, 8.4). */
  readonly nextMeeting: number
  /** So often a body meets again that may not decide in writing, before it has decided `otherwise`. */
  readonly meetings: number
  /** After so many it is looked again whether somebody was asked before silence decides (R3). */
  readonly silence: number
}
