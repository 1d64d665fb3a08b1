import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { connect } from '../../db/connect.js'
import { readText } from '../../db/reads/texts.js'
import { bodyMark } from '../../api/commands/fingerprint.js'
import {
  holdInstallationKeys,
  installationKeys,
  makeInstallationKey,
  retiredLine,
} from '../../db/seals/installation-key.js'
import { isSealFor, sealFor } from '../../db/seals/row-seal.js'
import { listPeople } from '../../db/reads/people.js'
import type { Database } from '../../db/schema.js'
import { forgetPerson, makePersonKey, seal, unseal } from '../../db/sealed-person.js'
import { saveBootstrapMandates, savePeople } from '../../db/writes/people.js'
import { createProgramme } from '../../db/writes/programmes.js'
import { sealWhatLiesOpen } from '../../db/writes/seal-people.js'
import { saveText } from '../../db/writes/texts.js'
import { personKeyOfTests } from '../support/hold-keys.js'
import { cloneDatabase, type TestDatabase } from '../support/services.js'

let database: TestDatabase
let db: Kysely<Database>
let owner: Kysely<Database>
const mira = { id: 'p-mira', name: { en: 'Mira Quillfeather', local: '羽米拉' }, email: 'mira@quill.example' }

beforeAll(async () => {
  database = await cloneDatabase('sealed people')
  db = connect(database.appUrl)
  owner = connect(database.ownerUrl)
  const label = { en: 'GASME', 'zh-CN': 'GASME' }
  await createProgramme(db, { id: 'gasme', namespace: 'n', rehearsal: false, label, procedure: 'full' })
  const organisation = { programme: 'gasme', id: 'o-office', name: { en: 'Office', local: '办公室' }, country: 'CN' }
  await savePeople(db, { people: [{ ...mira, language: 'en' }], organisations: [organisation] })
  const seat = {
    id: 'm-1',
    person: mira.id,
    organisation: 'o-office',
    role: 'SO',
    from: '2026-01-01T00:00:00.000Z',
  } as const
  await saveBootstrapMandates(db, { programme: 'gasme', mandates: [seat] })
})
afterAll(async () => {
  await Promise.all([db.destroy(), owner.destroy()])
  await database.drop()
})

const everything = async (): Promise<string> => {
  const tables = ['person', 'person_key', 'text'] as const
  const rows = await Promise.all(tables.map((table) => owner.selectFrom(table).selectAll().execute()))
  return JSON.stringify(rows)
}

test('a name and an address lie sealed in their table and are read as they were written', async () => {
  expect(await everything()).not.toMatch(/Quillfeather|羽米拉|quill\.example/)
  expect((await listPeople(db, { programme: 'gasme' })).items).toMatchObject([{ id: mira.id, name: mira.name }])
})

test('the database takes no name, address or text that is not sealed', async () => {
  await saveText(db, { stream: 'gasme', author: mira.id, body: 'short of breath' })
  await expect(db.updateTable('person').set({ name: 'Mira' }).execute()).rejects.toThrow(/person_name_is_sealed/)
  await expect(db.updateTable('person').set({ email: 'm@q' }).execute()).rejects.toThrow(/person_email_is_sealed/)
  await expect(db.updateTable('text').set({ body: 'Mira' }).execute()).rejects.toThrow(/text_body_is_sealed/)
})

test('a reader of the tables sees no keys', async () => {
  const reader = connect(database.readerUrl)
  await expect(reader.selectFrom('person_key').selectAll().execute()).rejects.toThrow(/permission denied/)
  await reader.destroy()
})

test('a text sealed for one person, field or row is read in no other place', () => {
  const [own, other] = [makePersonKey('p-a'), makePersonKey('p-b')]
  const sealed = seal(own, { field: 'email', text: 'a@a.example' })
  expect(unseal(own, { field: 'email', sealed })).toBe('a@a.example')
  expect(() => unseal(own, { field: 'name', sealed })).toThrow()
  expect(() => unseal({ ...own, person: 'p-b' }, { field: 'email', sealed })).toThrow()
  expect(() => unseal(other, { field: 'email', sealed })).toThrow()
  const changed = `${sealed.slice(0, -6)}${sealed.at(-6) === 'A' ? 'B' : 'A'}${sealed.slice(-5)}`
  expect(() => unseal(own, { field: 'email', sealed: changed })).toThrow()
})

test('without its key a text is read by nobody, whoever still has the row', () => {
  const own = makePersonKey('p-c')
  const sealed = seal(own, { field: 'text/1', text: 'gone' })
  expect(unseal({ person: 'p-c', wrapped: null, wrappedBy: null }, { field: 'text/1', sealed })).toBeNull()
})

