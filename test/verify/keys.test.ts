import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { makeCosignerKey, readCosigner } from '../../db/cosigning/keys.js'
import { makeCheckpoint } from '../../db/log/checkpoint.js'
import { keyNotes, keyNoteText } from '../../db/log/key-notes.js'
import { makeSignerKey, readSigner, signedNote } from '../../db/log/note.js'
import type { NoteSigner } from '../../db/log/note.js'
import { believedKeys } from '../../verify/believed-keys.js'
import { checkKeys } from '../../verify/check-keys.js'
import { readKept } from '../../verify/check-kept.js'
import { trustFrom, verifyFile } from '../../verify/main.js'
import { told } from '../../verify/told.js'
import { verifyEvidence } from '../../verify/verdict.js'
import { aLedger, evidenceFrom, opened, recordMore, resealed, signer, yueqing } from './a-ledger.js'
import { notesIn, textIn, textOf } from './forgeries/forging.js'

const aSigner = () => readSigner(makeSignerKey('example.org/gasme'))
const [next, stranger] = [aSigner(), aSigner()]

let ledger: Awaited<ReturnType<typeof aLedger>>
/** Before the key was replaced, and after: one checkpoint signed by both, one by the new one alone. */
let before: ReadonlyMap<string, Buffer>
let rotated: ReadonlyMap<string, Buffer>
beforeAll(async () => {
  ledger = await aLedger('keys')
  before = await evidenceFrom(ledger.app)
  await recordMore(ledger.app, 'signed by both')
  await makeCheckpoint(ledger.sequencer, { signers: [next, signer], atOnce: true })
  await recordMore(ledger.app, 'signed by the new one')
  await makeCheckpoint(ledger.sequencer, { signers: [next], atOnce: true })
  rotated = await evidenceFrom(ledger.app, { kind: 'base', id: yueqing, signers: [next] })
})
afterAll(() => ledger.close())

interface Brought {
  readonly keys?: readonly string[]
  readonly kept?: readonly string[]
}
const verdict = (files: ReadonlyMap<string, Buffer>, { keys = [], kept = [] }: Brought = {}) =>
  verifyEvidence(opened(files), { keys, kept: kept.flatMap((text) => readKept(text) ?? []) })

/** Files whose checkpoints from one on, and whose statement, somebody signed anew; the first ones also by him, where wished. */
const signedBy = (
  files: ReadonlyMap<string, Buffer>,
  { by, beside = 0, keys, notes = '' }: { by: NoteSigner; beside?: number; keys: readonly string[]; notes?: string },
) => {
  const signed = notesIn(files).map((note, at) => {
    const own = signedNote(textOf(note), [by])
    return at < beside ? note + own.slice(own.lastIndexOf('\n\n') + 2) : own
  })
  const changed = new Map([
    ...files,
    ['keys.txt', Buffer.from(keys.map((key) => `${key}\n`).join(''))],
    ['key-notes.ndjson', Buffer.from(notes)],
    [
      'checkpoints.ndjson',
      Buffer.from(signed.map((note) => `${JSON.stringify({ note, attestations: [] })}\n`).join('')),
    ],
    ['checkpoint.txt', Buffer.from(signed.at(-1) ?? '')],
  ])
  const sealed = resealed(changed)
  const statement = signedNote(textOf(textIn(sealed, 'statement.txt')), [by])
  return new Map([...sealed, ['statement.txt', Buffer.from(statement)]])
}

const noteFor = ({ key, by, named = by }: { key: NoteSigner; by: NoteSigner; named?: NoteSigner }): string => {
  const about = { key: key.verifierKey, by: named.verifierKey, size: 1, signedAt: '2026-01-01T00:00:00.000Z' }
  return `${JSON.stringify({ note: signedNote(keyNoteText(about), [by]) })}\n`
}

