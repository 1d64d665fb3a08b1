import type { Role } from '../role.js'
import { wd } from './telling.js'

/**
 * The selection committee (8.4): nine members, six with chair or deputy for a quorum, substitutes when recusals break it;
 * after two meetings without one, seven of nine in writing. The chair breaks a tie on putting a matter off, and on nothing else.
 */
export const committee = {
  by: 'votes',
  seats: 9,
  quorum: 6,
  chair: 'CH',
  casting: ['defer'],
  substitutes: 'SM',
  written: { needs: 7, within: wd(10) },
} as const

/**
 * Board, review panel and appeals (R14): three members, two for a quorum, simple majority. Another holder of the role is
 * drawn when recusals leave fewer than two; in writing all three agree, the higher majority of E4.
 */
export const three = <const R extends Role>(role: R) =>
  ({
    by: 'votes',
    seats: 3,
    quorum: 2,
    twoThirds: [],
    substitutes: role,
    written: { needs: 3, within: wd(10) },
  }) as const

/** Of a colour the score is the proposal: the panel departs from it by a majority, and without one it stands (6.5, R14). */
export const asScored = { by: 'score' } as const
