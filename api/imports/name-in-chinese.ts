import type { ProgrammeId } from '../../domain/ids.js'
import { z } from 'zod'
import { readCommand } from '../../db/reads/commands.js'
import { readRegister } from '../../db/reads/register.js'
import type { ReadRecord } from '../../domain/cluster-record.js'
import type { ChineseNames } from '../../domain/cluster-words.js'
import type { AddToRegister } from '../../domain/commands/register.js'
import type { Register } from '../../domain/register.js'
import { bodyMark, derivedUuid, jsonHash } from '../commands/fingerprint.js'
import type { WriteRequest } from '../commands/ask.js'
import { toProgramme } from '../commands/to-programme.js'
import type { ImportedRow } from '../contract/cluster.js'
import { registering } from '../contract/commands/register.js'
import { chineseOf, type ChineseFault } from '../nominations/chinese-names.js'
import type { ApiParts } from '../parts.js'
import { unavailable } from '../problems.js'

const { name, place, government } = registering.add_names.body.shape
const Names = z.strictObject({
  chinese_name: name,
  chinese_place: place.optional(),
  chinese_government: government.optional(),
})

/** A row as far as it calls its cluster in Chinese. */
interface NamedRow {
  readonly named: unknown
  readonly register: Register
  readonly label: string
}

/** How a row calls its cluster in Chinese, or why that cannot stand beside what the register has. */
export const namedIn = ({
  named,
  register,
  label,
}: NamedRow): { readonly chinese: ChineseNames | undefined } | ChineseFault => {
  const said = Names.safeParse(named ?? {})
  if (!said.success) return unfit
  const { chinese_name, chinese_place, chinese_government } = said.data
  return chineseOf({ name: chinese_name, place: chinese_place, government: chinese_government }, register.names[label])
}

const unfit: ChineseFault = {
  name: 'chinese_name',
  says: {
    en: 'the Chinese names are texts of at most 200 signs: chinese_place, chinese_government and chinese_name',
    'zh-CN': '中文名称各项（chinese_place、chinese_government、chinese_name）应为文字，各不超过200字',
  },
}

interface Naming {
  readonly row: { readonly ask: WriteRequest; readonly programme: ProgrammeId }
  readonly read: ReadRecord
  readonly chinese: ChineseNames | undefined
}

/** Adds the Chinese names of a row to the register before it begins, as the form of one start does; says why not. */
export const nameInChinese = async (
  parts: ApiParts,
  { row, read: { facts }, chinese }: Naming,
): Promise<ImportedRow | undefined> => {
  const { programme } = row
  const { cluster: id } = facts
  if (chinese === undefined || (await readRegister(parts.db, { programme })).names[id] !== undefined) return undefined
  const command: AddToRegister = { type: 'add_to_register', entry: { kind: 'names', id, ...chinese } }
  const ask = await askOfNames(parts, { row, id, chinese })
  const { status, body } = await toProgramme(parts, { ask, programme, command: async () => command })
  if (status === 503) throw unavailable('Temporal')
  if (status === 200) return undefined
  const { detail = '' } = Told.parse(JSON.parse(body))
  return { cluster: id, result: 'refused', reason: detail }
}

const Told = z.looseObject({ detail: z.string().optional() })

interface Named {
  readonly row: { readonly ask: WriteRequest; readonly programme: ProgrammeId }
  readonly id: string
  readonly chinese: ChineseNames
}

/** Named by what it says, so that a repeat is harmless; after a refusal it may be tried under the next name. */
const askOfNames = async (parts: ApiParts, { row, id, chinese }: Named): Promise<WriteRequest> => {
  const { ask, programme } = row
  const said = { cluster: id, ...chinese }
  for (let attempt = 1; ; attempt += 1) {
    const key = derivedUuid('names of an import', programme, jsonHash(said), ask.person, String(attempt))
    const known = await readCommand(parts.db, { id: key })
    if (known?.state === 'refused') continue
    return { ...ask, key, route: `POST /programmes/${programme}/names`, ...bodyMark(said) }
  }
}
