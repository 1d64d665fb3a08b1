import type { BroughtWords } from '../../db/reads/brought-words.js'
import type { KeptItem } from '../../db/reads/negotiated-texts.js'
import type { Procedure } from '../../domain/procedure.js'
import type { Side } from '../../domain/role.js'
import { keyOf } from '../../domain/values/step-key.js'
import type { SightOfBase } from '../auth/sight.js'

interface Looking {
  readonly sight: Pick<SightOfBase, 'sees'>
  readonly brought: Pick<BroughtWords, 'numbers'>
  readonly procedure: Procedure
}

/** Whether an item is for somebody: a draft, and what is said within a side, is for the side that wrote it. */
export const isSeen = (item: KeptItem, { sight: { sees }, brought, procedure }: Looking): boolean => {
  const isInner = procedure.steps[keyOf(item.step)]?.text?.inner === true
  const isSent = item.seenBy === 'both' && brought.numbers.has(item.no) && !isInner
  return sees({ kind: 'negotiated', side: item.side, isSent }) === 'whole'
}

/** On which side somebody stands on a base: that of which he or she reads what was not sent. */
export const sideOn = ({ sees }: Pick<SightOfBase, 'sees'>): Side =>
  sees({ kind: 'negotiated', side: 'programme', isSent: false }) === 'whole' ? 'programme' : 'partner'
