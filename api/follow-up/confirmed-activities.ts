import type { PersonId } from '../../domain/ids.js'
import { baseStateOf } from '../../db/reads/base-states.js'
import { clockOf, type ReadBase } from '../../db/reads/bases.js'
import { thirdPartiesOn } from '../../db/reads/third-parties.js'
import type { Choice } from '../../domain/form/field.js'
import type { Procedure } from '../../domain/procedure.js'
import { thirdPartyStateLabels } from '../../domain/third-parties.js'
import { reaches, sightOf, sightOn } from '../auth/sight.js'
import type { ApiParts } from '../parts.js'
import { answersSight } from '../views/answers-sight.js'
import { sightRules } from '../views/pinned-procedure.js'
import { followedOn } from './followed-on.js'
import { itemsSeen } from './items-seen.js'
import { toldApart } from './things-there.js'

interface Looking {
  readonly base: ReadBase
  readonly person: PersonId
  readonly procedure: Procedure
}

/**
 * The activities of a base that somebody outside has confirmed, that stand as they were noted and that this person may read of: whoever
 * reports a figure cites them as what shows it (8.6).
 */
export const confirmedActivities = async (
  parts: ApiParts,
  { base: found, person, procedure }: Looking,
): Promise<readonly Choice[]> => {
  const { id: base } = found
  const outside = await thirdPartiesOn(parts.db, { base, now: clockOf(found, parts.clock()) })
  const confirmed = [...outside].flatMap(([id, { state }]) => (state === 'confirmed' ? [id] : []))
  if (confirmed.length === 0) return []
  const [state, all] = await Promise.all([baseStateOf(parts.db, found), sightOf(parts, person)])
  if (!reaches(all, base)) return []
  const sight = sightOn(all, { person, base })
  const on = await followedOn(parts, { base, state, procedure })
  const answered = await answersSight(parts.db, { base, sight, procedure, rules: sightRules(procedure) })
  const seen = await itemsSeen(parts, { base, state, procedure, sight, answered, on })
  const { confirmed: said } = thirdPartyStateLabels
  return seen.flatMap(({ id, status, words, kindLabel }) => {
    if (!confirmed.includes(id) || (status !== 'recorded' && status !== 'done')) return []
    const named = toldApart(words.map(({ says }) => says)) ?? kindLabel
    return [{ code: id, label: { en: `${named.en} (${said.en})`, 'zh-CN': `${named['zh-CN']}（${said['zh-CN']}）` } }]
  })
}