test('a checkpoint is known again as a letter brings it: with the ends of lines of Windows, quoted or indented', () => {
  const note = notesIn(before).at(-1) ?? ''
  const wanted = readKept(note)
  expect(wanted).toMatchObject({ note })
  for (const margin of ['', '> ', '    ', '>> '])
    for (const end of ['\n', '\r\n']) {
      const lines = note.split('\n').map((line) => (line === '' ? margin.trimEnd() : `${margin}${line}`))
      expect(readKept(`${end}${lines.join(end)}`)).toEqual(wanted)
    }
  expect(readKept(`${note}more`)).toBeUndefined()
})

test('a kept checkpoint proves its entries, and not what a stranger says that the file has to hold', () => {
  const kept = [notesIn(before).at(-1) ?? '']
  const changed = new Map([
    ...before,
    ['keys.txt', Buffer.from(`${stranger.verifierKey}\n${signer.verifierKey}\n`)],
    ['key-notes.ndjson', Buffer.from(noteFor({ key: signer, by: stranger }))],
  ])
  const statement = textOf(textIn(resealed(changed), 'statement.txt'))
  const files = (by: NoteSigner) =>
    new Map([...resealed(changed), ['statement.txt', Buffer.from(signedNote(statement, [by]))]])
  expect(verdict(files(signer), { kept }).faults).toEqual([])
  expect(verdict(files(stranger), { kept }).first?.says.en).toBe(
    'statement.txt bears no true signature of a key that is believed.',
  )
})

test('a kept checkpoint below which a line was added on its way says nothing of whose key is the true one', () => {
  const note = notesIn(before).at(-1) ?? ''
  const own = signedNote(textOf(note), [stranger])
  const kept = [note + own.slice(own.lastIndexOf('\n\n') + 2)]
  const changed = new Map([
    ...before,
    ['keys.txt', Buffer.from(`${stranger.verifierKey}\n${signer.verifierKey}\n`)],
    ['key-notes.ndjson', Buffer.from(noteFor({ key: signer, by: stranger }))],
  ])
  expect(verdict(resealed(changed), { kept }).keysFrom).toBe('file')
  expect(verdict(resealed(changed), { kept: [note] }).keysFrom).toBe('kept')
})

test('a key that is given and is none, an empty file of them too, is a wrong use and not no key', () => {
  for (const keys of [[''], ['  \n'], ['/dev/null']])
    expect(() => trustFrom({ checkpoints: [], keys })).toThrow(/holds no key/)
  expect(() => trustFrom({ checkpoints: [], keys: [], witnesses: [''] })).toThrow(/holds no key of a witness/)
  expect(trustFrom({ checkpoints: [], keys: [] }).keys).toEqual([])
})

test('a new key is vouched for by the one before it when it first signs, and then believed alone', async () => {
  expect(await keyNotes(ledger.app)).toMatchObject([{ verifier_key: next.verifierKey }])
  expect(verdict(rotated).faults).toEqual([])
  expect(verdict(rotated).keys).toEqual([signer.verifierKey, next.verifierKey])
})

test('without that note the new key is not believed, and neither is its statement', () => {
  const without = resealed(new Map([...rotated, ['key-notes.ndjson', Buffer.alloc(0)]]), next)
  const said = verdict(without).faults.map(({ says }) => says.en)
  expect(said).toContainEqual(
    expect.stringMatching(/^The checkpoint of .* bears no true signature of a key that is believed/),
  )
  expect(said).toContain('statement.txt bears no true signature of a key that is believed.')
})

test('who signs below the first checkpoint and all later ones alone does not become a key that is believed', () => {
  const forged = signedBy(before, { by: stranger, beside: 1, keys: [signer.verifierKey, stranger.verifierKey] })
  const kept = [notesIn(before)[1] ?? '']
  for (const brought of [{}, { keys: [signer.verifierKey] }, { kept }])
    expect(verdict(forged, brought).first).toMatchObject({ check: 'keys' })
})

