import type { BaseState } from '../domain/state.js'
import { finish, happens, status, step, together, type Story } from '../domain/story.js'

/** Stage 5 (domain.md 5, R10, R11): report, checks, score, panel; yellow repairs, red may end the base. */
export function* yearlyReview(base: BaseState): Story {
  yield* together(improvementCheck(base), examination())
  const colour = yield* panel()
  yield* happens({ effect: 'conclude' })
  yield* happens({ effect: 'order', kind: 'review_letter' })
  yield* step('5.10')
  if (colour === 'yellow') yield* improvementPlan()
  if (colour === 'red_proposal') yield* withdrawal()
}

/** The six-month check of a yellow falls into the year of its re-review (R10). */
function* improvementCheck(base: BaseState): Story {
  const year = base.stage?.year ?? 0
  const last = base.facts.reviews.filter((review) => review.year < year).at(-1)
  if (last?.colour === 'yellow') yield* step('5.11c')
}

function* examination(): Story {
  yield* step('5.1')
  if (!(yield* report())) return
  const visit = yield* step('5.5a')
  if (visit.option === 'visited') yield* countersigned()
  yield* step('5.6')
  for (;;) {
    yield* step('5.7a')
    const reply = yield* step('5.7b')
    if (reply.option !== 'contest') return
  }
}

/** False when no report came after two reminders: the panel then decides on that alone (E3). */
function* report(): Story<boolean> {
  for (;;) {
    let handed = yield* step('5.2a')
    if (handed.option === 'ask_delay') handed = yield* step('5.2d')
    if (handed.option === 'report_missing') return false
    const endorsed = yield* step('5.2b')
    if (endorsed.option === 'return') continue
    const checked = yield* step('5.3a')
    if (checked.option === 'return') continue
    if (checked.option === 'misstatement') yield* step('5.3c')
    else yield* together(sample(), step('5.4a'), step('5.4b'))
    return true
  }
}

function* sample(): Story {
  const drawn = yield* step('5.3b')
  if (drawn.option === 'misstatement') yield* step('5.3c')
}

function* countersigned(): Story {
  for (;;) {
    const second = yield* step('5.5b')
    if (second.option === 'agree') return
    const again = yield* step('5.5a')
    if (again.option === 'desk_only') return
  }
}

/** The colour the panel gave and director or board confirmed. */
function* panel(): Story<string> {
  for (;;) {
    let colour = (yield* step('5.8')).option
    if (colour === 'suspend') {
      yield* status('suspended')
      const examined = yield* step('5.8s')
      colour = examined.option === 'lift' ? 'lifted' : examined.option
    }
    const byBoard = colour === 'red_proposal' || colour === 'role_model'
    const confirmed = yield* step(byBoard ? '5.9b' : '5.9a')
    if (confirmed.option === 'confirm') return colour
  }
}

function* improvementPlan(): Story {
  for (;;) {
    yield* step('5.11a')
    const plan = yield* step('5.11b')
    if (plan.option === 'accept') return
  }
}

/** The board withdraws, or grants one last term in yellow, once in the life of a base (R1). */
function* withdrawal(): Story {
  const board = yield* step('5.12a')
  if (board.option === 'last_term') {
    yield* status('active_yellow')
    return
  }
  yield* happens({ effect: 'order', kind: 'withdrawal_resolution' })
  yield* step('5.12b')
  yield* finish('red', board.code)
}
