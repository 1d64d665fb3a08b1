import type { StepKey } from '../../values/step-key.js'
import type { BaseState } from '../../state.js'
import { clear, handsOver, noTextYet, withoutOld, type TextSoFar } from './clearing.js'
import { happens, isOff, paper, sideBySide, status, step, together, type StepTold, type Story } from '../../story.js'

/** Stage 3: one text, cleared on both sides, in two languages, signed by both. */
export function* memorandum(base: Pick<BaseState, 'negotiation'>): Story {
  yield* status('mou_in_negotiation')
  yield* step('3.1a')
  yield* together(step('3.1b'), step('3.1c'))
  const text = noTextYet(base)
  yield* draft(text)
  yield* handsOver('3.4', text)
  yield* agreeOnText(text)
  yield* signature(text)
  yield* together(step('3.12a'), step('3.12b'))
  yield* happens({ effect: 'order', kind: 'custody_record' })
}

/** Drafted by manager and counsel, then cleared by another counsel and by finance; an objection opens the draft again. */
function* draft(text: TextSoFar): Story {
  for (;;) {
    yield* handsOver('3.2a', text)
    const ready = yield* handsOver('3.2b', text)
    if (ready.option === 'rework') continue
    if (yield* programmeClears(text)) return
  }
}

/** Another counsel and finance, as far as their clearance does not stand; an objection of either opens the draft again. */
const programmeClears = (text: TextSoFar): Story<boolean> =>
  clear(['3.3a', '3.3b'], { text, by: ['clear', 'clear_with_changes'] })

/** R6: the text goes on only when everybody has cleared it, and no clearance has fallen since. */
function* agreeOnText(text: TextSoFar): Story {
  const review = yield* step('3.5')
  if (review.option !== 'accept' && !isOff(review)) yield* negotiated(text)
  yield* clearedByPlace(text)
}

/** The offices of the place clear, as far as their clearance does not stand; a change that one asks for goes through 3.7. */
function* clearedByPlace(text: TextSoFar): Story {
  while (!(yield* clear(['3.6a', '3.6b'], { text, by: ['clear'] }))) yield* negotiated(text)
}

function* negotiated(text: TextSoFar): Story {
  yield* negotiate(text)
  if (!(yield* programmeClears(text))) yield* draft(text)
}

/** Rounds of 3.7 up to the limit, then director and head of government. */
function* negotiate(text: TextSoFar): Story {
  for (;;) {
    yield* handsOver('3.7a', text)
    const answer = yield* step('3.7b')
    if (answer.option === 'agreed' || isOff(answer)) return
    if (answer.option === 'next_round' && !answer.usedUp) continue
    yield* sideBySide('3.7c', '3.7d')
    return
  }
}

/** Two language versions, one lock on their hashes, proof of authority, then both signatures on exactly those hashes. */
function* signature(text: TextSoFar): Story {
  for (;;) {
    yield* readyToLock(text)
    if (yield* all('approve', '3.9a', '3.9b', '3.9c')) break
  }
  yield* together(provenFor('3.10a'), provenFor('3.10b'))
  yield* happens({ effect: 'order', kind: 'authority_record' })
  yield* together(signedBy('3.11a'), signedBy('3.11b'))
  yield* happens({ effect: 'sign' })
  yield* status('mou_signed')
}

/** Who cleared the text too long ago clears it again before it is locked; a text that is changed by that is translated anew. */
function* readyToLock(text: TextSoFar): Story {
  for (;;) {
    const concordant = yield* bilingual()
    const { handed } = text
    if (!withoutOld(text, concordant)) break
    if (!(yield* programmeClears(text))) yield* draft(text)
    yield* clearedByPlace(text)
    if (text.handed === handed) break
  }
  yield* happens({ effect: 'order', kind: 'concordance_certificate' })
  yield* paper('mou_text')
}

/** The text is locked whoever signs it: a side that cannot show its authority is asked for another signatory, and it alone. */
function* provenFor(key: StepKey): Story {
  for (;;) {
    const shown = yield* step(key)
    if (shown.option !== 'not_proven') return
  }
}

/** Each signature stands by itself: whoever postpones is asked again alone and at once, whatever the other side has done so far. */
function* signedBy(key: StepKey): Story {
  for (;;) {
    const act = yield* step(key)
    if (act.option !== 'postponed') return
  }
}

function* bilingual(): Story<StepTold> {
  for (;;) {
    yield* step('3.8a')
    const revised = yield* step('3.8b')
    if (revised.option !== 'differences') return revised
  }
}

/** Steps side by side: true when every one of them that the procedure has was decided so. */
function* all(option: string, ...keys: readonly string[]): Story<boolean> {
  const told = yield* sideBySide(...keys)
  return told.every((one) => one.option === option || isOff(one))
}
