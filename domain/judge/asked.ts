import type { Actor, BaseCommand } from '../command.js'
import type { BaseState } from '../state.js'
import type { Judgement, Moment, Rules } from './draft.js'

/** What a person asks, with everything it is judged by. */
export interface Asked<C extends BaseCommand> {
  readonly command: C
  readonly actor: Actor
  readonly rules: Rules
  readonly moment: Moment
}

/** How one kind of command is judged. */
export type Judge<T extends BaseCommand['type']> = (
  state: BaseState,
  asked: Asked<Extract<BaseCommand, { type: T }>>,
) => Judgement
