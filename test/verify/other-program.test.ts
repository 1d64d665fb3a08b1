import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { z } from 'zod'
import { programOnPath } from '../../config/places.js'
import { readSigner, signedNote } from '../../db/log/note.js'
import { consistencyProofs, inclusionProofs } from '../../db/log/proofs.js'
import { growingTree, leafHash } from '../../db/log/tree.js'
import { readCheckpoint, readVerifierKey, signedBy } from '../../verify/note.js'
import { leafOf, provesConsistency, provesInclusion } from '../../verify/tree.js'
import { aLedger } from './a-ledger.js'

/**
 * Checkpoint, inclusion and consistency against golang.org/x/mod/sumdb/{note,tlog}, which nobody here wrote. Where there is
 * a Go it answers live; its answers of one day, kept in go/vectors.json, are asked everywhere.
 */
const folder = fileURLToPath(new URL('./go', import.meta.url))
const go = programOnPath('go') ?? ['/usr/local/go/bin/go', '/opt/homebrew/bin/go'].find((path) => existsSync(path))

const Proof = z.object({ path: z.array(z.string()).nullable() })
const Vectors = z.object({
  note: z.string(),
  verifierKey: z.string(),
  signerKey: z.string(),
  trees: z.array(
    z.object({
      size: z.int(),
      root: z.string(),
      inclusion: z.array(Proof.extend({ index: z.int() })),
      consistency: z.array(Proof.extend({ from: z.int() })),
    }),
  ),
})
const vectors = Vectors.parse(JSON.parse(readFileSync(join(folder, 'vectors.json'), 'utf8')))

let ledger: Awaited<ReturnType<typeof aLedger>>
let built = ''
let program = ''
beforeAll(async () => {
  ledger = await aLedger('another program')
  if (go === undefined) return
  built = mkdtempSync(join(tmpdir(), 'cornerstone-auditor-'))
  program = join(built, 'auditor')
  execFileSync(go, ['build', '-o', program, '.'], { cwd: folder, stdio: 'pipe' })
}, 300_000)
afterAll(async () => {
  rmSync(built, { recursive: true, force: true })
  await ledger.close()
})

/** What the Go program says, or undefined where there is no Go: then its kept answers have to do. */
const askGo = (what: 'check' | 'roots', given: unknown): string | undefined =>
  program === ''
    ? undefined
    : execFileSync(program, [what], { input: JSON.stringify(given) })
        .toString('utf8')
        .trim()

const recordOf = (number: number): Buffer => createHash('sha256').update(`record ${number}`).digest()
const bytesOf = (path: readonly string[] | null): readonly Buffer[] =>
  (path ?? []).map((one) => Buffer.from(one, 'hex'))
const rootsOf = (sizes: readonly number[]): readonly string[] => {
  const tree = growingTree(0, [])
  const roots = new Map([[0, tree.root()]])
  for (let number = 0; number < Math.max(...sizes); number += 1) {
    tree.append(leafHash(recordOf(number)))
    roots.set(number + 1, tree.root())
  }
  return sizes.map((size) => roots.get(size) ?? '')
}

test('the trees of Go have our roots', () => {
  expect(vectors.trees.length).toBeGreaterThan(10)
  expect(rootsOf(vectors.trees.map(({ size }) => size))).toEqual(vectors.trees.map(({ root }) => root))
})

test('on a thousand sizes up to five thousand our roots are those of Go', () => {
  const sizes = Array.from({ length: 1_000 }, (_, number) => 1 + ((number * 2_654_435_761) % 1_000))
  const largest = [4_096, 4_097, 4_999, 5_000]
  const known = vectors.trees.map(({ size }) => size)
  const asked = program === '' ? known : [...sizes, ...largest]
  const expected = askGo('roots', asked)?.split('\n') ?? vectors.trees.map(({ root }) => root)
  expect(rootsOf(asked)).toEqual(expected)
}, 120_000)

