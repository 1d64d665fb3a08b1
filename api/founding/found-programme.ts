import { readProgramme } from '../../db/reads/programmes.js'
import { saveBootstrapMandates, savePeople } from '../../db/writes/people.js'
import { createProgramme } from '../../db/writes/programmes.js'
import type { MandateGrant } from '../../domain/values/mandate.js'
import { baseId, type ProgrammeId } from '../../domain/ids.js'
import type { LocalText } from '../../domain/locale.js'
import { keepClusters, readRecord } from '../nominations/stored-cluster.js'
import { sampleProgramme } from '../contract/rehearsal.js'
import type { ApiParts } from '../parts.js'
import { ProblemError } from '../problems.js'
import { programmePlace } from '../programme-place.js'
import { openFirstCall } from './first-call.js'
import { readSeeds } from './seeds.js'
import type { SeededPeople } from './seeds.js'
import { defined } from '../../domain/values/defined.js'
import type { ProcedureId } from '../../domain/procedure-id.js'

/**
 * Makes a programme of the sample people and clusters and opens its first call, by seeded people through the programme's
 * own workflow. Harmless to repeat: what is there already stays. Refuses a rehearsal where none are kept.
 */
export const foundProgramme = async (
  parts: ApiParts,
  programme: { id: string; rehearsal: boolean; procedure?: ProcedureId | undefined },
): Promise<{ readonly programme: ProgrammeId; readonly call: string }> => {
  await plantProgramme(parts, programme)
  return { programme: programme.id, call: await openStanding(parts, programme.id) }
}

/**
 * The part of founding that needs PostgreSQL alone: the programme with its people, clusters and first mandates. Its
 * procedure is that of every base nominated in it unless the nomination names another one.
 */
export const plantProgramme = async (
  parts: ApiParts,
  { id, rehearsal, procedure = 'full' }: { id: string; rehearsal: boolean; procedure?: ProcedureId | undefined },
): Promise<void> => {
  const known = await readProgramme(parts.db, { id })
  if (known !== undefined && known.rehearsal !== rehearsal)
    throw new Error(`${id} is there already, as something else.`)
  await seed(parts, { id, rehearsal, procedure, seeds: await readSeeds(procedure) })
}

/** The part of founding that needs the programme's workflow: its first call, proposed and opened. Returns its id. */
export const openStanding = async (parts: ApiParts, programme: ProgrammeId): Promise<string> => {
  const { people } = await readSeeds((await programmePlace(parts, programme)).procedure)
  return await openFirstCall(parts, { programme, people })
}

type Seeds = Awaited<ReturnType<typeof readSeeds>>

const seed = async (
  parts: ApiParts,
  { id, rehearsal, procedure, seeds }: { id: string; rehearsal: boolean; procedure: ProcedureId; seeds: Seeds },
): Promise<void> => {
  const { db, config, clock } = parts
  const at = clock().toISOString()
  const namespace = rehearsal ? config.TEMPORAL_REHEARSAL_NAMESPACE : config.TEMPORAL_NAMESPACE
  if (namespace === undefined) throw new ProblemError({ code: 'not_found', detail: { what: 'place for rehearsals' } })
  const { people, clusters, nesting } = seeds
  await createProgramme(db, { id, namespace, rehearsal, label: label(id, rehearsal), procedure, at })
  await savePeople(db, {
    at,
    people: people.people.map(({ id: person, name, email, language }) => ({ id: person, name, email, language })),
    organisations: people.organisations.map(({ name, ...rest }) => ({
      ...rest,
      programme: id,
      name: { en: name.en, local: name['zh-CN'] },
    })),
  })
  const records = clusters.flatMap((record) => {
    const read = readRecord(record, { nesting })
    return read.ok ? [{ record, read }] : []
  })
  await keepClusters(parts, { programme: id, records, nesting })
  await saveBootstrapMandates(db, { programme: id, mandates: mandatesOfSeeds(id, { people, from: at }) })
}

const label = (id: string, rehearsal: boolean): LocalText => {
  if (id === sampleProgramme) return { en: 'Sample programme', 'zh-CN': '示例项目' }
  return rehearsal ? { en: `Rehearsal ${id}`, 'zh-CN': `演练 ${id}` } : { en: 'Real programme', 'zh-CN': '正式项目' }
}

/**
 * Programme-wide roles cover every base; people of a place act for its first base, whose id is known before it exists.
 * A second nomination of the same cluster gets its mandates from the programme.
 */
const mandatesOfSeeds = (
  programme: ProgrammeId,
  { people, from }: { people: SeededPeople; from: string },
): readonly MandateGrant[] =>
  people.people.flatMap(({ id: person, organisation, roles, base: cluster }) =>
    roles.map((role) => ({
      id: `${programme}-${person}-${role}`,
      person,
      organisation,
      role,
      from,
      ...defined({ base: cluster !== undefined ? baseId(programme, { cluster, n: 1 }) : undefined }),
    })),
  )
