import { createHash } from 'node:crypto'
import { signedNote } from '../../db/log/note.js'
import type { NoteSigner } from '../../db/log/note.js'

/** A log apart from ours, written from RFC 6962 word for word: leaves by name, roots and proofs by the recursion of the page. */
export interface ALog {
  readonly root: (size: number) => Buffer
  readonly proof: (from: number, to: number) => readonly Buffer[]
  /** A signed checkpoint (C2SP tlog-checkpoint), with lines of its own below the root where some are given. */
  readonly checkpoint: (size: number, more?: readonly string[]) => string
}

/** A log of which the leaf at each place is told by `leaf`; two that tell others from some place on are a fork. */
export const aLog = (signers: readonly NoteSigner[], leaf: (at: number) => string = String): ALog => {
  const hash = (...parts: readonly Uint8Array[]): Buffer => createHash('sha256').update(Buffer.concat(parts)).digest()
  const treeHash = (from: number, to: number): Buffer => {
    if (to === from) return hash()
    if (to - from === 1) return hash(Buffer.of(0), Buffer.from(leaf(from)))
    const middle = from + splitOf(to - from)
    return hash(Buffer.of(1), treeHash(from, middle), treeHash(middle, to))
  }
  const subproof = (size: number, { from, to, whole }: { from: number; to: number; whole: boolean }): Buffer[] => {
    if (size === to - from) return whole ? [] : [treeHash(from, to)]
    const split = splitOf(to - from)
    return size <= split
      ? [...subproof(size, { from, to: from + split, whole }), treeHash(from + split, to)]
      : [...subproof(size - split, { from: from + split, to, whole: false }), treeHash(from, from + split)]
  }
  const root = (size: number): Buffer => treeHash(0, size)
  const [first] = signers
  return {
    root,
    proof: (from, to) => (from === 0 ? [] : subproof(from, { from: 0, to, whole: true })),
    checkpoint: (size, more = []) =>
      signedNote([first?.name, size, root(size).toString('base64'), ...more, ''].join('\n'), signers),
  }
}

const splitOf = (size: number): number => 2 ** Math.floor(Math.log2(size - 1))

interface Requested {
  readonly old: number | string
  readonly proof?: readonly Buffer[]
  readonly note: string
}

/** A request to a witness, as the protocol has it. */
export const aRequest = ({ old, proof = [], note }: Requested): string =>
  [`old ${old}`, ...proof.map((hash) => hash.toString('base64')), '', note].join('\n')
