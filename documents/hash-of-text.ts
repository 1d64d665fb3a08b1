import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { HashOf } from '../domain/text/hashes.js'

/** SHA-256 over canonical JSON: what the hashes of a text and of its clauses are made with. */
export const hashOfText: HashOf = (content) =>
  createHash('sha256')
    .update(canonicalize(content) ?? '')
    .digest('hex')