test('a note that the new key, or another, wrote for itself is none', () => {
  const keys = [signer.verifierKey, stranger.verifierKey]
  for (const notes of [
    noteFor({ key: stranger, by: stranger }),
    noteFor({ key: stranger, by: stranger, named: signer }),
  ]) {
    const forged = signedBy(before, { by: stranger, beside: 1, keys, notes })
    expect(verdict(forged).first).toMatchObject({ check: 'keys' })
  }
})

test('a file signed from its first checkpoint on by a stranger fits only for whom brings nothing, who is told so', () => {
  const forged = signedBy(before, { by: stranger, keys: [stranger.verifierKey] })
  expect(verdict(forged)).toMatchObject({ sound: true, keysFrom: 'file' })
  expect(verdict(forged, { keys: [signer.verifierKey] }).first).toMatchObject({ check: 'keys' })
  expect(verdict(forged, { kept: [notesIn(before)[1] ?? ''] }).sound).toBe(false)
})

test('a stranger who vouches for the true key gains nothing against a checkpoint that was kept', () => {
  const keys = [stranger.verifierKey, signer.verifierKey]
  const forged = signedBy(before, { by: stranger, keys, notes: noteFor({ key: signer, by: stranger }) })
  expect(verdict(forged).sound).toBe(true)
  expect(verdict(forged, { kept: [notesIn(before)[1] ?? ''] }).first).toMatchObject({ check: 'keys' })
})

test('with keys from elsewhere only these are believed, also where the file says that one vouches for another', () => {
  expect(verdict(rotated, { keys: [signer.verifierKey] }).first).toMatchObject({ check: 'keys' })
  const both = { keys: [signer.verifierKey, next.verifierKey] }
  expect(verdict(rotated, both)).toMatchObject({ sound: true, keysFrom: 'given' })
})

test('a checkpoint kept from before the key was replaced is enough to believe the new one', () => {
  const kept = [notesIn(rotated)[0] ?? '']
  expect(verdict(rotated, { kept })).toMatchObject({ sound: true, keysFrom: 'kept' })
  expect(verdict(rotated, { kept: [notesIn(rotated).at(-1) ?? ''] })).toMatchObject({ sound: true })
})

test('the sequencer refuses to sign with a key for which no key before it vouches', async () => {
  await recordMore(ledger.app, 'signed by nobody')
  const attempt = (signers: readonly NoteSigner[]) => makeCheckpoint(ledger.sequencer, { signers, atOnce: true })
  await expect(attempt([stranger])).rejects.toThrow('No key before them vouches')
  // No row makes a key known without a checkpoint of its own, and a note by another vouches for none.
  const row = { id: stranger.id, verifier_key: stranger.verifierKey, first_size: 0 }
  await expect(ledger.sequencer.insertInto('checkpoint_key').values(row).execute()).rejects.toThrow(
    'comes together with it',
  )
  await expect(ledger.app.insertInto('checkpoint_key').values(row).execute()).rejects.toThrow('permission denied')
  const { note = '' }: { note?: string } = JSON.parse(noteFor({ key: stranger, by: stranger, named: next }))
  await ledger.sequencer
    .insertInto('checkpoint_key_note')
    .values({ verifier_key: stranger.verifierKey, note })
    .execute()
  await expect(attempt([stranger])).rejects.toThrow('No key before them vouches')
  expect(await attempt([next])).toBeDefined()
  const files = await evidenceFrom(ledger.app, { kind: 'base', id: yueqing, signers: [next] })
  expect(verdict(files).faults).toEqual([])
})

test('the key of a witness given as a key of the log is a wrong use, and none that is passed over', () => {
  const key = readCosigner(makeCosignerKey('witness.example.org/gasme')).verifierKey
  expect(() => trustFrom({ checkpoints: [], keys: [key] })).toThrow(
    'this is the key of a witness; give it with --witness',
  )
  expect(() => trustFrom({ checkpoints: [], keys: [], witnesses: [signer.verifierKey] })).toThrow(
    'this is the key of a log; give it with --key',
  )
})

