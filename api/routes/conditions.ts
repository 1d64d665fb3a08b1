import type { BaseId, PersonId } from '../../domain/ids.js'
import type { z } from 'zod'
import { readBase } from '../../db/reads/bases.js'
import { conditionEntries } from '../../db/reads/conditions.js'
import { readForms } from '../../db/reads/forms.js'
import { outcomeOf } from '../../domain/sight/outcome.js'
import { programmeZone } from '../../domain/values/programme-zone.js'
import { keyOf } from '../../domain/values/step-key.js'
import { mustSeeBase } from '../auth/sight.js'
import { BaseParams } from '../contract/base.js'
import { conditions as commands } from '../contract/commands/conditions.js'
import { ConditionsResponse } from '../contract/conditions.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { notFound } from '../problems.js'
import { conditionsView, wordedOn } from '../views/condition-view.js'
import { readPinned } from '../views/pinned-procedure.js'
import { tableOf } from './from-table.js'
import { problems } from './responses.js'

/** The register of conditions: the place reads one from the moment it is told of the decision that fixed it (8.12). */
export const addConditions = (app: ApiApp, parts: ApiParts): void => {
  const schema = {
    params: BaseParams,
    response: { 200: ConditionsResponse, ...problems },
    tags: ['conditions'],
    summary: 'Conditions of a base',
  }
  app.get('/bases/:id/conditions', { schema }, ({ person, params: { id: base } }) =>
    conditionsSeen(parts, { person, base }),
  )
}

/** The conditions of a base as one person may read them. */
export const conditionsSeen = async (
  parts: ApiParts,
  { person, base }: { readonly person: PersonId; readonly base: BaseId },
): Promise<z.output<typeof ConditionsResponse>> => {
  const { db } = parts
  const [found, { sees }] = await Promise.all([readBase(db, { id: base }), mustSeeBase(parts, { base, person })])
  if (found === undefined) throw notFound(`base ${base}`)
  const [rules, { entries, voided }] = await Promise.all([readPinned(parts, found), conditionEntries(db, { base })])
  const seen = entries.filter(
    ({ event }) => event.type !== 'conditions_fixed' || sees(outcomeOf(event.key, rules)) === 'whole',
  )
  const forms = await readForms(db, { base, keys: wordedOn(seen).map(keyOf) })
  return { items: conditionsView({ entries: seen, voided, zone: found.zone ?? programmeZone }, forms) }
}

/** What becomes of conditions once they are fixed. */
export const addConditionActs = (app: ApiApp, parts: ApiParts): void => tableOf(app, parts).allForBase(commands)
