import type { Side } from '../role.js'
import { isSameMark, type ClauseMark, type ClauseMarks } from './version.js'
import type { ClauseId, NegotiationRules } from './rules.js'

/** A clearance that is compared with a text: what was cleared, by which side, in which scope. */
export interface Clearance {
  readonly side: Side
  readonly scope: string
  readonly cleared: ClauseMarks
}

/**
 * The clauses by which a clearance falls where the text reads so now; none: it stands. Compared is what that office last cleared, so
 * that small steps do not add up unseen (R6). A variant cleared beforehand binds the programme by nothing new, and the place by all.
 */
export const fellBy = (
  rules: NegotiationRules,
  { side, scope, cleared, now }: Clearance & { readonly now: ClauseMarks },
): readonly ClauseId[] =>
  [...new Set([...Object.keys(cleared), ...Object.keys(now)])].filter(
    (clause) =>
      !isSameMark(cleared[clause], now[clause]) &&
      !rules.normal.includes(clause) &&
      isInScope(rules, { clause, scope }) &&
      !(side === 'programme' && isPreCleared(rules, { clause, mark: now[clause] })),
  )

/** The normal clauses in its scope that read otherwise than they did for an office: it is told of them and asked nothing. */
export const normalSince = (
  rules: NegotiationRules,
  { scope, before, now }: { readonly scope: string; readonly before: ClauseMarks; readonly now: ClauseMarks },
): readonly ClauseId[] =>
  rules.normal.filter((clause) => !isSameMark(before[clause], now[clause]) && isInScope(rules, { clause, scope }))

const isInScope = ({ scopes }: NegotiationRules, { clause, scope }: { clause: ClauseId; scope: string }): boolean =>
  scopes[scope]?.includes(clause) ?? true

const isPreCleared = (
  { preCleared }: NegotiationRules,
  { clause, mark }: { clause: ClauseId; mark: ClauseMark | undefined },
): boolean => mark?.variant !== undefined && preCleared[clause]?.includes(mark.variant) === true
