import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { fieldSays, gotAt } from '../api/contract/field-says.js'
import { roleCodes } from '../domain/role.js'
import { staffedBy, type Staff } from '../domain/staffing.js'
import { jsonPlace } from '../domain/values/json-place.js'
import { CliFailure, exits, threePart } from './failure.js'
import { Dossiers, Script } from './rehearsal/story.js'
import type { ProcedureId } from '../domain/procedure-id.js'

const names = z.object({ en: z.string(), 'zh-CN': z.string() })

/** `data/people.json`: the invented people of the sample programme, programme-wide or of one place (`base`). */
export const People = z.object({
  origin: z.literal('invented for rehearsal'),
  organisations: z.array(z.object({ id: z.string(), name: names, country: z.string() })),
  people: z.array(
    z.object({
      id: z.string(),
      name: z.object({ en: z.string(), local: z.string() }),
      email: z.email(),
      language: z.enum(['en', 'zh-CN']),
      organisation: z.string(),
      roles: z.array(z.enum(roleCodes)).min(1),
      base: z.string().optional(),
    }),
  ),
})
export type People = Readonly<z.infer<typeof People>>
export type Person = People['people'][number]

/** The parts of `data/clusters.json` that are read here; records are read by `domain/cluster-record.ts`. */
export const ClusterFile = z.looseObject({
  nesting: z.array(z.object({ inner: z.string(), outer: z.string() })),
  clusters: z.array(z.looseObject({ id: z.string(), iso_3166_1_alpha2: z.string() })),
})
export type ClusterFile = Readonly<z.infer<typeof ClusterFile>>

const held = z.array(z.enum(roleCodes)).min(1)
const SmallStaff = z.strictObject({
  origin: z.literal('invented for rehearsal'),
  people: z.record(z.string(), held),
  places: z.partialRecord(z.enum(roleCodes), held),
  beside: z.record(z.string(), held),
})

/** The sample people who work under a procedure: all, or the few of `light` (R18). */
export const samplePeople = (procedure: ProcedureId = 'full'): People => {
  const people = readJson(sample('people.json'), People)
  return procedure === 'full' ? people : { ...people, people: [...staffedBy(people.people, smallStaff())] }
}
/** `data/staff-light.json`: who of the sample people works under `light`, and in which roles. */
export const smallStaff = (): Staff => readJson(sample('staff-light.json'), SmallStaff)
/** The sample clusters, as shipped. */
export const sampleClusters = (): ClusterFile => readJson(sample('clusters.json'), ClusterFile)
/** What completes each sample record, and how its base is played. */
export const sampleDossiers = (): z.infer<typeof Dossiers> => readJson(sample('dossiers.json'), Dossiers)

/** How far each base of the sample programme is played, the most telling first; their people do not all take the same time. */
export const sampleScripts = (): readonly Script[] => {
  const { takes, bases } = readJson(sample('sample.json'), SampleScripts)
  return bases.map((script, index) => ({ ...script, takes: { ...pacedFor(takes, index), ...script.takes } }))
}
const SampleScripts = z.strictObject({
  origin: z.literal('invented for rehearsal'),
  takes: Script.shape.takes,
  bases: z.array(Script),
})

const pacedFor = (takes: Script['takes'], index: number): Script['takes'] =>
  Object.fromEntries(Object.entries(takes).map(([key, days], place) => [key, days + ((index * 5 + place * 3) % 7)]))

const sample = (name: string): string => join(dirname(dirname(fileURLToPath(import.meta.url))), 'data', name)

/** Reads a JSON file of a known form. Refuses, as a wrong use of the command, what is not there or does not fit. */
export const readJson = <S extends z.ZodType>(file: string, schema: S): z.infer<S> => {
  const json = parseJson(readText(file), file)
  const parsed = schema.safeParse(json)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const at = `${file}: ${issue?.path.join('.') ?? ''}`
  const says = fieldSays({ code: '', ...issue, ...gotAt(json, issue?.path ?? []) })
  throw new CliFailure(
    threePart({
      got: { en: `${at} ${says.en}`, 'zh-CN': `${at} ${says['zh-CN']}` },
      allowed: { en: 'the form of the example that is shipped in data/', 'zh-CN': '应与 data/ 中的示例格式一致' },
      todo: { en: 'correct the file and run the command again', 'zh-CN': '请更正文件后重新执行命令' },
    }),
    exits.usage,
  )
}

/** Reads a JSON file of any form. Refuses, as a wrong use of the command, what is not there or is no JSON. */
export const readAnyJson = (file: string): unknown => parseJson(readText(file), file)

/** The text of a file a person named. Refuses, as a wrong use of the command, what cannot be read. */
export const readText = (file: string): string => readBytes(file).toString('utf8')

/** The bytes of a file a person named. Refuses, as a wrong use of the command, what cannot be read. */
export const readBytes = (file: string): Buffer => {
  try {
    return readFileSync(file)
  } catch {
    throw new CliFailure(
      threePart({
        got: { en: `${file} cannot be read`, 'zh-CN': `无法读取 ${file}` },
        allowed: { en: 'a file on this machine', 'zh-CN': '应为本机上的文件' },
        todo: { en: 'check its path', 'zh-CN': '请核对路径' },
      }),
      exits.usage,
    )
  }
}

const parseJson = (text: string, file: string): unknown => {
  try {
    return JSON.parse(text)
  } catch (error) {
    const place = jsonPlace(text, error)
    throw new CliFailure(
      threePart({
        got: {
          en: `${file} is not JSON from ${place.en} on`,
          'zh-CN': `${file} 自${place['zh-CN']}起不是有效的 JSON`,
        },
        allowed: { en: 'a JSON document', 'zh-CN': '应为 JSON 文档' },
        todo: { en: 'correct the file', 'zh-CN': '请更正文件' },
      }),
      exits.usage,
    )
  }
}