test('the proofs of Go hold for our verifier, and none of them with one digit changed', () => {
  for (const { size, root, inclusion, consistency } of vectors.trees) {
    const whole = Buffer.from(root, 'hex')
    for (const { index, path } of inclusion) {
      const proof = { index, size, leaf: leafOf(recordOf(index)), path: bytesOf(path), root: whole }
      expect(provesInclusion(proof)).toBe(true)
      expect(provesInclusion({ ...proof, leaf: leafOf(recordOf(index + 1)) })).toBe(false)
    }
    for (const { from, path } of consistency) {
      const [earlier = ''] = rootsOf([from])
      const proof = { from: { size: from, root: Buffer.from(earlier, 'hex') }, to: { size, root: whole } }
      expect(provesConsistency({ ...proof, path: bytesOf(path) })).toBe(true)
      const other = { size: from, root: createHash('sha256').update(earlier).digest() }
      expect(provesConsistency({ ...proof, from: other, path: bytesOf(path) })).toBe(false)
    }
  }
})

test('a note that Go has signed is true for our verifier, and a key that Go has made signs the same here', () => {
  const checkpoint = readCheckpoint(vectors.note)
  const key = readVerifierKey(vectors.verifierKey)
  if (checkpoint === undefined || key === undefined) throw new Error('neither note nor key of Go could be read')
  expect(signedBy(checkpoint, [key])).toEqual([key])
  const signer = readSigner(vectors.signerKey)
  expect(signer.verifierKey).toBe(vectors.verifierKey)
  expect(signedNote(checkpoint.text, [signer])).toBe(vectors.note)
})

/** Everything the ledger of the example has signed and can prove, for the Go program. */
const allOfIt = async () => {
  const { app } = ledger
  const checkpoints = await app.selectFrom('checkpoint').selectAll().orderBy('size').execute()
  const sizes = checkpoints.map(({ size }) => size)
  const size = sizes.at(-1) ?? 0
  const leaves = await app
    .selectFrom('ledger_leaf as leaf')
    .innerJoin('ledger_entry as entry', (join) =>
      join.onRef('entry.stream', '=', 'leaf.stream').onRef('entry.seq', '=', 'leaf.seq'),
    )
    .select(['leaf.index', 'entry.hash'])
    .orderBy('leaf.index')
    .execute()
  const keys = await app.selectFrom('checkpoint_key').select('verifier_key').execute()
  const inclusion = await inclusionProofs(app, { indexes: leaves.map(({ index }) => index), size })
  return {
    keys: keys.map((key) => key.verifier_key),
    notes: checkpoints.map(({ note }) => note),
    inclusion: inclusion.map(({ index, path }) => ({ index, record: leaves[index]?.hash ?? '', path })),
    consistency: await consistencyProofs(app, { sizes, to: size }),
    last: checkpoints.at(-1),
  }
}

test('every checkpoint, inclusion and consistency of a ledger holds for Go, or where there is none for our verifier', async () => {
  const { last, ...given } = await allOfIt()
  expect(given.inclusion.length).toBeGreaterThan(400)
  expect(given.consistency.length).toBeGreaterThan(4)
  expect(askGo('check', given) ?? 'ok').toBe('ok')
  const root = Buffer.from(last?.root ?? '', 'hex')
  for (const { index, record, path } of given.inclusion)
    expect(
      provesInclusion({
        index,
        size: last?.size ?? 0,
        leaf: leafOf(Buffer.from(record, 'hex')),
        path: bytesOf(path),
        root,
      }),
    ).toBe(true)
})

test('Go refuses a changed note, a changed record and a changed earlier root, as our verifier does', async () => {
  const { last: _, ...given } = await allOfIt()
  const [first = ''] = given.notes
  const forged = { ...given, notes: [first.replace(/^(.*\n)\d+\n/, '$112\n'), ...given.notes.slice(1)] }
  const swapped = {
    ...given,
    inclusion: given.inclusion.map((one) => ({ ...one, record: 'ab'.repeat(32) })).slice(0, 1),
  }
  const shifted = {
    ...given,
    consistency: given.consistency.map((one) => ({ ...one, path: one.path.slice(1) })).slice(0, 1),
  }
  expect(askGo('check', forged) ?? 'note').toContain('note')
  expect(askGo('check', swapped) ?? 'inclusion of 0').toContain('inclusion of 0')
  expect(askGo('check', shifted) ?? 'consistency from').toContain('consistency from')
  const checkpoint = readCheckpoint(forged.notes[0] ?? '')
  const key = readVerifierKey(given.keys[0] ?? '')
  if (checkpoint === undefined || key === undefined) throw new Error('neither note nor key could be read')
  expect(signedBy(checkpoint, [key])).toEqual([])
})
