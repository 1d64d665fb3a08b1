import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { zipOf } from '../../exhibits/zip-writer.js'
import { machineClock } from '../../clock/machine-clock.js'
import { makeSignerKey, readSigner } from '../../db/log/note.js'
import { readCheckpoint } from '../../verify/note.js'
import { trustFrom } from '../../verify/main.js'
import { told } from '../../verify/told.js'
import { verifyEvidence } from '../../verify/verdict.js'
import { aLedger, evidenceFrom, opened, resealed, signer } from './a-ledger.js'
import { auditorsProgram } from './forgeries/auditors-program.js'

let ledger: Awaited<ReturnType<typeof aLedger>>
let base: ReadonlyMap<string, Buffer>
beforeAll(async () => {
  ledger = await aLedger('witnesses')
  base = await evidenceFrom(ledger.app)
})
afterAll(() => ledger.close())

/** A witness of its own (C2SP tlog-cosignature): its public key, and its line under a text. */
const aWitness = (name: string) => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const bytes = Buffer.concat([Buffer.of(4), publicKey.export({ format: 'der', type: 'spki' }).subarray(-32)])
  const id = createHash('sha256').update(`${name}\n`).update(bytes).digest().subarray(0, 4)
  const cosign = (text: string, seconds = 1_800_000_000): string => {
    const time = Buffer.alloc(8)
    time.writeBigUInt64BE(BigInt(seconds))
    const signature = sign(null, Buffer.from(`cosignature/v1\ntime ${seconds}\n${text}`), privateKey)
    return `\u2014 ${name} ${Buffer.concat([id, time, signature]).toString('base64')}\n`
  }
  return { name, key: `${name}+${id.toString('hex')}+${bytes.toString('base64')}`, cosign }
}

const [known, other] = [aWitness('witness.example.org'), aWitness('else.example.org')]

interface Added {
  readonly kind: 'cosignature' | 'rfc3161'
  readonly name: string
  readonly body: string
}

/** The first checkpoint of the file with something added to it by outsiders, or in the note itself. */
const withAdded = (added: (text: string) => readonly Added[], below: (text: string) => string = () => '') => {
  const [first = '', ...rest] = (base.get('checkpoints.ndjson')?.toString('utf8') ?? '').split('\n')
  const { note = '' }: { note?: string } = JSON.parse(first)
  const { text = '' } = readCheckpoint(note) ?? {}
  const line = JSON.stringify({ note: note + below(text), attestations: added(text) })
  return new Map([...base, ['checkpoints.ndjson', Buffer.from([line, ...rest].join('\n'))]])
}

/** The last checkpoint of the file as another line tells it; the key of the first witness stands in the file. */
const withLast = (
  how: (last: { readonly note: string; readonly text: string }) => { note: string; attestations: readonly Added[] },
) => {
  const lines = (base.get('checkpoints.ndjson')?.toString('utf8') ?? '').trimEnd().split('\n')
  const { note = '' }: { note?: string } = JSON.parse(lines.at(-1) ?? '')
  const last = how({ note, text: readCheckpoint(note)?.text ?? '' })
  return new Map([
    ...base,
    ['checkpoints.ndjson', Buffer.from([...lines.slice(0, -1), JSON.stringify(last), ''].join('\n'))],
    ['checkpoint.txt', Buffer.from(last.note)],
    ['keys.txt', Buffer.from(`${base.get('keys.txt')?.toString('utf8')}${known.key}\n`)],
  ])
}

/** The last checkpoint of the file, cosigned by somebody. */
const lastCosignedBy = (witness: typeof known) =>
  withLast(({ note, text }) => ({ note, attestations: [by(witness, witness.cosign(text))] }))

/** The last second of the year 9999. */
const lastSecond = 253_402_300_799

const verdictWith = (files: ReadonlyMap<string, Buffer>, keys: readonly string[]) =>
  verifyEvidence(opened(resealed(files)), { kept: [], keys })
const by = (witness: typeof known, body: string): Added => ({ kind: 'cosignature', name: witness.name, body })

