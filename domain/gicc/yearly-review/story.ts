import type { Colour } from '../../values/colour.js'
import { contestableLetter } from '../../redress.js'
import { colourOf } from '../../review.js'
import type { BaseState } from '../../state.js'
import { happens, isOff, status, step, together, unless, type Story } from '../../story.js'
import { redressOfGicc } from '../matters/redress.js'
import { withdrawal } from './withdrawal.js'

/**
 * Stage 5 (R10, R11, R14): report, checks, score, panel; what the last review left to do runs beside them. What the programme lets
 * lie keeps no calendar from going on: the panel votes without what was left over, and a year that nobody judges ends as that (R3).
 */
export function* yearlyReview(base: BaseState): Story {
  let isConcluded = false
  yield* unless(
    base.stage?.letLie?.year,
    judged(base, () => (isConcluded = true)),
  )
  if (!isConcluded) yield* happens({ effect: 'conclude' })
}

function* judged(base: BaseState, concludes: () => void): Story {
  yield* together(unless(base.stage?.letLie?.leftOver, consequences(base)), examination())
  const colour = yield* panel()
  yield* happens({ effect: 'conclude' })
  concludes()
  // What is adverse is told with the time for redress and published after it, beside the next review (8.9, R14).
  if (colour === 'yellow' || colour === 'red_proposal') return
  yield* happens({ effect: 'order', kind: 'review_letter' })
  yield* step('5.10')
}

/** Redress, publication, and then repair or withdrawal after an adverse review (5.11, 5.12). */
function* consequences(base: BaseState): Story {
  let colour = base.stage?.inherits
  if (colour !== 'yellow' && colour !== 'red') return
  yield* contestableLetter('review_letter')
  if (yield* redressOfGicc()) colour = yield* secondLook(colour)
  yield* step('5.10')
  if (colour === 'yellow') yield* improvement()
  if (colour === 'red') yield* withdrawal()
}

/** The colour once more, by other people of panel and board (R14); without such a panel it stays as it was. */
function* secondLook(before: Colour): Story<Colour> {
  for (;;) {
    const panel = yield* step('5.8r')
    if (isOff(panel)) return before
    const board = yield* step('5.9r')
    if (board.option === 'return') continue
    yield* happens({ effect: 'reconclude' })
    yield* happens({ effect: 'order', kind: 'review_letter' })
    return colourOf(panel.option, 'yellow')
  }
}

/** Plan, and its check after six months, unless no plan comes, which is not repaired (R11); the re-review is the next panel itself (5.11, R10). */
function* improvement(): Story {
  for (;;) {
    const plan = yield* step('5.11a')
    if (plan.option === 'no_plan') return
    const checked = yield* step('5.11b')
    if (checked.option === 'return') continue
    if (checked.option === 'accept') yield* happens({ effect: 'order', kind: 'improvement_plan' })
    break
  }
  yield* step('5.11c')
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

/** False when no report came after two reminders: nothing is scored then, which calls for red (E3, R3). */
function* report(): Story<boolean> {
  for (;;) {
    let handed = yield* step('5.2a')
    if (handed.option === 'ask_delay') handed = yield* step('5.2d')
    if (handed.option === 'report_missing') return false
    const endorsed = yield* step('5.2b')
    if (endorsed.option === 'return') continue
    const checked = yield* step('5.3a')
    if (checked.option === 'return') continue
    if (checked.option === 'misstatement' && (yield* step('5.3c')).option === 'proven') return true
    yield* together(sample(), step('5.4a'), step('5.4b'))
    return true
  }
}

/** A suspicion from the sample that does not hold leaves the rest of it to be tested, once. */
function* sample(): Story {
  for (;;) {
    const drawn = yield* step('5.3b')
    if (drawn.option !== 'misstatement') return
    const examined = yield* step('5.3c')
    if (examined.option !== 'unfounded' || examined.usedUp) return
  }
}

function* countersigned(): Story {
  for (;;) {
    const second = yield* step('5.5b')
    if (second.option !== 'differ') return
    const again = yield* step('5.5a')
    if (again.option === 'desk_only') return
  }
}

/** The colour the panel gave and director or board confirmed. */
function* panel(): Story<string> {
  for (;;) {
    const given = yield* step('5.8')
    let colour = given.option
    if (colour === 'suspend') {
      yield* status('suspended', given.code)
      const examined = yield* step('5.8s')
      colour = examined.option === 'lift' ? 'lifted' : examined.option
    }
    if (colour === 'role_model') yield* happens({ effect: 'propose_role_model' })
    const byBoard = colour === 'red_proposal' || colour === 'role_model'
    const confirmed = yield* step(byBoard ? '5.9b' : '5.9a')
    if (confirmed.option === 'return') continue
    if (colour === 'role_model') yield* happens({ effect: 'grant_role_model' })
    return colour
  }
}
