import type { PersonId, ProgrammeId } from '../../domain/ids.js'
import { listCalls } from '../../db/reads/programmes.js'
import type { ProgrammeCommand } from '../../domain/command.js'
import type { Role } from '../../domain/role.js'
import type { HttpAnswer } from '../commands/answer.js'
import type { WriteRequest } from '../commands/ask.js'
import { bodyMark, derivedUuid } from '../commands/fingerprint.js'
import { toProgramme } from '../commands/to-programme.js'
import type { ApiParts } from '../parts.js'
import { unavailable } from '../problems.js'
import type { SeededPeople } from './seeds.js'

const firstCall = 'call-1'
const attempts = 20
const pauseMs = 500

/** Has the first call proposed by a programme manager and opened by a director, and waits for both. Returns its id. */
export const openFirstCall = async (
  parts: ApiParts,
  { programme, people }: { programme: ProgrammeId; people: SeededPeople },
): Promise<string> => {
  const { items } = await listCalls(parts.db, { programme, limit: 1 })
  if (items[0] !== undefined && items[0].state !== 'proposed') return items[0].id
  const by = (role: Role): string => {
    const found = people.people.find(({ roles }) => roles.includes(role))
    if (found === undefined) throw new Error(`Nobody in data/people.json is ${role}.`)
    return found.id
  }
  const call = firstCall
  await insist(parts, { programme, person: by('PM'), path: '/calls', command: { type: 'propose_call', call } })
  const approval: ProgrammeCommand = { type: 'approve_call', call, option: 'open' }
  await insist(parts, { programme, person: by('PD'), path: `/calls/${call}/decisions`, command: approval })
  return call
}

interface Insistence {
  readonly programme: ProgrammeId
  readonly person: PersonId
  readonly path: string
  readonly command: ProgrammeCommand
}

/** Sends the same command until it has an outcome: at the first start the worker may still be on its way. */
const insist = async (parts: ApiParts, { programme, person, path, command }: Insistence): Promise<void> => {
  const ask: WriteRequest = {
    key: derivedUuid('founding', programme, path),
    person,
    route: `POST /programmes/${programme}${path}`,
    ...bodyMark(command),
    setting: { locale: 'en', instance: path, requestId: 'founding' },
  }
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const answer = await toProgramme(parts, { ask, programme, command: async () => command })
    if (isOutcome(answer)) return
    await new Promise((resolve) => setTimeout(resolve, pauseMs))
  }
  throw unavailable('The worker of the programme')
}

/** Done, or found done: a call that exists already is what was wanted. */
const isOutcome = ({ status, body }: HttpAnswer): boolean => {
  if (status === 202 || status === 429 || status === 503) return false
  if (status === 200 || status === 409) return true
  throw new Error(`The first call could not be opened: ${body}`)
}
