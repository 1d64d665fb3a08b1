import { asksOneMore } from '../../score.js'
import { finish, happens, session, status, step, together, type Story } from '../../story.js'

/** Stage 1: from the letter of interest to the shortlist. */
export function* nomination(): Story {
  yield* step('1.2a')
  yield* step('1.2b')
  yield* dossier()
  yield* screening()
  yield* together(step('1.7'), scoring())
  yield* shortlist()
}

function* dossier(): Story {
  yield* step('1.3')
  yield* status('nominated')
  yield* happens({ effect: 'order', kind: 'dossier_receipt' })
  for (;;) {
    const checked = yield* step('1.4a')
    if (checked.option !== 'return') return
    yield* step('1.4b')
  }
}

function* screening(): Story {
  yield* status('screening')
  yield* together(eligibility(), integrity())
}

function* eligibility(): Story {
  for (;;) {
    const sheet = yield* step('1.5a')
    if (sheet.option === 'waiver') return yield* together(step('1.5c'), step('1.5d'))
    const second = yield* step('1.5b')
    if (second.option === 'return') continue
    if (sheet.option === 'not_eligible') yield* finish('declined', sheet)
    return
  }
}

function* integrity(): Story {
  for (;;) {
    const screened = yield* step('1.6a')
    if (screened.option === 'match') {
      yield* step('1.6c')
      return
    }
    const second = yield* step('1.6b')
    if (second.option === 'return') continue
    if (screened.option === 'barred') yield* finish('declined', screened)
    return
  }
}

function* scoring(): Story {
  yield* step('1.8')
  for (;;) {
    const moderated = yield* step('1.9a')
    if (asksOneMore(moderated.option)) {
      yield* step('1.8b')
      continue
    }
    const locked = yield* step('1.9b')
    if (locked.option !== 'talk') return
  }
}

/** 1.10 is decided in a ranked session; the waiting list may bring a nomination back to one (8.3). */
function* shortlist(): Story {
  for (;;) {
    yield* session('1.10')
    const decided = yield* step('1.10')
    if (decided.option === 'defer') continue
    // The place on the shortlist is taken with the vote; status, letter and sheet leave together when the nominee is told (1.11). An
    // entry comes whatever was decided, so that neither its kind nor its coming tells the nominee before (8.12).
    yield* happens({ effect: 'shortlist', taken: decided.option === 'advance' })
    yield* step('1.11')
    if (decided.option === 'decline') yield* finish('declined', decided)
    if (decided.option === 'waiting_list') {
      yield* status('waiting_list', decided.code)
      yield* happens({ effect: 'order', kind: 'decision_letter' })
      yield* step('1.10w')
      yield* status('screening')
      continue
    }
    yield* status('shortlisted')
    yield* happens({ effect: 'order', kind: 'decision_letter' })
    return
  }
}
