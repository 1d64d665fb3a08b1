import type { z } from 'zod'
import type { ListedBase, ReadBase } from '../../db/reads/bases.js'
import { titlesOf } from '../wording.js'
import type { BaseResponse, BaseSummary, Names } from '../contract/base.js'

type NamesShape = z.output<typeof Names>

/** A base as a list shows it. `now` is the wall clock: a rehearsal's own clock is at least at its last entry. */
export const baseSummary = (base: ListedBase, now: Date): z.output<typeof BaseSummary> => {
  const clock = base.rehearsal && base.lastEntryAt > now.toISOString() ? base.lastEntryAt : now.toISOString()
  const { code, colour, score, slot, plaque } = base
  return {
    ...{ id: base.id, programme: base.programme, cluster: base.cluster, call: base.call },
    names: namesByKind(base.names, base.cluster),
    ...{ stage: base.stage, status: base.status, nextDueAt: base.nextDueAt },
    ...{ awaitsSession: base.awaitsSession, rehearsal: base.rehearsal, closed: base.closedAt !== null },
    ...(code !== null && { code }),
    ...(colour !== null && { colour }),
    ...(score !== null && { score }),
    ...(slot !== null && { slot }),
    ...(plaque !== null && { plaque }),
    waitsFor: base.waitsFor.map(({ holder, ...step }) => ({
      ...step,
      ...(holder !== null && { holder }),
      ...{ title: titlesOf(step.key), late: step.dueAt <= clock },
    })),
  }
}

/** A base as its own page shows it. */
export const baseDetail = (
  base: ReadBase,
  { now, interests }: { now: Date; interests: z.output<typeof BaseResponse>['interests'] },
): z.output<typeof BaseResponse> => ({
  ...baseSummary(base, now),
  ...{ procedure: base.procedure, counts: base.counts, ledger: base.ledger },
  stages: base.stages.map(({ year, code, ...stage }) => ({
    ...stage,
    ...(year !== null && { year }),
    ...(code !== null && { code }),
  })),
  ...{ openedAt: base.openedAt, lastEntryAt: base.lastEntryAt },
  ...{ missingParts: [...base.missingParts], undated: [...base.undated] },
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
