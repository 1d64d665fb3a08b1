import type { ProgrammeCommand } from '../../domain/command.js'
import { full } from '../../domain/gicc/full.js'
import { evolveProgramme } from '../../domain/programme/evolve.js'
import { judgeProgramme } from '../../domain/programme/judge.js'
import { unfounded } from '../../domain/programme/state.js'
import type { Actor } from '../../domain/values/actor.js'
import { calendarOfSide, dayOfNomination as now } from '../support/an-example.js'

/** A programme of which nothing is known yet; what is sent to it gives its events, or the code of the "no". */
export const aProgramme = (id: string) => {
  let state = unfounded(id)
  const send = (command: ProgrammeCommand, actor: Actor) => {
    const rules = { procedure: full, calendar: calendarOfSide('programme') }
    const judged = judgeProgramme(state, { envelope: { id: 'c', command, now, actor }, rules })
    if (!judged.ok) return judged.refusal.code
    for (const event of judged.events)
      state = evolveProgramme(state, { seq: state.seq + 1, occurredAt: now, schemaVersion: 1, event, commandId: 'c' })
    return judged.events
  }
  return { send, state: () => state }
}
