import { createHash } from 'node:crypto'
import { expect, test } from '@jest/globals'
import { growingTree, leafHash, rootOf, subtreesOf } from '../../db/log/tree.js'

const sha256 = (...parts: readonly Uint8Array[]): Buffer => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

/** RFC 6962, 2.1, word for word and as slow as that is. */
const treeHash = (records: readonly Uint8Array[]): Buffer => {
  const [first] = records
  if (first === undefined) return sha256()
  if (records.length === 1) return sha256(Uint8Array.of(0), first)
  let k = 1
  while (k * 2 < records.length) k *= 2
  return sha256(Uint8Array.of(1), treeHash(records.slice(0, k)), treeHash(records.slice(k)))
}

const records = Array.from({ length: 130 }, (_, number) => Buffer.from(`record ${number}`))

test('the tree that grows leaf by leaf has at every size the root that RFC 6962 defines', () => {
  const tree = growingTree(0, [])
  for (const [index, record] of records.entries()) {
    tree.append(leafHash(record))
    expect(tree.root()).toBe(treeHash(records.slice(0, index + 1)).toString('hex'))
  }
})

test('a tree of no leaves has the root that RFC 6962 defines', () => {
  expect(growingTree(0, []).root()).toBe(treeHash([]).toString('hex'))
})

test('a tree goes on from its stored subtrees as if it had never stopped', () => {
  const stored = new Map<string, string>()
  const keep = (tree: ReturnType<typeof growingTree>, [from, to]: readonly [number, number]): void => {
    for (const record of records.slice(from, to))
      for (const { level, index, hash } of tree.append(leafHash(record))) stored.set(`${level}/${index}`, hash)
  }
  keep(growingTree(0, []), [0, 77])
  const known = subtreesOf(0, 77).map(({ level, index }) => ({
    level,
    index,
    hash: stored.get(`${level}/${index}`) ?? 'missing',
  }))
  expect(known.map(({ level }) => level)).toEqual([6, 3, 2, 0])
  expect(rootOf(known)).toBe(treeHash(records.slice(0, 77)).toString('hex'))
  const again = growingTree(77, known)
  keep(again, [77, 130])
  expect(again.root()).toBe(treeHash(records).toString('hex'))
})

test('one changed record gives another root', () => {
  const tree = growingTree(0, [])
  for (const record of records.with(40, Buffer.from('another'))) tree.append(leafHash(record))
  expect(tree.root()).not.toBe(treeHash(records).toString('hex'))
})
