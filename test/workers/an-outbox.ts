import type { Kysely } from 'kysely'
import { now } from '../../clock/machine-clock.js'
import type { Database } from '../../db/schema.js'
import { connect } from '../../db/connect.js'
import { saveBootstrapMandates, savePeople } from '../../db/writes/people.js'
import type { LetterFacts } from '../../domain/letters/facts.js'
import type { LetterKind } from '../../domain/letters/letters.js'
import { aProgrammeIn, recordLife } from '../activities/a-recorded-base.js'
import { aNominatedBase } from '../support/a-base.js'
import { exampleBase } from '../support/an-example.js'
import { cloneDatabase } from '../support/services.js'

const from = '2026-01-01T00:00:00.000Z'

/** The reader of the letters: a local government that writes Chinese. */
export const reader = { id: 'p-lg-1', email: 'lg@yueqing.example', name: { en: 'Ms Lin', local: '林女士' } }

/** A database in which the example base waits for 1.2a, so that one letter about it lies in the outbox. */
export const anOutbox = async (title: string) => {
  const database = await cloneDatabase(title)
  const db = connect(database.appUrl)
  await aProgrammeIn(db)
  const organisation = { programme: 'gasme', id: 'o-yueqing', name: { en: 'Yueqing', local: '乐清' }, country: 'CN' }
  await savePeople(db, { organisations: [organisation], people: [{ ...reader, language: 'zh-CN' }] })
  const mandate = { id: 'm-LG-1', person: reader.id, organisation: organisation.id, role: 'LG', from } as const
  await saveBootstrapMandates(db, { programme: 'gasme', mandates: [{ ...mandate, base: exampleBase }] })
  await recordLife(db, aNominatedBase())
  return {
    db,
    url: database.appUrl,
    close: async () => {
      await db.destroy()
      await database.drop()
    },
  }
}

/** Queues one more letter, to the reader or to somebody else, as the record of an event would. */
export const queue = async (
  db: Kysely<Database>,
  { kind, seq, facts, to = reader.id }: { kind: LetterKind; seq: number; facts: Partial<LetterFacts>; to?: string },
): Promise<string> => {
  const at = now()
  const { id } = await db
    .insertInto('letter')
    .values({
      programme: 'gasme',
      base: exampleBase,
      seq,
      kind,
      step: null,
      recipient: to,
      language: 'zh-CN',
      facts: JSON.stringify({ head: 'a'.repeat(64), seq, ...facts }),
      queued_at: at,
      next_attempt_at: from,
      sent_at: null,
      response: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** The outbox as it stands. */
export const outbox = (db: Kysely<Database>) =>
  db
    .selectFrom('letter')
    .select(['id', 'kind', 'state', 'attempts', 'response', 'next_attempt_at'])
    .orderBy('queued_at')
    .execute()

/** Waits until something is so; the test's own time limit is the patience. */
export const until = async <T>(look: () => Promise<T | undefined>): Promise<T> => {
  for (;;) {
    const found = await look()
    if (found !== undefined) return found
    await new Promise((resolve) => setImmediate(resolve))
  }
}
