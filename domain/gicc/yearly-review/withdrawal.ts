import type { StepKey } from '../../values/step-key.js'
import { contestableLetter } from '../../redress.js'
import { finish, happens, mayContest, status, step, type Story, type StepTold } from '../../story.js'
import { redressOfGicc } from '../matters/redress.js'

/** The board withdraws, or grants one last term in yellow, once in the life of a base (5.12, R1). */
export function* withdrawal(): Story {
  const board = yield* step('5.12a')
  if (board.option === 'last_term') return yield* status('active_yellow', board.code)
  yield* losesItsName(board, '5.12b')
}

/**
 * After a decision that nothing before it could be contested for (8.10), the resolution says until when redress may be asked, and
 * the name is lost only then; upheld, the decision is taken anew by other people (8.9).
 */
export function* losesItsNameUnlessUpheld(decided: StepTold, takingDown: StepKey): Story {
  if (!(yield* mayContest(decided))) return yield* losesItsName(decided, takingDown)
  yield* contestableLetter('withdrawal_resolution')
  yield* redressOfGicc()
  yield* taken(decided, takingDown)
}

/** The resolution, time to take down name, logo and plaque, and then the end, shown or not (5.12, 8.11): however the name was lost. */
export function* losesItsName(decided: StepTold, takingDown: StepKey): Story {
  yield* happens({ effect: 'order', kind: 'withdrawal_resolution' })
  yield* taken(decided, takingDown)
}

function* taken(decided: StepTold, takingDown: StepKey): Story {
  yield* step(takingDown)
  yield* finish('red', decided)
}