test('a cosignature is true for the key the auditor brings, as a whole line, without its name, or below the note', () => {
  const lines = withAdded((text) => [by(known, known.cosign(text))])
  const bare = withAdded((text) => [by(known, known.cosign(text).split(' ').at(-1) ?? '')])
  const below = withAdded(
    () => [],
    (text) => known.cosign(text),
  )
  for (const files of [lines, bare, below]) {
    const { faults, figures, keys } = verdictWith(files, [known.key])
    expect([faults, figures['cosignatures'], figures['unknown']]).toEqual([[], 1, undefined])
    // A witness vouches for nothing but what it saw: its key is none that may sign checkpoints.
    expect(keys).toEqual([signer.verifierKey])
  }
})

test('the key of a witness may stand in the file as well', () => {
  const files = withAdded((text) => [by(known, known.cosign(text))])
  const keys = Buffer.from(`${base.get('keys.txt')?.toString('utf8')}${known.key}\n`)
  expect(verdictWith(new Map([...files, ['keys.txt', keys]]), []).figures['cosignatures']).toBe(1)
})

/** A line with one bit of the time it says turned. */
const late = (line: string): string => {
  const bytes = Buffer.from(line.trimEnd().split(' ').at(-1) ?? '', 'base64')
  bytes.writeUInt8((bytes[11] ?? 0) ^ 1, 11)
  return bytes.toString('base64')
}

/** What is no cosignature of the witness in whose name it comes, as the lines of an attestation or of the note. */
const untrue: readonly (readonly [string, (text: string) => Added | string])[] = [
  ['over another text', (text) => by(known, known.cosign(`${text}more\n`))],
  ['at another time than it says', (text) => by(known, late(known.cosign(text)))],
  ['at no time', (text) => by(known, known.cosign(text, 0))],
  ['after the year 9999', (text) => by(known, known.cosign(text, 253_402_300_800))],
  ['handed in under the name of somebody else', (text) => by(other, known.cosign(`${text}more\n`))],
  ['below the note itself', (text) => known.cosign(`${text}more\n`)],
]

const lastWith = (how: (text: string) => Added | string) =>
  withLast(({ note, text }) => {
    const one = how(text)
    return typeof one === 'string' ? { note: note + one, attestations: [] } : { note, attestations: [one] }
  })

test.each(untrue)(
  'a cosignature that is not true counts for nothing and spoils no file for who knows the key, and is told: %s',
  (_, how) => {
    const files = lastWith(how)
    const verdict = verdictWith(files, [known.key])
    expect([verdict.faults, verdict.figures['untrue'], verdict.figures['cosignatures']]).toEqual([[], 1, undefined])
    expect(verdict.cosigned).toEqual([])
    expect(told(verdict, { language: 'en', kept: 0 })).toContain(
      'cosignatures that are not those of the key they name, which count for nothing 1',
    )
    expect(told(verdict, { language: 'zh-CN', kept: 0 })).toContain('与所称密钥不符的联署（不予计入） 1')
    const demanded = verifyEvidence(opened(resealed(files)), { kept: [], keys: [], witnesses: [known.key] })
    expect(demanded.faults.map(({ check, says }) => `${check}: ${says.en}`)).toEqual([
      expect.stringMatching(/^witnesses: witness\.example\.org has not cosigned the last checkpoint/),
    ])
  },
)

test('beside an untrue cosignature the true one counts, whichever comes first', () => {
  for (const turn of [(all: readonly Added[]) => all, (all: readonly Added[]) => all.toReversed()]) {
    const files = withLast(({ note, text }) => ({
      note,
      attestations: turn([by(known, known.cosign(`${text}more\n`)), by(known, known.cosign(text, lastSecond))]),
    }))
    const verdict = verifyEvidence(opened(resealed(files)), { kept: [], keys: [], witnesses: [known.key] })
    expect([verdict.faults, verdict.figures]).toMatchObject([[], { untrue: 1, cosignatures: 1 }])
    expect(verdict.cosigned?.map(({ at }) => at)).toEqual(['9999-12-31T23:59:59.000Z'])
  }
})

test('what is handed in as a cosignature and cannot be read is of nobody who is known', () => {
  const { faults, figures } = verdictWith(
    withAdded(() => [by(known, 'x'), by(known, '\u2014 x'), by(known, '')]),
    [known.key],
  )
  expect([faults, figures['unknown'], figures['untrue']]).toEqual([[], 3, undefined])
})

