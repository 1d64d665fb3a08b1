import type { PaperFacts } from '../../documents/paper.js'
import type { Wording } from '../../documents/facts/parts.js'
import { programmeCalendar } from '../../domain/judge/draft.js'
import { defined } from '../../domain/values/defined.js'
import { titleOf } from '../wording.js'
import { broughtOn, quoted, rowsOf } from './brought.js'
import { dayOf } from './dates.js'
import { followedIn } from './followed-in.js'
import { lastClosed, type StorySoFar } from './story-so-far.js'

/** What the cluster organisation will do about each finding, as it was accepted last: after a yearly yellow or an extraordinary one (5.11, 5.13). */
export const improvementPlan = (story: StorySoFar): PaperFacts['improvement_plan'] => {
  const handedIn = lastClosed(story, ['5.11a', '5.13h'])
  const accepted = lastClosed(story, ['5.11b', '5.13i'])
  if (handedIn === undefined) throw new Error(`No improvement plan of ${story.base.id} was handed in.`)
  const brought = broughtOn(story, { key: handedIn.key })
  const findings = findingsIn(story)
  return {
    acceptedOn: dayOf(accepted?.at ?? story.ledger.at, programmeCalendar.zone),
    rows: rowsOf(brought, 'plan').map((row) => ({
      finding: findings.get(String(row.answers['finding'])) ?? '—',
      ...defined({
        cause: quoted(row, 'cause'),
        measure: quoted(row, 'measure'),
        owner: quoted(row, 'owner'),
        by: quoted(row, 'by'),
        proof: quoted(row, 'proof'),
      }),
    })),
    ...defined({ help: quoted(brought, 'help') }),
  }
}

/** Each finding in the words that both sides read; one whose words are for the programme alone goes by the step it was found on. */
const findingsIn = (story: StorySoFar): ReadonlyMap<string, Wording> =>
  new Map(
    followedIn(story, { kind: 'finding' }).map(({ item, row }) => [
      item.id,
      quoted(row, 'text') ?? quoted(row, 'outward') ?? quoted(row, 'partner_text') ?? titleOf(item.filed.key),
    ]),
  )
