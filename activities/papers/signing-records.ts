import type { PaperFacts } from '../../documents/paper.js'
import { programmeCalendar } from '../../domain/judge/draft.js'
import { defined } from '../../domain/values/defined.js'
import { wordsOf } from '../wording.js'
import { broughtOn, quoted } from './brought.js'
import { dayOf } from './dates.js'
import { lastClosed, ofType, type StorySoFar } from './story-so-far.js'

type Side = PaperFacts['authority_record']['sides'][number]['side']
const alliance = 'alliance' as const
const government = 'government' as const

interface Act {
  readonly side: Side
  readonly key: string
}

/** What each side did last on a step of its own, with what it brought; nothing of a side whose step is not closed. */
const broughtBySide = (story: StorySoFar, acts: readonly Act[]) =>
  acts.flatMap(({ side, key }) => {
    const closed = lastClosed(story, [key])
    return closed === undefined
      ? []
      : [{ side, closed, on: dayOf(closed.at, programmeCalendar.zone), brought: broughtOn(story, { key }) }]
  })

/** By what authority each side signs, as it was shown last (3.10). */
export const authorityRecord = (story: StorySoFar): PaperFacts['authority_record'] => ({
  sides: broughtBySide(story, [
    { side: alliance, key: '3.10a' },
    { side: government, key: '3.10b' },
  ]).map(({ side, on, brought }) => ({
    side,
    shownOn: on,
    ...defined({
      office: quoted(brought, 'office'),
      act: quoted(brought, 'act_no'),
      actOn: quoted(brought, 'act_on'),
      validUntil: quoted(brought, 'valid_until'),
    }),
  })),
})

/** Who signed where and when, and where each original lies (3.11, 3.12). */
export const custodyRecord = (story: StorySoFar): PaperFacts['custody_record'] => {
  const voided = new Set(ofType(story.events, 'step_voided').map(({ step }) => step))
  const text = ofType(story.events, 'text_handed_over').findLast(({ step }) => !voided.has(step))
  return {
    ...defined({ hash: text?.hash }),
    signatures: broughtBySide(story, [
      { side: alliance, key: '3.11a' },
      { side: government, key: '3.11b' },
    ]).map(({ side, closed, brought }) => ({
      side,
      way: wordsOf({ key: closed.key, option: closed.option ?? '' }),
      ...defined({
        office: quoted(brought, 'office'),
        place: quoted(brought, 'place'),
        day: quoted(brought, 'day'),
      }),
    })),
    originals: broughtBySide(story, [
      { side: alliance, key: '3.12a' },
      { side: government, key: '3.12b' },
    ]).map(({ side, on, brought }) => ({
      side,
      filedOn: on,
      ...defined({ keeper: quoted(brought, 'keeper'), mark: quoted(brought, 'mark') }),
    })),
  }
}
