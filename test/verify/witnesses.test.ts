import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { makeSignerKey, readSigner } from '../../db/log/note.js'
import { readCheckpoint } from '../../verify/note.js'
import { verifyEvidence } from '../../verify/verdict.js'
import { aLedger, evidenceFrom, signer } from './a-ledger.js'

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

const verdictWith = (files: ReadonlyMap<string, Buffer>, keys: readonly string[]) =>
  verifyEvidence({ names: [...files.keys()], bytes: (name) => files.get(name) }, { kept: [], keys })
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

test('a cosignature over another text, or at another time than it says, is refused and its witness named', () => {
  const late = (line: string): string => {
    const bytes = Buffer.from(line.split(' ').at(-1) ?? '', 'base64')
    bytes.writeUInt8((bytes[11] ?? 0) ^ 1, 11)
    return bytes.toString('base64')
  }
  for (const files of [
    withAdded((text) => [by(known, known.cosign(`${text}more\n`))]),
    withAdded((text) => [by(known, late(known.cosign(text)))]),
  ])
    expect(verdictWith(files, [known.key]).faults.map(({ check, says }) => `${check}: ${says.en}`)).toEqual([
      expect.stringMatching(
        /^keys: The cosignature of witness\.example\.org on the checkpoint of \d+ entries .* is not/,
      ),
    ])
})

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
