import { readNominations } from '../../db/reads/bases.js'
import { readProcedure } from '../../db/reads/procedures.js'
import { readProgramme } from '../../db/reads/programmes.js'
import type { ListedProgramme } from '../../db/reads/programmes.js'
import type { Actor } from '../../domain/command.js'
import type { ReadRecord } from '../../domain/cluster-record.js'
import { baseId, baseWorkflowId } from '../../domain/ids.js'
import type { Locale } from '../../domain/locale.js'
import { placeOf } from '../../domain/place.js'
import { workflowTypes } from '../../workflows/messages.js'
import type { Answer } from '../commands/answer.js'
import type { Ask } from '../commands/ask.js'
import { submit } from '../commands/submit.js'
import type { ApiParts } from '../parts.js'
import { notFound } from '../problems.js'
import type { No } from '../problems.js'
import type { Parcel } from '../temporal/parcel.js'

export interface Nomination {
  readonly ask: Ask
  readonly programme: string
  readonly cluster: string
  /** Left out: the call that is open. */
  readonly call?: string | undefined
  readonly invited: boolean
  readonly procedure?: 'full' | 'light' | undefined
  readonly channel: Actor['channel']
  /** Finds the cluster's facts; undefined when it is unknown. */
  readonly facts: () => Promise<ReadRecord | undefined>
}

/** Starts a base: one update that begins its workflow. What the edge can judge it judges first, so that nothing begins in vain. */
export const nominate = async (parts: ApiParts, nomination: Nomination): Promise<Answer> => {
  const { ask, programme: id, cluster, channel } = nomination
  const programme = await readProgramme(parts.db, { id })
  if (programme === undefined) throw notFound(`programme ${id}`)
  const { count, open } = await readNominations(parts.db, { programme: id, cluster })
  const base = open ?? baseId(id, { cluster, n: count + 1 })
  return await submit(parts, {
    ask,
    stream: base,
    programme: id,
    channel,
    pack: async () =>
      open === null
        ? await pack(nomination, { parts, programme, base })
        : { code: 'already_nominated', detail: { base } },
    absent: async () => ({ code: 'not_nominated', detail: { base } }),
  })
}

const pack = async (
  { call, cluster, facts, invited, procedure }: Nomination,
  { parts: { db, clock }, programme, base }: { parts: ApiParts; programme: ListedProgramme; base: string },
): Promise<Parcel | No> => {
  const read = await facts()
  if (read === undefined) return { code: 'not_found', detail: { what: `cluster ${cluster} in ${programme.id}` } }
  const { openCall, windowEnds } = programme
  if (openCall === null || windowEnds === null || (call ?? openCall) !== openCall) {
    return { code: 'call_not_open', detail: { call: call ?? '–', open: openCall ?? '–' } }
  }
  const rules = procedure ?? programme.procedure
  if ((await readProcedure(db, { id: rules, at: clock().toISOString() })) === undefined)
    return { code: 'not_found', detail: { what: `procedure ${rules} in force` } }
  return {
    namespace: programme.namespace,
    workflow: baseWorkflowId(base),
    update: 'nominate',
    start: {
      type: workflowTypes.base,
      input: { base, place: { country: read.facts.country, zone: read.facts.zone }, procedure: rules },
      summary: base,
    },
    command: {
      type: 'nominate',
      programme: programme.id,
      call: openCall,
      windowEnds,
      cluster: read.facts,
      languages: languagesOf(read),
      invited,
      partsAtHand: read.partsAtHand,
      procedure: rules,
      rehearsal: programme.rehearsal,
    },
  }
}

/** The languages its people are addressed in, the first one first, with the programme's own among them. */
const languagesOf = ({ facts }: ReadRecord): readonly Locale[] => [
  ...new Set<Locale>([...(placeOf(facts.province)?.languages ?? []), 'en']),
]
