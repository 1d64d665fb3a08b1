import type { z } from 'zod'
import type { Form } from '../../domain/form/form.js'
import { filledOver, itemsAsked } from '../../domain/follow-up/items.js'
import type { FormResponse } from '../contract/form.js'
import type { ApiParts } from '../parts.js'
import { followedOn } from './followed-on.js'
import type { FollowUpEyes } from './items-seen.js'
import { kindsIn, thingsThere } from './things-there.js'

interface Asked extends FollowUpEyes {
  readonly form: Form | undefined
}

/** What a form can point at, as far as its reader sees it, and the rows that it asks for, each with its item in it already. */
export const pointedFrom = async (
  parts: ApiParts,
  { form, ...looking }: Asked,
): Promise<{
  readonly things: z.output<typeof FormResponse>['things']
  readonly rows: Readonly<Record<string, unknown>>
}> => {
  const kinds = form === undefined ? [] : kindsIn(form)
  if (form === undefined || kinds.length === 0) return { things: [], rows: {} }
  const on = await followedOn(parts, looking)
  const things = await thingsThere(parts, { ...looking, on, kinds })
  const rows = form.fields.flatMap((field) => {
    if (field.kind !== 'table' || field.about?.every === undefined) return []
    const { about } = field
    const { column } = about
    const asked = itemsAsked(on.items, about).filter(({ id }) => things.some((thing) => thing.id === id))
    const given = asked.map((item, index) => ({
      id: `r${index + 1}`,
      ...filledOver(item, about),
      [column]: [{ kind: item.kind, id: item.id }],
    }))
    return given.length === 0 ? [] : [[field.code, given] as const]
  })
  return {
    things: things.map(({ label, ...one }) => ({ ...one, label: { ...label } })),
    rows: Object.fromEntries(rows),
  }
}
