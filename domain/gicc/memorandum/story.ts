import type { StepKey } from '../../values/step-key.js'
import { happens, isOff, paper, sideBySide, status, step, together, type Story } from '../../story.js'

/** Stage 3: one text, cleared on both sides, in two languages, signed by both. */
export function* memorandum(): Story {
  yield* status('mou_in_negotiation')
  yield* step('3.1a')
  yield* together(step('3.1b'), step('3.1c'))
  yield* draft()
  yield* step('3.4')
  yield* agreeOnText()
  yield* signature()
  yield* together(step('3.12a'), step('3.12b'))
}

/** Drafted by manager and counsel, then cleared by another counsel and by finance; an objection opens the draft again. */
function* draft(): Story {
  for (;;) {
    yield* step('3.2a')
    const ready = yield* step('3.2b')
    if (ready.option === 'rework') continue
    if (yield* programmeClears()) return
  }
}

/** Another counsel and finance look at the text; an objection of either opens the draft again. */
function* programmeClears(): Story<boolean> {
  const cleared = yield* sideBySide('3.3a', '3.3b')
  return cleared.every((clearance) => clearance.option !== 'object')
}

/** R6: the text goes on only when a version has been cleared from which nothing listed differs. */
function* agreeOnText(): Story {
  const review = yield* step('3.5')
  let agreed = review.option === 'accept' || isOff(review)
  let cleared = false
  for (;;) {
    if (agreed && cleared) return
    if (agreed) {
      cleared = yield* all('clear', '3.6a', '3.6b')
      agreed = cleared
      continue
    }
    const material = yield* negotiate()
    agreed = true
    if (!material) continue
    cleared = false
    if (!(yield* programmeClears())) yield* draft()
  }
}

/** Rounds of 3.7 up to the limit, then director and head of government. True when a listed clause has changed. */
function* negotiate(): Story<boolean> {
  let material = false
  for (;;) {
    const version = yield* step('3.7a')
    material = material || version.option === 'revised_materially'
    const answer = yield* step('3.7b')
    if (answer.option === 'agreed' || isOff(answer)) return material
    if (answer.option === 'next_round' && !answer.usedUp) continue
    yield* sideBySide('3.7c', '3.7d')
    return material
  }
}

/** Two language versions, one lock on their hashes, proof of authority, then both signatures on exactly those hashes. */
function* signature(): Story {
  let translated = false
  for (;;) {
    if (!translated) yield* bilingual()
    translated = yield* all('approve', '3.9a', '3.9b', '3.9c')
    if (translated && (yield* all('proven', '3.10a', '3.10b'))) break
  }
  yield* bothSign()
  yield* happens({ effect: 'sign' })
  yield* status('mou_signed')
}

/** A signature that is given stands while the other side postpones: that side alone is asked again. */
function* bothSign(): Story {
  let unsigned: readonly StepKey[] = ['3.11a', '3.11b']
  while (unsigned.length > 0) {
    const acts = yield* sideBySide(...unsigned)
    unsigned = unsigned.filter((_, index) => acts[index]?.option === 'postponed')
  }
}

function* bilingual(): Story {
  for (;;) {
    yield* step('3.8a')
    const revised = yield* step('3.8b')
    if (revised.option !== 'differences') break
  }
  yield* paper('mou_text')
}

/** Steps side by side: true when every one of them that the procedure has was decided so. */
function* all(option: string, ...keys: readonly string[]): Story<boolean> {
  const told = yield* sideBySide(...keys)
  return told.every((one) => one.option === option || isOff(one))
}
