import type { PersonId } from '../ids.js'
import type { AdoptProcedure } from '../commands/rules.js'
import type { Procedure } from '../procedure.js'
import type { Refusal } from '../refusal.js'
import { offices, roles, type Role, type Side } from '../role.js'
import { changesUnder } from '../rules-change.js'
import { byOf, openSteps, type BaseState } from '../state.js'
import { tell } from '../telling.js'
import type { Asked } from './asked.js'
import { accept, actingUnder, add, draftOf, refuse, type Judgement, type Rules } from './draft.js'
import { notYourRole } from './refused.js'
import { seatOf } from './seat.js'
import { settle } from './settle.js'

/** Who may agree for each side (8.8): the director, and whoever signs for the place. */
export const agreesFor: Readonly<Record<Side, Role>> = offices.agrees
const wanted = Object.values(agreesFor)

/**
 * A side agrees to a later version for the stage that runs; with the second side's word it is adopted, and what it asks for
 * opens at once (8.8). Refused where anything decided or open would not stand under it: such a base gets the version with
 * its next stage. The version must be at hand among the rules; the edge has looked that it is in force.
 */
export const judgeAdopt = (state: BaseState, asked: Asked<AdoptProcedure>): Judgement => {
  const { command, actor, rules, moment } = asked
  const { version } = command
  const mandate = seatOf(state, { actor, moment, wanted })
  if (mandate === undefined) return refuse(notYourRole(actor, { step: command.type, needs: wanted.join(', ') }))
  const { side } = roles[mandate.role]
  const to = rules.versions?.[version]
  const no = notLater(state, version) ?? agreedBefore(state, { version, side, person: actor.person })
  if (no !== undefined) return refuse(no)
  if (to === undefined)
    throw new RangeError(`version ${version} of ${rules.procedure.id} was not brought to the judgement`)
  const against = standsAgainst(state, { to, rules })
  if (against.length > 0) return refuse({ code: 'adoption_not_now', detail: { version, steps: against } })
  const agreed = add(actingUnder(mandate, draftOf(state, { rules, moment })), {
    type: 'adoption_agreed',
    version,
    side,
    by: byOf(actor.person, mandate),
  })
  const both = Object.keys(agreed.state.stage?.adoption?.agreed ?? {}).length === wanted.length
  if (!both) return accept(agreed)
  const adopted = add(agreed, { type: 'procedure_adopted', from: state.rulesVersion, to: version })
  return accept(settle({ ...adopted, rules: { ...rules, procedure: to } }))
}

/** Versions are named by the day they were made, so their names are in the order of their days. */
const notLater = (state: BaseState, version: string): Refusal | undefined => {
  if (version === state.rulesVersion) return { code: 'version_in_use', detail: { version } }
  return version < state.rulesVersion
    ? { code: 'version_earlier', detail: { version, now: state.rulesVersion } }
    : undefined
}

/** A side says its word once, and nobody says it for both (SD2). */
const agreedBefore = (
  state: BaseState,
  { version, side, person }: { version: string; side: Side; person: PersonId },
): Refusal | undefined => {
  const adoption = state.stage?.adoption
  if (adoption?.version !== version) return undefined
  const before = adoption.agreed[side]
  if (before !== undefined) return { code: 'adoption_agreed_already', detail: { version, side, person: before } }
  return Object.values(adoption.agreed).includes(person)
    ? { code: 'second_person_needed', detail: { step: 'adopt_procedure', rule: 'SD2' } }
    : undefined
}

/** Steps of the running stage that would not stand under another version: by the votes and figures, and by the story. */
const standsAgainst = (state: BaseState, { to, rules }: { to: Procedure; rules: Rules }): readonly string[] => {
  const changed = changesUnder(state, to).flatMap((one) => (one.change === 'approval_missing' ? [] : [one.step]))
  const told = tell(rules.story(state), { state, procedure: to })
  const reached = new Set(told.open.map(({ id }) => id))
  const left = openSteps(state).flatMap(({ id }) => (reached.has(id) ? [] : [id]))
  const undone = Object.entries(state.stage?.effects ?? {}).flatMap(([name, times]) =>
    (told.reached.get(name) ?? 0) < times && !told.due.some(({ effect }) => effect === 'open') ? [name] : [],
  )
  return [...new Set([...changed, ...left, ...undone])]
}
