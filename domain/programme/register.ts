import type { RegisterCommand } from '../commands/register.js'
import type { RegisterEvent } from '../events/register.js'
import { notYourRole } from '../judge/refused.js'
import type { Refusal } from '../refusal.js'
import { registerKey, type RegisterEntry } from '../register.js'
import { offices, type Role } from '../role.js'
import type { Actor } from '../values/actor.js'
import type { By } from '../values/by.js'
import type { HeldMandate } from '../values/mandate.js'
import { byOf } from '../state.js'
import { notAsRead, type Waiting } from '../second-person.js'

/** What was added through the programme, by key, and what waits for a second person. What it holds lies in PostgreSQL. */
export interface RegisterState {
  readonly known: readonly string[]
  readonly asked: Readonly<Record<string, Waiting & { readonly entry: RegisterEntry }>>
}

export const noRegister: RegisterState = { known: [], asked: {} }

interface Asked {
  readonly command: RegisterCommand
  readonly actor: Actor
  /** The own seat of the actor in one of these roles for the whole programme, in force now. */
  readonly seatIn: (roles: readonly Role[]) => HeldMandate | undefined
}

/** What comes of it: the event with the seat it was done with, or a "no". */
export type RegisterJudgement =
  { readonly event: RegisterEvent; readonly mandate: HeldMandate } | { readonly refusal: Refusal }

/**
 * An administrator keeps the register; a correction is confirmed by another one or by a director. What a cluster is called in Chinese
 * whoever nominates it may say as well, as long as nothing stands of it.
 */
const seatsFor = (command: RegisterCommand): readonly Role[] => {
  if (command.type === 'confirm_correction') return offices.administersWith
  const isNewName = command.entry.kind === 'names' && command.corrects !== true
  return isNewName ? [offices.administers, offices.nominates] : [offices.administers]
}

/**
 * What is new stands at once: nothing rests on it yet. What stands may already bar an expert or move a day, so it is
 * corrected by two persons (SD10).
 */
export const judgeRegister = (state: RegisterState, { command, actor, seatIn }: Asked): RegisterJudgement => {
  const needs = seatsFor(command)
  const mandate = seatIn(needs)
  if (mandate === undefined) return { refusal: notYourRole(actor, { step: command.type, needs: needs.join(', ') }) }
  const outcome = decided(state, { command, by: byOf(actor.person, mandate) })
  return 'type' in outcome ? { event: outcome, mandate } : { refusal: outcome }
}

const decided = (
  state: RegisterState,
  { command, by }: { readonly command: RegisterCommand; readonly by: By },
): RegisterEvent | Refusal => {
  if (command.type === 'add_to_register') {
    const { entry, corrects = false } = command
    if (corrects) return { type: 'correction_asked', entry, by }
    return state.known.includes(registerKey(entry))
      ? { code: 'registered_already', detail: { kind: entry.kind, id: entry.id } }
      : { type: 'register_added', entry, by }
  }
  const { type: step, kind, id, seq } = command
  const asked = state.asked[registerKey(command)]
  if (asked === undefined) return { code: 'no_correction', detail: { kind, id } }
  return (
    notAsRead(asked, { by, step, seq }) ?? { type: 'register_corrected', entry: asked.entry, askedBy: asked.by, by }
  )
}

/** The register with an entry of that name. */
export const withKnown = (state: RegisterState, entry: RegisterEntry): RegisterState => ({
  ...state,
  known: [...state.known, registerKey(entry)],
})

/** The next state after one of these events. */
export const evolveRegister = (
  state: RegisterState,
  { event, seq }: { readonly event: RegisterEvent; readonly seq: number },
): RegisterState => {
  const key = registerKey(event.entry)
  switch (event.type) {
    case 'register_added':
      return withKnown(state, event.entry)
    case 'correction_asked':
      return { ...state, asked: { ...state.asked, [key]: { entry: event.entry, by: event.by.person, seq } } }
    case 'register_corrected':
      return withoutAsked(state, key)
  }
}

/** Without a correction that waited. */
export const withoutAsked = (state: RegisterState, key: string): RegisterState => {
  const { [key]: _, ...asked } = state.asked
  return { ...state, asked }
}
