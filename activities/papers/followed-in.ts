import { followed } from '../../domain/follow-up/followed.js'
import { filedFormsIn } from '../../domain/follow-up/filed-forms.js'
import type { ItemKind } from '../../domain/follow-up/item-kind.js'
import type { FollowedItem } from '../../domain/follow-up/items.js'
import { broughtWith, rowsOf, type Quotable } from './brought.js'
import { ofType, type StorySoFar } from './story-so-far.js'

/** An item that is followed, with its row and the rows that were about it, as far as the paper may quote them. */
export interface FollowedInStory {
  readonly item: FollowedItem
  readonly row: Quotable | undefined
  readonly said: readonly Quotable[]
}

/** What is followed of one kind, as the ledger stood when the paper was ordered (8.17). */
export const followedIn = (story: StorySoFar, { kind }: { readonly kind: ItemKind }): readonly FollowedInStory[] => {
  const { filed } = filedFormsIn(story.events.map((event) => ({ seq: event.seq, at: event.at, event })))
  const { procedure } = story
  const rowAt = ({
    filed: { seq },
    field,
    row,
  }: Pick<FollowedItem, 'filed' | 'field' | 'row'>): Quotable | undefined => {
    const act = ofType(story.events, 'step_acted').find((one) => one.seq === seq)
    return rowsOf(broughtWith(story, { act }), field).find(({ answers }) => answers['id'] === row)
  }
  return followed(filed, { steps: procedure.steps, procedure, state: undefined })
    .filter((item) => item.kind === kind && item.status !== 'replaced')
    .map((item) => ({
      item,
      row: rowAt(item),
      said: item.said.flatMap((one) => rowAt(one) ?? []),
    }))
}
