import type { BaseId } from '../../domain/ids.js'
import { keyOf } from '../../domain/values/step-key.js'
import type { Kysely } from 'kysely'
import type { z } from 'zod'
import { readBase } from '../../db/reads/bases.js'
import { namesOf } from '../../db/reads/names.js'
import { datedEntries, inOneSnapshot } from '../../db/reads/dated-entries.js'
import type { AttributedEntry } from '../../db/reads/dated-entries.js'
import type { Database } from '../../db/schema.js'
import type { Moment } from '../../domain/as-of.js'
import { baseThen } from '../../domain/base-then.js'
import { diffBetween, type MadeChange } from '../../domain/diff.js'
import { documentKinds } from '../../domain/document-kind.js'
import { outcomeOf, stepSeen } from '../../domain/sight/outcome.js'
import { thingIn, type Eyes } from '../../domain/sight/entry.js'
import type { ThingSeen } from '../../domain/sight/thing.js'
import type { SightOfBase } from '../auth/sight.js'
import { readPinned, sightRules } from '../views/pinned-procedure.js'
import { nameIn, sideOf } from '../views/person-name.js'
import { whoDid } from '../views/who-did.js'
import type { BaseState } from '../../domain/state.js'
import type { DiffResponse } from '../contract/asking.js'
import { notFound } from '../problems.js'
import { isScoringNow, shownThen } from './as-of.js'

type Shown = z.output<typeof DiffResponse>

/** What changed of a base between two moments, the earlier one first, in words and with whose act made each change. */
export const diffOfBase = (
  db: Kysely<Database>,
  { base, moments, sight }: { base: BaseId; moments: readonly [Moment, Moment]; sight: SightOfBase },
): Promise<Shown> =>
  inOneSnapshot(db, async (trx) => {
    const found = await readBase(trx, { id: base })
    if (found === undefined) throw notFound(`base ${base}`)
    const [one, other] = moments
    const [from, to] = one.at <= other.at ? [one, other] : [other, one]
    const entries = await datedEntries(trx, { stream: base, until: to })
    const scoring = isScoringNow(found)
    const { before, after, changes } = diffBetween(base, { entries, from, to, scoring })
    const eyes = { ...sight, rules: sightRules(await readPinned({ db: trx }, found)), sealed: new Set<string>() }
    const there = changes.filter(
      ({ facet, subject = '' }) => facet !== 'step' || eyes.sees(stepSeen(keyOf(subject), eyes.rules)) !== 'none',
    )
    const seen = there.filter((change) => eyes.sees(thingOf(change, eyes)) === 'whole')
    const shown = (state: BaseState) => {
      const then = baseThen(state, { scoring })
      return then === undefined ? null : shownThen(then, sight)
    }
    return {
      base,
      from,
      to,
      before: shown(before),
      after: shown(after),
      changes: await namedChanges(trx, { changes: seen, eyes }),
      withheld: there.length - seen.length,
      ledger: found.ledger,
    }
  })

type Made = MadeChange<AttributedEntry>

/** What a change tells of, as far as sight hangs on it. */
const thingOf = ({ facet, subject = '', entry }: Made, eyes: Eyes): ThingSeen => {
  const kind = documentKinds.find((one) => one === subject)
  if (facet === 'paper' && kind !== undefined) return { kind: 'paper', paper: kind }
  if (facet === 'interest') return thingIn(entry.event, eyes)
  const key = keyOf(subject)
  return facet === 'step' ? outcomeOf(key, eyes.rules) : { kind: 'base' }
}

/** The changes with whose acts they are, and the names of those whose names are for these eyes. */
const namedChanges = async (
  db: Kysely<Database>,
  { changes, eyes }: { readonly changes: readonly Made[]; readonly eyes: Eyes },
): Promise<Shown['changes']> => {
  const made = changes.map((change) => madeBy(change, eyes))
  const known = made.flatMap(({ by: { person, role }, ...change }) =>
    [person, whoseInterest(change)].flatMap((one) =>
      one !== null && eyes.sees({ kind: 'name', person: one, side: sideOf(role) }) === 'whole' ? [one] : [],
    ),
  )
  const names = await namesOf(db, { people: known })
  return made.map(({ by, ...change }) => ({
    ...change,
    sentence: withName(change, nameIn(names, whoseInterest(change))),
    by: { ...by, name: nameIn(names, by.person) },
  }))
}

const whoseInterest = ({ facet, subject }: Pick<Made, 'facet' | 'subject'>): string | null =>
  facet === 'interest' ? (subject ?? null) : null

/** The sentence with the name in the place of the id, where it tells of a person and the name is for these eyes. */
const withName = (
  { sentence, subject }: Pick<Made, 'sentence' | 'subject'>,
  name: ReturnType<typeof nameIn>,
): Made['sentence'] =>
  name === null || subject === undefined
    ? sentence
    : { en: sentence.en.replace(subject, name.en), 'zh-CN': sentence['zh-CN'].replace(subject, name.local) }

const madeBy = ({ entry, ...change }: Made, eyes: Eyes) => {
  const { seq, occurredAt, recordedAt, effectiveOn, channel } = entry
  const { actor: person, ...did } = whoDid({ ...entry, payload: entry.event }, eyes)
  return { ...change, by: { seq, occurredAt, recordedAt, effectiveOn, channel, person, ...did } }
}
