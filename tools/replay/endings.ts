import { noScript, type Script } from '../../cli/rehearsal/story.js'
import type { Status } from '../../domain/lifecycle.js'

interface Ending {
  readonly name: string
  /** Where the base stands in the end; a life that comes to something else is not kept. */
  readonly ends: Status
  /** The first run that is kept: those before go as those of the standard story did. */
  readonly from: number
  readonly script: Script
}

/** Plays until the base is closed, however many reviews that takes. */
const untilClosed = 20
const usual = noScript('C09-yueqing', untilClosed)

/** The endings that no story under `data/stories/` comes to, one life each; beside declined, withdrawn, lapsed and red. */
export const endings: readonly Ending[] = [
  {
    name: 'not-recommended',
    ends: 'not_recommended',
    from: 2,
    script: { ...usual, answers: { '2.8': { option: 'not_recommend', code: 'COM' } } },
  },
  {
    name: 'removed-from-the-waiting-list',
    ends: 'removed',
    from: 1,
    script: { ...usual, answers: { '1.10': { option: 'waiting_list', code: 'QUO' }, '1.10w': { waits: true } } },
  },
  {
    name: 'expired',
    ends: 'expired',
    from: 7,
    script: { ...usual, answers: { '3.13e': { option: 'let_end' } } },
  },
  {
    name: 'ended-by-agreement',
    ends: 'ended_by_agreement',
    from: 5,
    script: { ...usual, raises: { when: '5.2a', matter: 'ending', code: 'WDR' } },
  },
]
