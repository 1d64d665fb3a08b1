import type { ClaimRefusal } from '../claims.js'
import type { Decide } from '../command.js'
import type { Procedure } from '../procedure.js'
import type { Refusal } from '../refusal.js'
import { keysScoring } from '../score.js'
import { conflictOf } from '../separation.js'
import type { BaseState, StepState } from '../state.js'
import { claim, type Draft } from './draft.js'
import { deedsOf, interestOf } from './may-act.js'

interface Naming {
  readonly command: Decide
  readonly step: StepState
  readonly procedure: Procedure
}

/** SD3, SD5: nobody is named for the due-diligence team who scored the nomination or has an interest in the base. */
export const wrongTeam = (state: BaseState, { command, step, procedure }: Naming): Refusal | undefined => {
  const { members = [] } = command.facts?.team ?? {}
  if (members.length === 0) return undefined
  const { separation } = procedure
  const [report = ''] = keysScoring(procedure, 'diligence')
  for (const person of members) {
    const acted = deedsOf(state, person)
    const conflict = conflictOf(separation, { key: report, acted })
    const no = interestOf(state, { person })
    if (no !== undefined) return no
    if (conflict?.rule === 'SD3') return { code: 'separation_of_duties', detail: { ...conflict, step: step.key } }
  }
  return undefined
}

/** A team looks with somebody's eyes from outside (2.1): who that is the database knows, which has everybody's seats. */
export const claimOutsider = (draft: Draft, { command, step }: Pick<Naming, 'command' | 'step'>): Draft => {
  const { separation, steps } = draft.rules.procedure
  const members = command.facts?.team?.members
  if (separation.team?.named !== step.key || members === undefined) return draft
  const roles = [...new Set(separation.team.acts.flatMap((key) => steps[key]?.role ?? []))]
  return claim(draft, { claim: 'outsider', of: draft.state.programme, members, roles, inside: step.role })
}

/** The database found nobody in the team who comes from outside. */
export const allFromInside = ({
  inside,
  members,
}: Extract<ClaimRefusal, { code: 'nobody_from_outside' }>): Refusal => ({
  code: 'team_without_outsider',
  detail: { by: inside, team: members },
})
