import { happens, isOff, sideBySide, status, step, together, type Story } from '../../story.js'

/**
 * Stage 4 (10): eight items side by side, or one checklist (4.2) beside what the law and the baseline ask,
 * then a readiness check, go or no-go, the plaque, activation.
 */
export function* launch(): Story {
  yield* status('preparing_launch')
  yield* repeated(['4.1a', '4.1b'], 'incomplete')
  yield* together(
    repeated(['4.2'], 'not_ready'),
    repeated(['4.2a'], 'not_ready'),
    repeated(['4.2b'], 'not_ready'),
    legalPresence(),
    repeated(['4.4a', '4.4b'], 'gaps'),
    repeated(['4.5a', '4.5b', '4.5c'], 'returned'),
    budget(),
    brand(),
    repeated(['4.8a', '4.8b'], 'changes'),
  )
  yield* readiness()
  yield* step('4.11a')
  yield* step('4.11b')
  yield* happens({ effect: 'order', kind: 'launch_record' })
  yield* repeated(['4.12a', '4.12b'], 'return')
  yield* happens({ effect: 'activate' })
  yield* status('active_green')
}

/** An item of one or more steps, done again while its last step says so and its limit allows (R1). */
function* repeated(keys: readonly string[], again: string): Story {
  for (;;) {
    let option = ''
    let usedUp = false
    for (const key of keys) ({ option, usedUp } = yield* step(key))
    if (option !== again || usedUp) return
  }
}

/** 10.2: an activity begins only after registration or filing where the law of the place asks for it. */
function* legalPresence(): Story {
  for (;;) {
    const filed = yield* step('4.3')
    if (filed.option !== 'refused') return
    yield* step('4.3x')
  }
}

function* budget(): Story {
  for (;;) {
    const promised = yield* step('4.6a')
    if (promised.option === 'partly' && !promised.usedUp) continue
    const confirmed = yield* step('4.6b')
    if (confirmed.option !== 'partly' || confirmed.usedUp) return
  }
}

/** R7: the number is reserved with the licence, the plaque itself belongs to 4.11. */
function* brand(): Story {
  const granted = yield* step('4.7')
  yield* happens({ effect: 'plaque' })
  if (!isOff(granted)) yield* happens({ effect: 'order', kind: 'name_licence' })
}

function* readiness(): Story {
  for (;;) {
    const checked = yield* step('4.9')
    if (checked.option === 'not_ready' && !checked.usedUp) continue
    const chairs = yield* sideBySide('4.10a', '4.10b')
    if (chairs.every((chair) => chair.option !== 'postpone')) return
  }
}
