import type { BaseCommand, ProgrammeCommand } from '../command.js'
import type { AnyEvent } from '../event.js'
import type { StepDefinition } from '../procedure.js'
import type { Refusal } from '../refusal.js'
import type { StepKey } from '../values/step-key.js'
import { keyOf } from '../values/step-key.js'
import type { Actor } from '../values/actor.js'

/** What weighs beside the options of steps that say so themselves: nobody does it on a sign-in of this morning (0061). */
export const weightyCommands: readonly (BaseCommand | ProgrammeCommand)['type'][] = [
  'withdraw',
  'propose_rules',
  'confirm_rules',
  'request_erasure',
  'confirm_erasure',
]

interface Asked {
  readonly command: BaseCommand | ProgrammeCommand
  readonly steps: Readonly<Record<StepKey, StepDefinition>>
}

/** Whether an act takes that its sender has shown afresh who he or she is. */
export const isWeighty = ({ command, steps }: Asked): boolean =>
  command.type === 'decide'
    ? steps[keyOf(command.step)]?.weighty?.includes(command.option) === true
    : weightyCommands.includes(command.type)

/** The "no" to an act of weight by somebody who has not; asked last. On paper two persons vouch for whose act it is (R16). */
export const whyUnproven = (asked: Asked, { channel, factor }: Actor): Refusal | undefined =>
  factor === undefined && channel !== 'paper' && isWeighty(asked)
    ? { code: 'second_factor', detail: { act: nameOf(asked.command), channel } }
    : undefined

const nameOf = (command: Asked['command']): string => ('step' in command ? String(command.step) : command.type)

/** What an act of weight became, with the means by which its sender was known again. */
export const proven = <E extends AnyEvent>(
  events: readonly E[],
  asked: Asked & { readonly actor: Actor },
): readonly E[] => {
  const { person, factor } = asked.actor
  if (factor === undefined || !isWeighty(asked)) return events
  return events.map((event) =>
    'by' in event && event.by?.person === person ? { ...event, by: { ...event.by, factor } } : event,
  )
}
