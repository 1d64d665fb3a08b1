import { finish, happens, status, step, type Story } from '../../story.js'

/** The board withdraws, or grants one last term in yellow, once in the life of a base (5.12, R1). */
export function* withdrawal(): Story {
  const board = yield* step('5.12a')
  if (board.option === 'last_term') return yield* status('active_yellow', board.code)
  yield* happens({ effect: 'order', kind: 'withdrawal_resolution' })
  yield* step('5.12b')
  yield* finish('red', board)
}
