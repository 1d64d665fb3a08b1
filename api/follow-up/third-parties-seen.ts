import type { z } from 'zod'
import { thirdPartiesOn, type ThirdPartyOn } from '../../db/reads/third-parties.js'
import type { FollowedItem } from '../../domain/follow-up/items.js'
import type { Instant, BaseId } from '../../domain/ids.js'
import type { FormSight } from '../../domain/sight/answers.js'
import type { AnswerOf } from '../../domain/sight/entry.js'
import { thirdPartyStateLabels } from '../../domain/third-parties.js'
import { defined } from '../../domain/values/defined.js'
import type { FollowedItemView } from '../contract/follow-up.js'
import type { ApiParts } from '../parts.js'

type View = z.output<typeof FollowedItemView>

interface Seeing {
  readonly base: BaseId
  readonly items: readonly FollowedItem[]
  /** The activities that were drawn by lot to be confirmed (5.4). */
  readonly drawn: readonly string[]
  readonly answered: (of: AnswerOf) => FormSight
  /** By the clock of the base. */
  readonly now: Instant
}

/** What is followed, with what people outside say of it: the answer for whoever reads of the activity, in which capacity for whoever reads its sheet whole. */
export const withThirdParties = async (
  { db }: Pick<ApiParts, 'db'>,
  { seen, base, items, drawn, answered, now }: Seeing & { readonly seen: readonly View[] },
): Promise<View[]> => {
  const outside = await thirdPartiesOn(db, { base, now })
  return seen.map((view) => {
    const [on, item] = [outside.get(view.id), items.find(({ id }) => id === view.id)]
    const isWhole = item !== undefined && answered(item.filed).sees('PAR') === 'whole'
    return {
      ...view,
      ...defined({
        drawn: drawn.includes(view.id) ? (true as const) : undefined,
        thirdParty: on && thirdPartyView(on, isWhole),
      }),
    }
  })
}

const thirdPartyView = (
  { id: _, capacity, ...stands }: ThirdPartyOn,
  isWhole: boolean,
): NonNullable<View['thirdParty']> => ({
  ...stands,
  stateLabel: { ...thirdPartyStateLabels[stands.state] },
  ...(isWhole ? defined({ capacity }) : {}),
})