test('rows older than the keys are sealed by the first worker that starts, and only once', async () => {
  await sql`alter table person drop constraint person_name_is_sealed, drop constraint person_email_is_sealed;
    alter table text drop constraint text_body_is_sealed;`.execute(owner)
  await sql`insert into person values ('p-old', '{"en":"Otto Olden","local":"奥托"}', 'otto@olden.example', 'en', '2026-01-01', null)`.execute(
    owner,
  )
  const id = '0b5f7c1e-8a44-8d0e-9f3b-3f6f0c2f7a11'
  await sql`insert into text values (${id}::uuid, 'gasme', 'p-old', 'salt', ${'a'.repeat(64)}, 'an olden reason', '2026-01-01')`.execute(
    owner,
  )
  expect(await everything()).toMatch(/Olden/)
  await sealWhatLiesOpen(db)
  const once = await everything()
  await sealWhatLiesOpen(db)
  expect(await everything()).toBe(once)
  expect(once).not.toMatch(/Olden|olden/)
  expect(await readText(db, { id })).toMatchObject({ body: 'an olden reason' })
})

test('a new key of the installation takes over: names are read, and without the former one once all keys lie under it', async () => {
  const [former] = installationKeys({ MODE: 'embedded', PERSON_KEY: personKeyOfTests })
  const [next] = installationKeys({ MODE: 'embedded', PERSON_KEY: makeInstallationKey() })
  const read = async () => {
    forgetPerson(mira.id)
    return (await listPeople(db, { programme: 'gasme' })).items[0]?.name
  }
  holdInstallationKeys([next])
  await expect(read()).rejects.toThrow(`The key ${former.id} of the installation is not among those given`)
  holdInstallationKeys([next, former])
  expect(await read()).toEqual(mira.name)
  await sealWhatLiesOpen(db)
  holdInstallationKeys([next])
  expect(await read()).toEqual(mira.name)
  holdInstallationKeys([former, next])
  await sealWhatLiesOpen(db)
  holdInstallationKeys([former])
})

test('of a key that was destroyed its seals can be seen to be true, and nothing is read, sealed or known by it', async () => {
  const [former] = installationKeys({ MODE: 'embedded', PERSON_KEY: personKeyOfTests })
  const facts = ['a row of its time']
  const seal = sealFor('seat', facts)
  const [key, mark] = [makeInstallationKey(), bodyMark({ text: 'a word' })]
  const keys = installationKeys({ MODE: 'production', PERSON_KEY: `${key}\n${retiredLine(personKeyOfTests)}` })
  holdInstallationKeys(keys)
  expect(isSealFor('seat', { facts, seal })).toBe(true)
  expect(isSealFor('seat', { facts: ['another row'], seal })).toBe(false)
  expect(isSealFor('rules', { facts, seal })).toBe(false)
  expect(sealFor('seat', facts)).not.toBe(seal)
  expect(bodyMark({ text: 'a word' }).formerHashes).toEqual([])
  expect(JSON.stringify(keys.slice(1))).not.toContain(former.key.toString('base64'))
  forgetPerson(mira.id)
  await expect(listPeople(db, { programme: 'gasme' })).rejects.toThrow(`The key ${former.id} of the installation`)
  holdInstallationKeys(installationKeys({ MODE: 'production', PERSON_KEY: `${key}\n${personKeyOfTests}` }))
  expect(bodyMark({ text: 'a word' }).formerHashes).toEqual([mark.bodyHash])
  expect(() => installationKeys({ MODE: 'production', PERSON_KEY: retiredLine(personKeyOfTests) })).toThrow(
    /person:key/,
  )
  holdInstallationKeys([former])
  expect(isSealFor('seat', { facts, seal })).toBe(true)
})

test('a process that was given no key, or something else, knows no names and says how to make one', () => {
  expect(() => installationKeys({ MODE: 'production' })).toThrow(/npm run person:key/)
  expect(() => installationKeys({ MODE: 'production', PERSON_KEY: 'a secret' })).toThrow(/^(?!.*a secret)/)
  expect(() => installationKeys({ MODE: 'production', PERSON_KEY_FILE: '/nowhere/key' })).toThrow(/does not exist/)
})

test('an erased person is not brought back by being named again, and leaves no new words', async () => {
  await sql`delete from person_key where person = 'p-old'`.execute(db)
  await sql`update person set name = null, email = null, erased_at = '2026-12-01' where id = 'p-old'`.execute(db)
  await savePeople(db, { people: [{ ...mira, id: 'p-old', language: 'en' }], organisations: [] })
  // Remembered by this process, or not: the kept key decides.
  expect(await saveText(db, { stream: 'gasme', author: 'p-old', body: 'more words' })).toBeUndefined()
  forgetPerson('p-old')
  expect(await saveText(db, { stream: 'gasme', author: 'p-old', body: 'more words' })).toBeUndefined()
  const row = await db.selectFrom('person').select(['name', 'email']).where('id', '=', 'p-old').executeTakeFirst()
  expect(row).toEqual({ name: null, email: null })
})
