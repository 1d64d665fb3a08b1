import type { PaperFacts } from '../../documents/paper.js'
import { programmeCalendar } from '../../domain/judge/draft.js'
import { defined } from '../../domain/values/defined.js'
import { broughtOn, quoted } from './brought.js'
import { dayOf } from './dates.js'
import { lastClosed, type StorySoFar } from './story-so-far.js'

/** What the secretary makes public before the Board decides, and until when one may object (2.9). */
export const publicNotice = (story: StorySoFar): PaperFacts['public_notice'] => {
  const published = lastClosed(story, ['2.9a'])
  const brought = broughtOn(story, { key: '2.9a' })
  return {
    publishedOn: dayOf(published?.at ?? story.ledger.at, programmeCalendar.zone),
    ...defined({
      text: quoted(brought, 'text'),
      period: quoted(brought, 'period'),
      contact: quoted(brought, 'contact'),
    }),
  }
}
