import type { StepKey } from '../../values/step-key.js'
import { finish, happens, status, step, type Story, type StepTold } from '../../story.js'

/** The board withdraws, or grants one last term in yellow, once in the life of a base (5.12, R1). */
export function* withdrawal(): Story {
  const board = yield* step('5.12a')
  if (board.option === 'last_term') return yield* status('active_yellow', board.code)
  yield* losesItsName(board, '5.12b')
}

/** The resolution, time to take down name, logo and plaque, and then the end, shown or not (5.12, 8.11): however the name was lost. */
export function* losesItsName(decided: StepTold, takingDown: StepKey): Story {
  yield* happens({ effect: 'order', kind: 'withdrawal_resolution' })
  yield* step(takingDown)
  yield* finish('red', decided)
}
