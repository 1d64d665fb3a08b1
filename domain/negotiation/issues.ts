import type { Side } from '../role.js'
import type { IssueState, RaisedIssue } from './version.js'

/** Whether a side may move an issue so: only the one that raised it withdraws it, puts it off, and takes up again what it put off. */
export const mayMove = (
  { state, side: raisedBy }: Pick<RaisedIssue, 'side'> & { readonly state: string | undefined },
  { to, side }: { readonly to: Exclude<IssueState, 'open'>; readonly side: Side },
): boolean => {
  const isOwn = raisedBy === side
  const isMovable = state === 'open' || state === 'proposed' || (state === 'parked' && isOwn)
  return isMovable && (isOwn || (to !== 'withdrawn' && to !== 'parked'))
}