test('a program that somebody else wrote from the page judges each of them the same', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cornerstone-witnesses-'))
  const ask = auditorsProgram(join(folder, 'auditor'))
  const stamp: Added = { kind: 'rfc3161', name: 'tsa.example.org', body: 'x' }
  const unreadable = [
    ['that cannot be read', () => by(known, 'x')] as const,
    ['that is no stamp', () => stamp] as const,
  ]
  const trueOnes = [
    ['true', (text: string) => by(known, known.cosign(text))] as const,
    ['true in the last second', (text: string) => by(known, known.cosign(text, lastSecond))] as const,
    ['true, under another name', (text: string) => by(other, known.cosign(text))] as const,
  ]
  const all = [...untrue, ...unreadable, ...trueOnes].map(([says, how], number) => {
    const files = resealed(lastWith(how))
    const file = join(folder, `${number}.zip`)
    writeFileSync(file, zipOf(files, machineClock()))
    return { says, files, file }
  })
  const cases = [[], [known.key]].flatMap((witnesses) => all.map((one) => ({ ...one, witnesses })))
  const asked = cases.map(({ file, witnesses }) => ({ file, checkpoints: [], keys: [signer.verifierKey], witnesses }))
  // The key of a witness the auditor does not demand comes with the file.
  const ours = cases.map(({ files, witnesses }) => ({
    code: verifyEvidence(opened(files), { kept: [], keys: [signer.verifierKey], witnesses }).sound ? 0 : 1,
  }))
  const isTrue = (says: string): boolean => trueOnes.some(([one]) => one === says)
  expect(ours.map(({ code }) => code)).toEqual(
    cases.map(({ says, witnesses }) => (witnesses.length === 0 || isTrue(says) ? 0 : 1)),
  )
  const answers = ask?.(asked)
  expect(answers ?? ours).toMatchObject(ours)
  rmSync(folder, { recursive: true })
}, 300_000)

test('whom nobody knows is counted and never believed or refused, and so are time stamps', () => {
  const files = withAdded((text) => [
    by(other, other.cosign(`${text}more\n`)),
    { kind: 'rfc3161', name: 'tsa.example.org', body: 'MIIB' },
  ])
  const { faults, figures } = verdictWith(files, [known.key])
  expect(faults).toEqual([])
  expect(figures).toMatchObject({ unknown: 1, stamps: 1 })
  expect(figures['cosignatures']).toBeUndefined()
  const stranger = readSigner(makeSignerKey('example.org/gasme'))
  expect(
    verdictWith(
      withAdded((text) => [by(other, other.cosign(text))]),
      [stranger.verifierKey],
    ).sound,
  ).toBe(false)
})

test('a witness that is demanded must have cosigned the last checkpoint, and the verdict says when', () => {
  const demanding = { kept: [], keys: [], witnesses: [known.key] }
  const verdict = verifyEvidence(opened(resealed(lastCosignedBy(known))), demanding)
  const at = new Date(1_800_000_000_000).toISOString()
  expect(verdict.faults).toEqual([])
  expect(verdict.cosigned).toEqual([{ witness: known.name, size: verdict.last?.size, at }])
  for (const [language, words] of [
    ['en', 'was cosigned at'],
    ['zh-CN', '联署'],
  ] as const)
    expect(told(verdict, { language, kept: 0, witnesses: 1 })).toContain(words)
})

test('a witness that is demanded and cosigned an older one, or nothing, is a fault that names it', () => {
  const demanding = { kept: [], keys: [], witnesses: [known.key] }
  const older = withAdded((text) => [by(known, known.cosign(text))])
  for (const [files, words] of [
    [
      older,
      /^witness\.example\.org has not cosigned the last checkpoint of \d+ entries; the last it has cosigned holds \d+\.$/,
    ],
    [lastCosignedBy(other), /it has cosigned none here/],
    [base, /it has cosigned none here/],
  ] as const) {
    const { faults } = verifyEvidence(opened(resealed(files)), demanding)
    expect(faults.map(({ check, says }) => [check, says.en])).toEqual([['witnesses', expect.stringMatching(words)]])
  }
})

test('what is given as the key of a witness must be one', () => {
  const brought = { checkpoints: [], keys: [] }
  expect(trustFrom({ ...brought, witnesses: [known.key] }).witnesses).toEqual([known.key])
  expect(() => trustFrom({ ...brought, witnesses: [signer.verifierKey] })).toThrow('is no public key of a witness')
})
