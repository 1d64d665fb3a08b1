import { createHash } from 'node:crypto'
import { expect, test } from '@jest/globals'
import { emptyRoot, isConsistent } from '../../db/cosigning/consistency.js'
import { makeSignerKey, readSigner } from '../../db/log/note.js'
import { provesConsistency } from '../../verify/tree.js'
import { aLog } from './a-log.js'

const signer = readSigner(makeSignerKey('log.example.org'))
const log = aLog([signer])
const fork = aLog([signer], (at) => (at < 5 ? String(at) : `other ${at}`))
const most = 34
const pairs = Array.from({ length: most + 1 }, (_, to) =>
  Array.from({ length: to + 1 }, (_none, from) => ({ from, to })),
).flat()
const between = (from: number, to: number) => ({ from, fromRoot: log.root(from), to, toRoot: log.root(to) })

test('every smaller tree is shown to be the beginning of every larger one', () => {
  expect(pairs.filter(({ from, to }) => !isConsistent({ ...between(from, to), proof: log.proof(from, to) }))).toEqual(
    [],
  )
  expect(pairs).toHaveLength(630)
})

test('no proof holds with a hash changed, left out or put in, nor for a fork, another size or another root', () => {
  const other = Buffer.alloc(32, 7)
  const wrong = pairs
    .filter(({ from, to }) => from > 0 && from < to)
    .flatMap(({ from, to }) => {
      const proof = log.proof(from, to)
      const grown = between(from, to)
      return [
        ...proof.map((_, at) => ({ ...grown, proof: proof.with(at, other) })),
        ...proof.map((_, at) => ({ ...grown, proof: proof.toSpliced(at, 1) })),
        ...[0, proof.length].map((at) => ({ ...grown, proof: proof.toSpliced(at, 0, other) })),
        { ...grown, proof, toRoot: other },
        { ...grown, proof, fromRoot: other },
        ...(to > 5 ? [{ ...grown, proof: fork.proof(from, to), toRoot: fork.root(to) }] : []).filter(() => from > 5),
      ]
    })
  expect(wrong.length).toBeGreaterThan(5_000)
  expect(wrong.filter(isConsistent)).toEqual([])
})

test('nothing comes before nothing: the proof from no leaves is empty, and so is the one from a size to itself', () => {
  expect(isConsistent({ ...between(0, 7), proof: [Buffer.alloc(32)] })).toBe(false)
  expect(isConsistent({ ...between(7, 7), proof: [Buffer.alloc(32)] })).toBe(false)
  expect(isConsistent({ ...between(0, 0), proof: [] })).toBe(true)
  expect(isConsistent({ ...between(0, 0), toRoot: log.root(1), proof: [] })).toBe(false)
  expect(isConsistent({ ...between(8, 7), proof: [] })).toBe(false)
  expect(log.root(0)).toEqual(emptyRoot)
})

const parentOf = (left: Buffer, right: Buffer): Buffer =>
  createHash('sha256').update(Buffer.of(1)).update(left).update(right).digest()
const leaf = createHash('sha256').update(Buffer.of(0)).digest()
/** The root of a complete tree of 2^level leaves that are all the same. */
const complete = (level: number): Buffer =>
  Array.from({ length: level }).reduce<Buffer>((hash) => parentOf(hash, hash), leaf)

test.each([20, 48, 49])('sizes beside a power of two are none, however large they are: 2^%d and one', (level) => {
  const [size, all] = [2 ** level, complete(level)]
  const [one, two] = [parentOf(all, leaf), parentOf(all, parentOf(leaf, leaf))]
  const grown = [
    { from: size, fromRoot: all, to: size + 1, toRoot: one, proof: [leaf] },
    { from: size + 1, fromRoot: one, to: size + 2, toRoot: two, proof: [leaf, leaf, all] },
  ]
  for (const { from, fromRoot, to, toRoot, proof } of grown) {
    expect(isConsistent({ from, fromRoot, to, toRoot, proof })).toBe(true)
    const sides = { from: { size: from, root: fromRoot }, to: { size: to, root: toRoot } }
    expect(provesConsistency({ ...sides, path: proof })).toBe(true)
    expect(provesConsistency({ ...sides, path: proof.toReversed().slice(1) })).toBe(false)
    expect(isConsistent({ from, fromRoot, to, toRoot, proof: proof.toReversed().slice(1) })).toBe(false)
  }
})
