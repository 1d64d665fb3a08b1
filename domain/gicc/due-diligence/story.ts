import { workStreams } from './work-streams.js'
import { happens, isOff, paper, status, step, together, type Story } from '../../story.js'

/**
 * Stage 2: the team looks, in one report (2.3) or one for each work-stream, the nominee is heard, committee
 * and board decide.
 */
export function* dueDiligence(): Story {
  yield* status('in_due_diligence')
  yield* team()
  yield* step('2.2a')
  yield* together(step('2.2b'), step('2.2c'), step('2.2d'))
  yield* together(step('2.3'), ...workStreams.map((key) => step(key)), enterpriseVoice(), siteMission())
  yield* step('2.6')
  yield* decisions()
}

function* team(): Story {
  for (;;) {
    yield* step('2.1a')
    const checked = yield* step('2.1b')
    if (checked.option !== 'replace') return
  }
}

function* enterpriseVoice(): Story {
  for (;;) {
    yield* step('2.4a')
    const survey = yield* step('2.4b')
    if (survey.option !== 'repeat') return
  }
}

function* siteMission(): Story {
  for (;;) {
    yield* step('2.5a')
    const countersigned = yield* step('2.5b')
    if (countersigned.option !== 'differ') return
  }
}

/** Report, committee, notice, board; deferral and return lead back to the report, each once. */
function* decisions(): Story {
  for (;;) {
    yield* step('2.7')
    yield* paper('due_diligence_report')
    const committee = yield* step('2.8')
    if (committee.option === 'defer') {
      yield* status('deferred')
      yield* step('2.8d')
      yield* status('in_due_diligence')
      continue
    }
    yield* status('recommended')
    if (yield* objectionFounded()) {
      yield* status('in_due_diligence')
      continue
    }
    if (yield* boardApproves()) return
    yield* status('in_due_diligence')
  }
}

function* objectionFounded(): Story<boolean> {
  const published = yield* step('2.9a')
  if (!isOff(published)) yield* happens({ effect: 'order', kind: 'public_notice' })
  const notice = yield* step('2.9b')
  if (notice.option !== 'objection') return false
  const examined = yield* step('2.9c')
  return examined.option === 'founded'
}

function* boardApproves(): Story<boolean> {
  for (;;) {
    const board = yield* step('2.10')
    if (board.option === 'return') return false
    if (board.option === 'waiting_list') {
      yield* status('waiting_list', board.code)
      yield* happens({ effect: 'order', kind: 'decision_letter' })
      yield* waitsForSlot()
      yield* status('recommended')
      continue
    }
    yield* happens({ effect: 'reserve' })
    yield* status('slot_reserved')
    yield* happens({ effect: 'order', kind: 'approval_resolution' })
    yield* happens({ effect: 'order', kind: 'decision_letter' })
    return true
  }
}

/** The place waits on the programme's list until a freed slot is offered and accepted (8.3). */
function* waitsForSlot(): Story {
  for (;;) {
    yield* step('2.10w')
    const answer = yield* step('2.10o')
    if (answer.option === 'accept' || answer.option === 'off') return
  }
}
