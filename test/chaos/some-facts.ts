import type { CommandFacts, Facts } from './facts.js'

export const base = 'gasme-C09-yueqing-1'
export const keyOfComment = '11111111-1111-4111-a111-111111111111'
export const keyOfDecision = '22222222-2222-4222-a222-222222222222'
export const keyOfRefused = '33333333-3333-4333-a333-333333333333'

const accepted = (command: string, entries: readonly { seq: number; type: string }[]) => {
  const occurredAt = '2026-11-26T15:00:00.000Z'
  return { command, head: entries.at(-1)?.seq ?? 0, entries: entries.map((entry) => ({ ...entry, occurredAt })) }
}

const refusal = { code: 'step_already_decided', status: 409, requestId: 'r-1' }
const conflict = { status: 409, body: JSON.stringify({ code: 'idempotency_conflict', status: 409, requestId: 'r-2' }) }

/** A command that was answered, kept and repeated alike. */
const answered = (
  { key, does, path }: Pick<CommandFacts, 'key' | 'does' | 'path'>,
  { status, body }: { status: number; body: unknown },
): CommandFacts => {
  const answer = { status, body: JSON.stringify(body) }
  const state = status < 400 ? 'accepted' : 'refused'
  return {
    key,
    does,
    path,
    begun: 50_000,
    answers: [answer, answer],
    otherText: [conflict],
    kept: { state, answer: { status, body } },
    repeated: answer,
  }
}

export const comment = answered(
  { key: keyOfComment, does: 'comment', path: `/bases/${base}/comments` },
  { status: 200, body: accepted(keyOfComment, [{ seq: 4, type: 'commented' }]) },
)
export const decision = answered(
  { key: keyOfDecision, does: 'decide', path: `/bases/${base}/steps/1.3.1/decisions` },
  {
    status: 200,
    body: accepted(keyOfDecision, [
      { seq: 5, type: 'step_acted' },
      { seq: 6, type: 'step_closed' },
      { seq: 7, type: 'document_ordered' },
    ]),
  },
)
export const refused = answered(
  { key: keyOfRefused, does: 'decide', path: `/bases/${base}/steps/1.3.1/decisions` },
  { status: 409, body: refusal },
)

const entry = (seq: number, { type, commandId, order }: { type: string; commandId: string; order?: string }) => ({
  stream: base,
  seq,
  type,
  commandId,
  order,
})

const letter = (id: string, { kind, seq, binding }: { kind: string; seq: number; binding: boolean }) => ({
  id,
  messageId: `<${id}@cornerstone.invalid>`,
  base,
  seq,
  kind,
  binding,
  state: 'sent',
})
export const reminder = letter('l-1', { kind: 'step_opened', seq: 6, binding: false })
export const notice = letter('l-2', { kind: 'document_made', seq: 8, binding: true })

/** A small installation in which everything is as it must be; each test puts one fault into it. */
export const soundFacts: Facts = {
  commands: [comment, decision, refused],
  entries: [
    entry(4, { type: 'commented', commandId: keyOfComment }),
    entry(5, { type: 'step_acted', commandId: keyOfDecision }),
    entry(6, { type: 'step_closed', commandId: keyOfDecision }),
    entry(7, { type: 'document_ordered', commandId: keyOfDecision, order: 'o-1' }),
    entry(8, { type: 'document_made', commandId: `paper:${base}:o-1`, order: 'o-1' }),
  ],
  letters: [reminder, notice],
  copies: [
    { messageId: reminder.messageId, answered: true, at: 60_000 },
    { messageId: notice.messageId, answered: true, at: 61_000 },
  ],
  refusedForGood: [],
  papers: [{ base, order: 'o-1', language: 'en', readable: true }],
  disturbances: [],
  divergences: [],
  evidence: [{ base, sound: true, says: '' }],
}
