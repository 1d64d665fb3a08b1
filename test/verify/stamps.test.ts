import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { X509Certificate } from 'node:crypto'
import { withStamps } from '../../cli/evidence/stamps.js'
import { readCheckpoint } from '../../verify/note.js'
import type { Checkpoint } from '../../verify/note.js'
import { withDays } from '../../verify/moments.js'
import { told } from '../../verify/told.js'
import { verifyEvidence } from '../../verify/verdict.js'
import { anAuthority, stampBy } from '../stamps/an-authority.js'
import type { Authority } from '../stamps/an-authority.js'
import { aLedger, evidenceFrom, opened, resealed } from './a-ledger.js'

let ledger: Awaited<ReturnType<typeof aLedger>>
let base: ReadonlyMap<string, Buffer>
let notes: readonly string[]
let [root, authority, stranger]: Authority[] = []
beforeAll(async () => {
  ledger = await aLedger('time stamps')
  base = await evidenceFrom(ledger.app)
  const lines = (base.get('checkpoints.ndjson')?.toString('utf8') ?? '').trimEnd().split('\n')
  notes = lines.map((line): string => {
    const { note = '' }: { note?: string } = JSON.parse(line)
    return note
  })
  root = await anAuthority({ name: 'Root of time', isRoot: true })
  authority = await anAuthority({ name: 'Time of the land', by: root })
  stranger = await anAuthority({ name: 'Time of nobody' })
})
afterAll(() => ledger.close())

const checkpointAt = (at: number): Checkpoint => {
  const read = readCheckpoint(notes.at(at) ?? '')
  if (read === undefined) throw new Error('No checkpoint.')
  return read
}

/** A stamp of an authority over the text of a checkpoint, some seconds after it was signed. */
const stamped = async (
  by: Authority | undefined,
  { text, time, after = 30 }: Checkpoint & { readonly after?: number },
): Promise<string> => {
  if (by === undefined) throw new Error('No authority.')
  const at = new Date(Math.floor(Date.parse(time) / 1000) * 1000 + after * 1000).toISOString()
  return (await stampBy(by, { text, at })).toString('base64')
}

/** The file with stamps on its checkpoints, by their places. */
const withStampsAt = (stamps: Readonly<Record<number, readonly string[]>>) => {
  const lines = notes.map((note, at) =>
    JSON.stringify({
      note,
      attestations: (stamps[at] ?? []).map((body) => ({ kind: 'rfc3161', name: 'tsa.example.org', body })),
    }),
  )
  return opened(resealed(new Map([...base, ['checkpoints.ndjson', Buffer.from(`${lines.join('\n')}\n`)]])))
}
const verdictOn = (files: ReturnType<typeof opened>, authorities: readonly (Authority | undefined)[]) =>
  withStamps(verifyEvidence(files, { kept: [], keys: [] }), {
    files,
    authorities: authorities.flatMap((one): X509Certificate[] => (one === undefined ? [] : [one.x509])),
  })
const words = ({ faults }: ReturnType<typeof verdictOn>) => faults.map(({ check, says }) => `${check}: ${says.en}`)

test('with the certificate of the authority the verdict says since when each checkpoint has existed, and who says so', async () => {
  const [first, last] = [checkpointAt(0), checkpointAt(-1)]
  const files = withStampsAt({
    0: [await stamped(authority, first)],
    [notes.length - 1]: [await stamped(authority, last)],
  })
  const verdict = verdictOn(files, [root])
  expect(words(verdict)).toEqual([])
  expect(verdict.figures).toMatchObject({ stamped: 2 })
  expect(verdict.figures['stamps']).toBeUndefined()
  expect(verdict.stamped?.map(({ size, authority: name }) => [size, name])).toEqual([
    [first.size, 'CN=Time of the land'],
    [last.size, 'CN=Time of the land'],
  ])
  const text = told(verdict, { language: 'en', kept: 0 })
  expect(text).toContain('✓ the time stamps of the authorities you gave are true')
  expect(text.match(/^checkpoint \d+ existed at .*$/gm)).toEqual([
    `checkpoint ${last.size} existed at ${withDays(verdict.stamped?.[1]?.at ?? '', 'en')}, says CN=Time of the land`,
  ])
  expect(told(verdict, { language: 'zh-CN', kept: 0 })).toContain(`检查点 ${last.size} 在`)
})

