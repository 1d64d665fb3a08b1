import type { SourceChange } from '../../tools/replay/copied-sources.js'
import type { FaultKind } from './fault.js'

/** A fault put into our own code, and the check that has to turn red by it. */
interface Sabotage extends SourceChange {
  readonly what: string
  readonly turnsRed: FaultKind
}

/** One for each check. All are put in at once, so each spares what the others need to be seen. */
export const sabotages: readonly Sabotage[] = [
  {
    what: 'a decision is told of entries that are not there',
    file: 'api/commands/settle.ts',
    from: 'status: 200, value: { command, head, entries: [...entries] }',
    to: "status: 200, value: { command, head, entries: entries.map((one) => one.type === 'step_acted' ? { ...one, seq: one.seq + 1000 } : one) }",
    turnsRed: 'lost',
  },
  {
    what: 'a comment is written down twice',
    file: 'domain/judge/comment.ts',
    from: "return accept(add(draft, { type: 'commented'",
    to: "return accept(add(add(draft, { type: 'commented', text, by }), { type: 'commented'",
    turnsRed: 'doubled',
  },
  {
    what: 'a repeated hold is told of another head',
    file: 'api/commands/submit.ts',
    from: 'if (answer !== undefined) return answer',
    to: `if (answer !== undefined)
    return ask.route.endsWith('/holds') ? { ...answer, body: answer.body.replace('"head":', '"head":1') } : answer`,
    turnsRed: 'answered_otherwise',
  },
  {
    what: 'a refusal is worded anew for whoever asks again',
    file: 'api/commands/settle.ts',
    from: 'return outcome === null ? undefined : StoredAnswer.parse(outcome)',
    to: `const first = outcome === null ? undefined : StoredAnswer.parse(outcome)
  return first && { ...first, body: first.body.replace('"requestId":"', '"requestId":"another-') }`,
    turnsRed: 'other_bytes',
  },
  {
    what: 'another text under the same key is taken for the first',
    file: 'api/commands/ask.ts',
    from: '&& [bodyHash, ...formerHashes].includes(known.bodyHash)',
    to: '',
    turnsRed: 'conflict_untold',
  },
  {
    what: 'who ends a hold is never answered',
    file: 'db/writes/commands.ts',
    from: 'if (await noteCommand(db, command)) return',
    to: "if (command.route.endsWith('/resumptions')) throw new Error('sabotage')\n  if (await noteCommand(db, command)) return",
    turnsRed: 'unanswered',
  },
  {
    what: 'the note of a nomination is not found',
    file: 'db/reads/commands.ts',
    from: 'return row && commandFromRow(row)',
    to: "return row?.route.endsWith('/bases') ? undefined : row && commandFromRow(row)",
    turnsRed: 'note_missing',
  },
  {
    what: 'the comparison of the two witnesses reads a hold otherwise',
    file: 'reconciliation/diverges.ts',
    from: '...(isAsTold(kept, told) && isRow ?',
    to: "...(isAsTold(kept, told) && isRow && kept.type !== 'held' ?",
    turnsRed: 'false_accusation',
  },
  {
    what: 'evidence names another person for whoever acted',
    file: 'api/evidence/gather.ts',
    from: '`${entry.hash} ${entryText(entry)}\\n`',
    to: "`${entry.hash} ${entryText(entry.actor === null ? entry : { ...entry, actor: 'p-nobody' })}\\n`",
    turnsRed: 'unsound',
  },
  {
    what: 'every letter is handed over twice',
    file: 'workers/letters/deliver.ts',
    from: 'const delivery = await parts.postman.send(mail)',
    to: 'await parts.postman.send(mail)\n  const delivery = await parts.postman.send(mail)',
    turnsRed: 'letter_doubled',
  },
  {
    what: 'nobody is told of a hold',
    file: 'db/record/queue-letters.ts',
    from: 'const drafts = placed.flatMap(',
    to: "const drafts = placed.filter(({ event }) => event.type !== 'held').flatMap(",
    turnsRed: 'letter_missing',
  },
  {
    what: 'the papers of half the bases are written down as made twice',
    file: 'domain/judge/judge.ts',
    from: 'settle(add(draftOf(state, { rules, moment }), made(command)))',
    to: 'settle((state.id.charCodeAt(8) % 2 ? add(add(draftOf(state, { rules, moment }), command), command) : add(draftOf(state, { rules, moment }), command)))',
    turnsRed: 'paper_doubled',
  },
  {
    what: 'a paper is given out damaged in one language',
    file: 'api/routes/papers.ts',
    from: '.send(Buffer.from(bytes))',
    to: ".send(found.language === 'en' ? Buffer.from(bytes).subarray(1) : Buffer.from(bytes))",
    turnsRed: 'paper_missing',
  },
]
