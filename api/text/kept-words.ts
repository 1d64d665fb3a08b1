import { randomBytes } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { KeptItem } from '../../db/reads/negotiated-texts.js'
import type { ClauseEdit } from '../../domain/negotiation/content.js'
import type { ClauseMark } from '../../domain/negotiation/version.js'
import { createHash } from 'node:crypto'

/** What a proposal says: how the clause would read, why, and the clause it starts from, by its hashes. */
export interface ProposalWords {
  readonly edit: ClauseEdit
  readonly why: string
  readonly from: ClauseMark['hashes']
}
/** What a comment says, or an issue with the position of whoever raises it. */
export interface RemarkWords {
  readonly text: string
  readonly title?: string
}

/** Words as they are kept, with a salt that goes when they are erased, and their hash, which alone travels. */
export const keptWords = (words: ProposalWords | RemarkWords): { readonly body: string; readonly hash: string } => {
  const body = canonicalize({ salt: randomBytes(16).toString('hex'), words }) ?? ''
  return { body, hash: createHash('sha256').update(body).digest('hex') }
}

const wordsIn = ({ body }: { readonly body: string | null }): Readonly<Record<string, unknown>> => {
  const kept: unknown = JSON.parse(body ?? 'null')
  const words: unknown = isKeyed(kept) ? kept['words'] : undefined
  return isKeyed(words) ? words : {}
}

const isKeyed = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

/** What a proposal says; undefined once its author was erased. */
export const proposalIn = (item: Pick<KeptItem, 'body'>): ProposalWords | undefined => {
  const words = wordsIn(item)
  return isProposal(words) ? words : undefined
}

/** What a comment, an issue or an answer says; undefined where nothing was said, or nothing is left. */
export const remarkIn = (item: { readonly body: string | null }): RemarkWords | undefined => {
  const words = wordsIn(item)
  return isRemark(words) ? words : undefined
}

const isProposal = (words: object): words is ProposalWords => 'edit' in words && 'from' in words && 'why' in words
const isRemark = (words: object): words is RemarkWords => 'text' in words
