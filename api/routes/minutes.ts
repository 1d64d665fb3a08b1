import type { z } from 'zod'
import { readBase } from '../../db/reads/bases.js'
import { sessionEntriesOf, sessionNotesOf } from '../../db/reads/ranked-sessions.js'
import { textsById } from '../../db/reads/texts.js'
import { keysWhere } from '../../domain/gicc/steps.js'
import { programmeOfBase, type BaseId, type PersonId } from '../../domain/ids.js'
import { sessionRowOf, type SessionEntry, type SessionRow } from '../../domain/session-row.js'
import { onceTold, outcomeOf } from '../../domain/sight/outcome.js'
import type { RulesOfActs } from '../../domain/sight/act-kind.js'
import { mustSeeBase, type SightOfBase } from '../auth/sight.js'
import { BaseParams } from '../contract/base.js'
import { MinutesResponse } from '../contract/minutes.js'
import type { ApiApp, ApiParts } from '../parts.js'
import { notFound } from '../problems.js'
import { readPinned, sightRules } from '../views/pinned-procedure.js'
import { problems } from './responses.js'

/** What minutes say of one base, for whoever is told of the decision: no vote, no other base, and not before its place is told (1.11, 8.12). */
export const addMinutes = (app: ApiApp, parts: ApiParts): void => {
  const schema = {
    params: BaseParams,
    response: { 200: MinutesResponse, ...problems },
    tags: ['bases'],
    summary: 'Extracts of minutes about a base',
  }
  app.get('/bases/:id/minutes', { schema }, ({ person, params: { id: base } }) => minutesSeen(parts, { base, person }))
}

const minutesSeen = async (
  parts: ApiParts,
  { base, person }: { readonly base: BaseId; readonly person: PersonId },
): Promise<z.output<typeof MinutesResponse>> => {
  const [found, sight] = await Promise.all([readBase(parts.db, { id: base }), mustSeeBase(parts, { base, person })])
  if (found === undefined) throw notFound(`base ${base}`)
  const rules = sightRules(await readPinned(parts, found))
  const entries = (await sessionEntriesOf(parts.db, [base])).get(base) ?? []
  const items = []
  for (const { session, decided } of decidedIn(entries)) {
    if (!isTold(decided, { entries, rules, sees: sight.sees })) continue
    const noted = await noteOf(parts, { base, session })
    if (noted !== undefined) items.push({ session, decidedAt: decided.at, ...noted })
  }
  return { items }
}

interface Decided {
  readonly key: string
  readonly at: string
}

/** The sessions in which the base was decided on. */
const decidedIn = (
  entries: readonly SessionEntry[],
): readonly { readonly session: string; readonly decided: Decided }[] => {
  const keys = keysWhere(({ inRankOrder }) => inRankOrder === true)
  const sessions = entries.flatMap(({ event }) => (event.type === 'ranked' ? [event.session] : []))
  return [...new Set(sessions)].flatMap((session) => {
    const { status, key, result }: SessionRow = sessionRowOf(entries, { session, keys })
    return status !== 'decided' || key === undefined || result === undefined
      ? []
      : [{ session, decided: { key, at: result.at } }]
  })
}

interface Telling {
  readonly entries: readonly SessionEntry[]
  readonly rules: RulesOfActs
  readonly sees: SightOfBase['sees']
}

/** An extract is read by whoever reads how the step ended, of which another step may tell the place. */
const isTold = ({ key, at }: Decided, { entries, rules, sees }: Telling): boolean => {
  const toldBy = rules.steps[key]?.toldBy
  const outcome = outcomeOf(key, rules)
  const wasTold = entries.some(
    ({ at: later, event }) => event.type === 'step_closed' && event.key === toldBy && later >= at,
  )
  return sees(wasTold ? onceTold(outcome) : outcome) === 'whole'
}

const noteOf = async ({ db }: ApiParts, { base, session }: { readonly base: BaseId; readonly session: string }) => {
  const notes = await sessionNotesOf(db, { programme: programmeOfBase(base), session })
  const said = notes.flatMap(({ at, event }) =>
    event.type === 'session_noted'
      ? (event.extracts ?? []).flatMap((one) => (one.base === base ? [{ at, text: one.text }] : []))
      : [],
  )
  const last = said.at(-1)
  if (last === undefined) return undefined
  const { en, 'zh-CN': chinese } = last.text
  const texts = await textsById(db, [en.id, chinese.id])
  const [inEnglish, inChinese] = [texts.get(en.id), texts.get(chinese.id)]
  const text =
    typeof inEnglish === 'string' && typeof inChinese === 'string' ? { en: inEnglish, 'zh-CN': inChinese } : null
  return { notedAt: last.at, text }
}