test('without a certificate stamps are counted as not checked and prove nothing, true or false', async () => {
  const files = withStampsAt({ 0: [await stamped(authority, checkpointAt(0)), 'MIIB'] })
  const verdict = verdictOn(files, [])
  expect([words(verdict), verdict.figures['stamps'], verdict.stamped]).toEqual([[], 2, undefined])
  const text = told(verdict, { language: 'en', kept: 0 })
  expect(text).toContain('time stamps, not checked (cornerstone verify --authority checks them) 2')
  expect(text).not.toContain('existed at')
})

test('a stamp of somebody else is not checked, beside a true one', async () => {
  const files = withStampsAt({
    0: [await stamped(authority, checkpointAt(0)), await stamped(stranger, checkpointAt(0))],
  })
  expect(verdictOn(files, [root])).toMatchObject({ faults: [], figures: { stamped: 1, othersStamps: 1 } })
})

test('a certificate that is given and under which there is no true stamp is a fault', async () => {
  const none = 'stamps: No checkpoint in the file bears a true time stamp under the certificates you gave.'
  const files = withStampsAt({ 0: [await stamped(stranger, checkpointAt(0))] })
  expect(words(verdictOn(files, [root]))).toEqual([none])
  expect(words(verdictOn(withStampsAt({}), [root]))).toEqual([none])
})

test('a false stamp of that authority is a fault that says on which checkpoint and why, also beside a true one', async () => {
  const last = checkpointAt(-1)
  const files = withStampsAt({
    0: [await stamped(authority, checkpointAt(0)), await stamped(authority, last)],
    [notes.length - 1]: [await stamped(authority, { ...last, after: -301 })],
  })
  const { size } = checkpointAt(0)
  expect(words(verdictOn(files, [root]))).toEqual([
    `stamps: The time stamp of tsa.example.org on the checkpoint of ${size} entries is over other bytes than the text of this checkpoint.`,
    `stamps: The time stamp of tsa.example.org on the checkpoint of ${last.size} entries says a time more than five minutes before the checkpoint was signed.`,
  ])
})

/** A stamp with its last bit turned: the signature is false. */
const turned = (stamp: string): string => {
  const bytes = Buffer.from(stamp, 'base64')
  bytes.writeUInt8((bytes.at(-1) ?? 0) ^ 1, bytes.length - 1)
  return bytes.toString('base64')
}

test('a broken stamp that is not that of the authority spoils no file: also one that bears its name, and one that cannot be read', async () => {
  const pretender = await anAuthority({ name: 'Root of time', isRoot: true })
  const named = await anAuthority({ name: 'Time of the land', by: pretender })
  const first = checkpointAt(0)
  const others = [
    await stamped(named, first),
    turned(await stamped(named, first)),
    turned(await stamped(stranger, first)),
    'MIIB',
  ]
  const verdict = verdictOn(withStampsAt({ 0: [...others, await stamped(authority, first)] }), [root])
  expect(verdict).toMatchObject({ sound: true, faults: [], figures: { stamped: 1, othersStamps: 4 } })
  expect(told(verdict, { language: 'en', kept: 0 })).toContain('time stamps of others, not checked 4')
  // And they do not make up for the one that is missing.
  expect(words(verdictOn(withStampsAt({ 0: others }), [root]))).toEqual([
    'stamps: No checkpoint in the file bears a true time stamp under the certificates you gave.',
  ])
  // The same break in a stamp of the authority itself is a fault.
  const broken = withStampsAt({ 0: [await stamped(authority, first), turned(await stamped(authority, first))] })
  expect(words(verdictOn(broken, [root]))).toEqual([
    `stamps: The time stamp of tsa.example.org on the checkpoint of ${first.size} entries bears a signature that is not that of its certificate.`,
  ])
})

test('a stamp does not make up for a file that does not fit', async () => {
  const files = withStampsAt({ 0: [await stamped(authority, checkpointAt(0))] })
  const cut = { ...files, bytes: (name: string) => (name === 'tree.txt' ? Buffer.alloc(0) : files.bytes(name)) }
  expect(verdictOn(cut, [root]).sound).toBe(false)
})
