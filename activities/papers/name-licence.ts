import type { PaperFacts } from '../../documents/paper.js'
import { programmeCalendar } from '../../domain/judge/draft.js'
import { defined } from '../../domain/values/defined.js'
import { broughtOn, quoted } from './brought.js'
import { dayOf } from './dates.js'
import { lastClosed, type StorySoFar } from './story-so-far.js'
import { daysFor } from './times-of.js'

/** Which marks were licensed for what (4.7), and within which time their use ends (8.11). */
export const nameLicence = (story: StorySoFar): PaperFacts['name_licence'] => {
  const granted = lastClosed(story, ['4.7'])
  const brought = broughtOn(story, { key: '4.7' })
  return {
    grantedOn: dayOf(granted?.at ?? story.ledger.at, programmeCalendar.zone),
    ...defined({
      marks: quoted(brought, 'marks'),
      uses: quoted(brought, 'uses'),
      plaqueText: quoted(brought, 'plaque_text'),
      signsOff: daysFor(story.procedure, '5.12b'),
    }),
  }
}
