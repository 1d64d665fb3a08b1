import { runsFull } from './answers.js'
import type { OpenStep, Player } from './theatre.js'

/** When the sleeping actor of a step wakes; undefined: nobody sleeps here, and nobody takes time, on purpose. */
export const wakesAt = (player: Player, step: OpenStep): string | undefined => {
  const late = visitOf(step) === 1 ? player.script.late[step.key] : undefined
  if (late !== undefined) return daysAfter(step.dueAt, late.days)
  if (runsFull.includes(step.key)) return step.dueAt
  const takes = player.script.takes[step.key]
  return takes === undefined ? undefined : daysAfter(step.openedAt, takes)
}

const daysAfter = (instant: string, days: number): string =>
  new Date(Date.parse(instant) + days * 86_400_000).toISOString()

/** On which visit of its step somebody is: the number at the end of its id. */
export const visitOf = ({ id }: OpenStep): number => Number(id.slice(id.lastIndexOf('.') + 1))
