import type { PersonId } from '../../domain/ids.js'
import { readCommand, type NotedCommand } from '../../db/reads/commands.js'
import { sightOf } from '../auth/sight.js'
import { uuid } from '../contract/scalars.js'
import { commandIdOf } from './ask.js'
import type { ApiParts } from '../parts.js'
import { notFound } from '../problems.js'

/**
 * A command as somebody may know of it, by its id or by the key its sender chose: its sender, and whoever sees its base or programme. Throws to all others what it
 * throws where there is none, so that nobody learns from it which commands there are.
 */
export const seenCommand = async (
  parts: ApiParts,
  { id, person }: { readonly id: string; readonly person: PersonId },
): Promise<NotedCommand> => {
  const byId = uuid.safeParse(id).success ? await readCommand(parts.db, { id: id.toLowerCase() }) : undefined
  const found = byId ?? (await readCommand(parts.db, { id: commandIdOf({ person, key: id }) }))
  if (found === undefined) throw notFound(`command ${id}`)
  const { seenAs } = await sightOf(parts, person)
  if (seenAs({ kind: 'command', person: found.actor, of: found.stream }) !== 'whole') throw notFound(`command ${id}`)
  return found
}
