import type { PersonId } from '../../domain/ids.js'
import type { z } from 'zod'
import type { ListedBase, ReadBase } from '../../db/reads/bases.js'
import type { Name } from '../../db/schema/programme-tables.js'
import { roles, type Role } from '../../domain/role.js'
import type { SightOfBase } from '../auth/sight.js'
import { titlesOf } from '../wording.js'
import type { BaseResponse, BaseSummary, Names } from '../contract/base.js'
import { stepsUnseen } from './steps-unseen.js'
import { defined } from '../../domain/values/defined.js'

type NamesShape = z.output<typeof Names>

/** A base as a list shows it. `now` is the wall clock: a rehearsal's own clock is at least at its last entry. */
export const baseSummary = (
  base: ListedBase,
  { now, sees, names }: { now: Date; sees: SightOfBase['sees']; names?: ReadonlyMap<string, Name> },
): z.output<typeof BaseSummary> => {
  const clock = base.rehearsal && base.lastEntryAt > now.toISOString() ? base.lastEntryAt : now.toISOString()
  const { code, colour, score, slot, plaque } = base
  const unseen = stepsUnseen({ sees })
  const waitsFor = base.waitsFor.filter(({ key }) => !unseen.includes(key))
  const isNamed = (person: PersonId, role: Role) => sees({ kind: 'name', person, side: roles[role].side }) === 'whole'
  return {
    id: base.id,
    programme: base.programme,
    cluster: base.cluster,
    call: base.call,
    category: base.category,
    province: base.province,
    country: base.country,
    at: base.at,
    stageEnteredAt: base.stageEnteredAt,
    signedAt: base.signedAt,
    endsOn: base.endsOn,
    activatedAt: base.activatedAt,
    review: base.review,
    names: namesByKind(base.names, base.cluster),
    zone: base.zone,
    stage: base.stage,
    status: base.status,
    // What the clock brings next may be of a step that is not there for these eyes.
    nextDueAt: waitsFor.length === base.waitsFor.length ? base.nextDueAt : (waitsFor[0]?.dueAt ?? null),
    awaitsSession: base.awaitsSession,
    today: clock.slice(0, 10),
    rehearsal: base.rehearsal,
    closed: base.closedAt !== null,
    ...defined({
      code: code !== null ? code : undefined,
      colour: colour !== null ? colour : undefined,
      score: score !== null ? score : undefined,
      slot: slot !== null ? slot : undefined,
      plaque: plaque !== null ? plaque : undefined,
    }),
    waitsFor: waitsFor.map(({ holder, ...step }) => ({
      ...step,
      roleLabel: roles[step.role].label,
      ...(holder !== null && isNamed(holder, step.role) ? holderSeen(holder, names) : {}),
      title: titlesOf(step.key),
      late: step.dueAt <= clock,
    })),
  }
}

const holderSeen = (holder: string, names: ReadonlyMap<string, Name> | undefined) => ({
  holder,
  ...defined({ holderName: names === undefined ? undefined : (names.get(holder) ?? null) }),
})

/** A base as its own page shows it. */
export const baseDetail = (
  base: ReadBase,
  {
    now,
    sees,
    interests,
    titleReview,
  }: { now: Date; sees: SightOfBase['sees'] } & Pick<z.output<typeof BaseResponse>, 'interests' | 'titleReview'>,
): z.output<typeof BaseResponse> => ({
  ...baseSummary(base, { now, sees }),
  titleReview,
  procedure: base.procedure,
  counts: base.counts,
  ledger: base.ledger,
  stages: base.stages.map(({ year, code, ...stage }) => ({
    ...stage,
    ...defined({ year: year !== null ? year : undefined, code: code !== null ? code : undefined }),
  })),
  openedAt: base.openedAt,
  lastEntryAt: base.lastEntryAt,
  missingParts: [...base.missingParts],
  undated: [...base.undated],
  interests,
})

/** Names by kind and then by language, as the contract has them; the table keeps them by language first. */
export const namesByKind = (names: ListedBase['names'], fallback: string): NamesShape => {
  const of = (kind: 'name' | 'place' | 'government' | 'industry') => ({
    en: names?.en[kind] ?? fallback,
    'zh-CN': names?.['zh-CN'][kind] ?? fallback,
  })
  return { name: of('name'), place: of('place'), government: of('government'), industry: of('industry') }
}
