import { randomUUID } from 'node:crypto'
import { sql, type Kysely } from 'kysely'
import type { Instant, PersonId, ProgrammeId } from '../../domain/ids.js'
import { letterChannel } from '../record/queue-letters.js'
import type { Database } from '../schema.js'
import { linkSeal, newToken, tokenHash, type LinkedAct } from '../seals/link-seal.js'

interface Making extends Omit<LinkedAct, 'id' | 'tokenHash'> {
  /** The letter that carries it. */
  readonly letter: string
  readonly at: Instant
}

/** Makes a link for one act and gives its token, which is kept nowhere: 256 random bits in letters of an address. */
export async function makeLink(db: Kysely<Database>, { letter, at, ...act }: Making): Promise<string> {
  const token = newToken()
  const link = { ...act, id: randomUUID(), tokenHash: tokenHash(token) }
  const { id, person, seat, base, step, documents } = link
  await db
    .insertInto('act_link')
    .values({
      id,
      token_hash: link.tokenHash,
      letter,
      person,
      seat,
      base,
      step,
      documents,
      made_at: at,
      seal: linkSeal(link),
      revoked_at: null,
      used_at: null,
      used_by: null,
    })
    .execute()
  return token
}

/** Ends the links that a letter carried, used or not; what was done by one stays done. */
export async function revokeLinks(
  db: Kysely<Database>,
  { letter, at }: { readonly letter: string; readonly at: Instant },
): Promise<void> {
  await db
    .updateTable('act_link')
    .set({ revoked_at: at })
    .where('letter', '=', letter)
    .where('revoked_at', 'is', null)
    .execute()
}

/** Ends every link of a person that was not used, in one programme: a mailbox may be in other hands. */
export async function revokeLinksOf(
  db: Kysely<Database>,
  { person, programme, at }: { readonly person: PersonId; readonly programme: ProgrammeId; readonly at: Instant },
): Promise<void> {
  await db
    .updateTable('act_link')
    .set({ revoked_at: at })
    .from('base')
    .whereRef('base.id', '=', 'act_link.base')
    .where('base.programme', '=', programme)
    .where('person', '=', person)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .execute()
}

/** How often a fresh letter may be asked for; somebody else may hold an old link. */
const minutesBetween = 10

/**
 * Queues the letter that carried a link once more, to the address on record; the relay sends it if the step still waits for its
 * reader, with a link of its own. Nothing where the link was revoked: whoever ends links wants no more of them in that mailbox.
 * Returns nothing: whether there was such a link is told to nobody.
 */
export async function freshLetter(
  db: Kysely<Database>,
  { token, at }: { readonly token: string; readonly at: Instant },
): Promise<void> {
  await sql`
    insert into letter (programme, base, seq, kind, step, recipient, language, facts, again, queued_at, next_attempt_at)
    select programme, base, seq, kind, step, recipient, language, facts,
      (select max(again) + 1 from letter as one where (one.base, one.seq, one.kind, one.recipient)
        = (letter.base, letter.seq, letter.kind, letter.recipient)), ${at}::timestamptz, ${at}::timestamptz
    from letter where id = (select letter from act_link where token_hash = ${tokenHash(token)} and revoked_at is null)
      and not exists (select from letter as late where (late.base, late.seq, late.kind, late.recipient)
        = (letter.base, letter.seq, letter.kind, letter.recipient)
        and (late.state = 'queued' or coalesce(late.sent_at, late.queued_at) > ${at}::timestamptz - ${minutesBetween} * interval '1 minute'))
    on conflict do nothing
    returning pg_notify(${letterChannel}, base)`.execute(db)
}
