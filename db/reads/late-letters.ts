import { sql, type Kysely } from 'kysely'
import type { Instant, BaseId, PersonId, ProgrammeId } from '../../domain/ids.js'
import { firstAsking } from '../../domain/letters/letters.js'
import type { StepKey } from '../../domain/values/step-key.js'
import type { Database } from '../schema.js'
import { seenLetters, type LettersSeen } from './letters.js'

/** A letter by which somebody was asked to act on a step that is open, and when that person was last told of it. */
export interface LateLetter {
  readonly id: string
  readonly recipient: string
  readonly lastTold: Instant
}

/** A step as far as reminding goes; undefined: there is none of that name. */
interface LateStep {
  readonly closedAt: Instant | null
  readonly dueAt: Instant
  readonly letters: readonly LateLetter[]
}

interface LateStepAsked {
  readonly base: BaseId
  readonly step: string
  /** Steps that are not there for whoever asks. */
  readonly unseen: readonly StepKey[]
  readonly letters: LettersSeen
}

/** How an open step stands, with the letter whoever asks may see by which each of its people was asked to act: those who acted since are left out. */
export async function lateStep(
  db: Kysely<Database>,
  { base, step, unseen, letters }: LateStepAsked,
): Promise<LateStep | undefined> {
  const found = await db
    .selectFrom('step')
    .select(['key', 'closed_at', 'due_at'])
    .where('base', '=', base)
    .where('id', '=', step)
    .executeTakeFirst()
  if (found === undefined || unseen.includes(found.key)) return undefined
  const seen = sql.join([sql`true`, ...seenLetters(letters)], sql` and `)
  const { rows } = await sql<LateLetter>`
    select distinct on (letter.recipient) letter.id, letter.recipient, (
      select max(coalesce(told.sent_at, told.queued_at)) from letter told
      where told.base = letter.base and told.step = letter.step and told.recipient = letter.recipient) as "lastTold"
    from letter
    where letter.base = ${base} and letter.step = ${step} and letter.kind = any(${[...firstAsking]}::text[])
      and letter.state not in ('queued', 'not_needed') and ${seen}
      and not exists (select from step_act act
        where act.base = letter.base and act.step = letter.step and act.person = letter.recipient)
    order by letter.recipient, letter.again desc, letter.id`.execute(db)
  return { closedAt: found.closed_at, dueAt: found.due_at, letters: rows }
}

/** The open steps of a programme that were given to one person, the most urgent first. */
export const stepsGivenTo = (
  db: Kysely<Database>,
  { person, programme }: { readonly person: PersonId; readonly programme: ProgrammeId },
): Promise<readonly { readonly base: BaseId; readonly step: string; readonly key: StepKey }[]> =>
  db
    .selectFrom('step')
    .select(['base', 'id as step', 'key'])
    .where('programme', '=', programme)
    .where('holder', '=', person)
    .where('closed_at', 'is', null)
    .orderBy('due_at')
    .orderBy('base')
    .orderBy('id')
    .execute()
