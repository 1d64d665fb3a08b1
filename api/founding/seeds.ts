import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { locale, role } from '../contract/scalars.js'
import { staffedBy } from '../../domain/staffing.js'
import type { Nesting } from '../../domain/cluster-record.js'
import type { ProcedureId } from '../../domain/procedure-id.js'

/** The programme that stands for the real one in a trial. */
export const standingProgramme = 'gasme'

const name = z.object({ en: z.string(), local: z.string() })
const People = z.object({
  organisations: z.array(
    z.object({ id: z.string(), name: z.object({ en: z.string(), 'zh-CN': z.string() }), country: z.string() }),
  ),
  people: z.array(
    z.object({
      id: z.string(),
      name,
      email: z.string(),
      language: locale,
      organisation: z.string(),
      roles: z.array(role),
      base: z.string().optional(),
    }),
  ),
})
export type SeededPeople = z.infer<typeof People>

const Clusters = z.looseObject({
  clusters: z.array(z.looseObject({ id: z.string() })),
  nesting: z.array(z.object({ inner: z.string(), outer: z.string() })),
})

const held = z.array(role)
const SmallStaff = z.object({
  people: z.record(z.string(), held),
  places: z.partialRecord(role, held),
  beside: z.record(z.string(), held),
})

/** The invented people of a trial, and the 22 sample clusters, as they stand in `data/`; under `light` a small staff of them (R18). */
export const readSeeds = async (
  procedure: ProcedureId,
): Promise<{
  people: SeededPeople
  clusters: readonly unknown[]
  nesting: readonly Nesting[]
}> => {
  const [everybody, staff, { clusters, nesting }] = await Promise.all([
    read('people.json').then((json) => People.parse(json)),
    read('staff-light.json').then((json) => SmallStaff.parse(json)),
    read('clusters.json').then((json) => Clusters.parse(json)),
  ])
  const people = procedure === 'full' ? everybody.people : staffedBy(everybody.people, staff)
  return { people: { ...everybody, people: [...people] }, clusters, nesting }
}

const read = async (file: string): Promise<unknown> =>
  JSON.parse(await readFile(new URL(`../../data/${file}`, import.meta.url), 'utf8'))