test('after a rotation a single key is refused with the way out: which key vouches for which, and that all are to be given', () => {
  for (const keys of [[signer.verifierKey], [next.verifierKey]]) {
    const said = verdict(rotated, { keys }).faults.filter(({ check }) => check === 'keys')
    expect(said[0]?.says.en).toContain(`in which ${signer.verifierKey} vouches for ${next.verifierKey}`)
    expect(said[0]?.says.en).toContain('give all of them with --key')
    expect(said[0]?.says['zh-CN']).toContain('请用 --key 全部提供')
  }
  // Where no note of the file joins a key that is given to another, nothing of it is said.
  const [first] = verdict(rotated, { keys: [stranger.verifierKey] }).faults
  expect(first?.says.en).not.toContain('vouches')
})

test('a checkpoint signed by the key of its log, which is not among those given, is not said to be unsigned by it', () => {
  const renamed = readSigner(makeSignerKey('example.org/renamed'))
  const text = textOf(notesIn(before)[0] ?? '').replace(/^.*\n/, 'example.org/renamed\n')
  const note = signedNote(text, [renamed, signer])
  const toldOf = (keys: readonly string[], lines: readonly string[]): readonly string[] => {
    const said: string[] = []
    const believed = believedKeys({ lines, notes: [], trusted: keys, kept: [] })
    checkKeys({ notes: [note], believed }, ({ says }) => said.push(says.en))
    return said.filter((one) => one.startsWith('The checkpoint'))
  }
  const both = [signer.verifierKey, renamed.verifierKey]
  expect(toldOf([signer.verifierKey], both)).toEqual([
    expect.stringContaining(`whose key ${renamed.verifierKey} has signed it and is not among those you gave.`),
  ])
  expect(toldOf(both, both)).toEqual([])
  expect(toldOf([signer.verifierKey], [signer.verifierKey])).toEqual([
    expect.stringContaining('is one of example.org/renamed, whose key has not signed it.'),
  ])
})

test('a key that is believed and has signed nothing is not said to have signed the file', () => {
  const both = verdict(before, { keys: [signer.verifierKey, stranger.verifierKey] })
  expect(both).toMatchObject({ sound: true, unused: [stranger.verifierKey] })
  for (const [language, has, not] of [
    ['en', 'signed with', 'has signed no checkpoint of this file'],
    ['zh-CN', '签名密钥', '未签署本文件的任何检查点'],
  ] as const) {
    const lines = told(both, { language, kept: 0 }).split('\n')
    expect(lines.find((line) => line.includes(signer.verifierKey))).toContain(has)
    expect(lines.find((line) => line.includes(stranger.verifierKey))).toContain(not)
  }
  expect(verdict(rotated, { keys: [signer.verifierKey, next.verifierKey] }).unused).toBeUndefined()
})

test('a private key typed by mistake is said back nowhere', async () => {
  const secret = makeSignerKey('example.org/gasme')
  expect(secret).toContain('PRIVATE+KEY')
  for (const brought of [
    { checkpoints: [secret], keys: [] },
    { checkpoints: [], keys: [secret] },
    { checkpoints: [], keys: [`${signer.verifierKey}\n${secret}`] },
    { checkpoints: [], keys: [], witnesses: [secret] },
  ]) {
    const said = saidBy(() => trustFrom(brought))
    expect(said).toMatch(/PRIVATE\+KEY\+…|is a private key/)
    expect(said).not.toContain(secret.slice(-20))
  }
  const { first } = await verifyFile(`${secret}.zip`, () => verdict(before))
  expect(first?.says.en).not.toContain(secret.slice(-20))
})

const saidBy = (does: () => unknown): string => {
  try {
    does()
    return ''
  } catch (error) {
    return String(error)
  }
}
