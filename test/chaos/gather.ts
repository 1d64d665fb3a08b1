import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { z } from 'zod'
import { commandIdOf } from '../../api/commands/ask.js'
import { CommandResponse } from '../../api/contract/answer.js'
import { ReconciliationResponse } from '../../api/contract/reconciliation.js'
import { bounded } from '../../cli/rehearsal/bounded.js'
import type { Database } from '../../db/schema.js'
import { messageIdOf } from '../../mail/postman.js'
import { verifyEvidence } from '../../verify/verdict.js'
import { openZip } from '../../verify/zip.js'
import type { Chance } from './chance.js'
import type { CommandFacts, EvidenceFacts, Facts, LetterFacts, PaperFacts } from './facts.js'
import type { Journal, SentWish } from './journal.js'
import type { MailDouble } from './mail-double.js'
import type { Sender } from './sender.js'
import { isBaseId } from '../../domain/ids.js'

export interface Gathering {
  readonly apis: readonly [string, string]
  readonly journal: Journal
  readonly sender: Sender
  readonly mail: MailDouble
  readonly db: Kysely<Database>
  readonly chance: Chance
  readonly tell: (line: string) => void
}

/** Who reads: the auditor sees everything and changes nothing. */
const auditor = 'p-au-1'
const atOnce = 4

/**
 * Collects what the checks look at, when the storm is over: first what is kept, then each key sent once more, then the
 * ledger as it stands after that, so that a repeat that is carried out anew is seen as what it is.
 */
export const gather = async (gathering: Gathering): Promise<Facts> => {
  const { journal, db, mail, tell } = gathering
  tell(`asking after ${journal.sent.length} commands, and sending each again`)
  const commands = await bounded(journal.sent, { limit: atOnce, work: (sent) => aboutCommand(gathering, sent) })
  const entries = await db
    .selectFrom('ledger_entry')
    .select(['stream', 'seq', 'type', 'command_id', 'payload'])
    .orderBy('stream')
    .orderBy('seq')
    .execute()
  tell(`comparing ${entries.length} entries with the histories`)
  const divergences = await compare(gathering)
  const bases = [...new Set(entries.map(({ stream }) => stream))].filter((stream) => isBaseId(stream))
  tell(`verifying the evidence of ${bases.length} bases`)
  const verified = await bounded(bases, { limit: 2, work: (base) => verify(gathering, base) })
  return {
    commands,
    divergences,
    evidence: verified.filter((one) => one !== undefined),
    copies: mail.copies(),
    refusedForGood: mail.refusedForGood(),
    letters: await lettersIn(db),
    papers: await papersIn(gathering),
    disturbances: journal.disturbances,
    entries: entries.map(({ stream, seq, type, command_id: commandId, payload }) => ({
      stream,
      seq,
      type,
      commandId,
      order: 'order' in payload && typeof payload.order === 'string' ? payload.order : undefined,
    })),
  }
}

const aboutCommand = async ({ sender, chance }: Gathering, sent: SentWish): Promise<CommandFacts> => {
  const { key, begun, wish, answers, otherText } = sent
  const { does, path, as } = wish
  const note = await sender.read(`/commands/${key}`, { as, patienceMs: 30_000 })
  const kept = note?.status === 200 ? CommandResponse.parse(JSON.parse(note.body)) : undefined
  const repeated =
    answers.length === 0
      ? undefined
      : await sender.insist(sent, { chance: chance.of(key), first: chance.below(2), patienceMs: 60_000 })
  return {
    key: commandIdOf({ person: as, key }),
    does,
    path,
    begun,
    answers,
    otherText,
    kept: kept && keptOf(kept),
    repeated,
  }
}

const keptOf = ({ state, answer }: z.infer<typeof CommandResponse>): CommandFacts['kept'] => ({
  state,
  answer: answer === null ? null : { status: answer.status, body: answer.body },
})

const compare = async ({ sender }: Gathering): Promise<Facts['divergences']> => {
  const answer = await sender.read('/programmes/gasme/reconciliation', { as: auditor, patienceMs: 60_000 })
  if (answer?.status !== 200) return [{ code: 'no_comparison', says: `answered ${answer?.status}: ${answer?.body}` }]
  const { divergences } = ReconciliationResponse.parse(JSON.parse(answer.body))
  return divergences.map(({ code, says }) => ({ code, says: says.en }))
}

/** undefined: a sheet of it is still awaited, so that nobody is given its file (1.8). */
const verify = async ({ apis, sender }: Gathering, base: string): Promise<EvidenceFacts | undefined> => {
  try {
    const bytes = await download(new URL(`/bases/${base}/evidence`, apis[0]), await sender.tokenOf(auditor))
    const { sound, first } = verifyEvidence(openZip(bytes), { kept: [], keys: [] })
    return { base, sound, says: first?.says.en ?? '' }
  } catch (error) {
    return String(error).includes('"sheets_awaited"') ? undefined : { base, sound: false, says: String(error) }
  }
}

const download = async (url: URL, token: string): Promise<Buffer> => {
  const headers = { authorization: `Bearer ${token}`, accept: 'application/zip, application/pdf' }
  const response = await fetch(url, { headers, signal: AbortSignal.timeout(60_000) })
  if (response.ok) return Buffer.from(await response.arrayBuffer())
  throw new Error(`${url.pathname} answered ${response.status}: ${(await response.text()).slice(0, 200)}`)
}

/** Papers that bind somebody, as the relay knows them; their letters are never sent twice. */
const bindingPapers = [
  'decision_letter',
  'feedback_sheet',
  'mou_text',
  'review_letter',
  'withdrawal_resolution',
  'name_licence',
]
const office = 'office@cornerstone.invalid'

const lettersIn = async (db: Kysely<Database>): Promise<readonly LetterFacts[]> => {
  const rows = await db
    .selectFrom('letter')
    .select(['id', 'base', 'seq', 'kind', 'facts', 'state', 'sent_with'])
    .execute()
  return rows.map(({ facts, sent_with: first, ...letter }) => ({
    ...letter,
    messageId: messageIdOf(first ?? letter.id, office),
    binding:
      letter.kind === 'base_closed' ||
      (letter.kind === 'document_made' && bindingPapers.includes(facts.kind ?? '')) ||
      (letter.kind === 'step_opened' && facts.key === 'R0'),
  }))
}

const papersIn = async ({ db, apis, sender }: Gathering): Promise<readonly PaperFacts[]> => {
  const token = await sender.tokenOf(auditor)
  const rows = await db.selectFrom('document').select(['base', 'order_id', 'language', 'sha256']).execute()
  return await bounded(rows, {
    limit: atOnce,
    work: async ({ base, order_id: order, language, sha256 }) => ({
      base,
      order,
      language,
      readable: await download(new URL(`/documents/${sha256}`, apis[1]), token).then(
        (bytes) => createHash('sha256').update(bytes).digest('hex') === sha256,
        () => false,
      ),
    }),
  })
}
