import type { NotedCommand } from '../../db/reads/commands.js'
import { seenCommand } from '../commands/seen-command.js'
import { knownAnswer } from '../commands/settle.js'
import { CommandParams, CommandResponse } from '../contract/answer.js'
import { LiveResponse, ReadyResponse } from '../contract/health.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { readiness } from '../readiness.js'
import { problems } from './responses.js'

const tags = ['operation']
const open = { config: { open: true } } as const

/** Whether the process lives, whether it can work, and what became of a command. */
export const addOperation = (app: ApiApp, parts: ApiParts): void => {
  const live = { response: { 200: LiveResponse }, tags, security: [], summary: 'Does the process live?' }
  app.get('/health/live', { ...open, schema: live }, async () => ({ status: 'live' as const }))
  const look = readiness(parts)
  const ready = { response: { 200: ReadyResponse, 503: ReadyResponse }, tags, security: [], summary: 'Can it work?' }
  app.get('/health/ready', { ...open, schema: ready }, async (_request, reply) => {
    const found = await look()
    return reply.code(found.status === 'ready' ? 200 : 503).send(found)
  })
  const command = { params: CommandParams, response: { 200: CommandResponse, ...problems }, tags }
  app.get('/commands/:id', { schema: { ...command, summary: 'What became of a command' } }, async (request) => {
    const found = await seenCommand(parts, { id: request.params.id, person: request.person })
    const { id, stream, state, receivedAt, answeredAt } = found
    return { command: id, stream, state, receivedAt, answeredAt, answer: answerIn(found) }
  })
}

const answerIn = (command: NotedCommand): { status: number; body: unknown } | null => {
  const answer = knownAnswer(command)
  return answer === undefined ? null : { status: answer.status, body: JSON.parse(answer.body) }
}
