import { sql } from 'kysely'
import type { NotedCommand } from '../../db/reads/commands.js'
import { readCommand } from '../../db/reads/commands.js'
import { sightOf } from '../auth/sight.js'
import { knownAnswer } from '../commands/settle.js'
import { CommandParams, CommandResponse } from '../contract/answer.js'
import { LiveResponse, ReadyResponse } from '../contract/health.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { notFound } from '../problems.js'
import { stuckSeen } from '../stuck/watch.js'
import { problems } from './responses.js'

const tags = ['operation']
const open = { config: { open: true } } as const

/** Whether the process lives, whether it can work, and what became of a command. */
export const addOperation = (app: ApiApp, parts: ApiParts): void => {
  const live = { response: { 200: LiveResponse }, tags, security: [], summary: 'Does the process live?' }
  app.get('/health/live', { ...open, schema: live }, async () => ({ status: 'live' as const }))
  const ready = { response: { 200: ReadyResponse, 503: ReadyResponse }, tags, security: [], summary: 'Can it work?' }
  app.get('/health/ready', { ...open, schema: ready }, async (_request, reply) => {
    const [postgres, temporal] = await Promise.all([answers(parts), parts.temporal.isReachable()])
    const stuck = stuckSeen(parts)
    // One base that is stuck must not take the others away; a ledger that lost entries must not be written on.
    const isReady = postgres && temporal && !stuck.ledgerBehind
    return reply.code(isReady ? 200 : 503).send({ status: isReady ? 'ready' : 'not_ready', postgres, temporal, stuck })
  })
  const command = { params: CommandParams, response: { 200: CommandResponse, ...problems }, tags }
  app.get('/commands/:id', { schema: { ...command, summary: 'What became of a command' } }, async (request) => {
    const { id } = request.params
    const found = await readCommand(parts.db, { id: id.toLowerCase() })
    const mayKnow = found?.actor === request.person || (await sightOf(parts, request.person)).isStaff
    if (found === undefined || !mayKnow) throw notFound(`command ${id}`)
    const { stream, state, receivedAt, answeredAt } = found
    return { command: id, stream, state, receivedAt, answeredAt, answer: answerIn(found) }
  })
}

const answerIn = (command: NotedCommand): { status: number; body: unknown } | null => {
  const answer = knownAnswer(command)
  return answer === undefined ? null : { status: answer.status, body: JSON.parse(answer.body) }
}

const answers = ({ db }: ApiParts): Promise<boolean> =>
  sql`select 1`.execute(db).then(
    () => true,
    () => false,
  )
