import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { copySources } from '../../tools/replay/copied-sources.js'

const here = '../test/other-programme'

/** What a programme says of itself, and where the engine reads it: all of ours is gone, and this stands there instead. */
const programmeFiles: Readonly<Record<string, string>> = {
  'domain/role.ts': `export * from '${here}/tables.js'`,
  'domain/lifecycle.ts': `export * from '${here}/tables.js'`,
  'domain/matters.ts': `export * from '${here}/tables.js'`,
  'domain/reason-code.ts': `export * from '${here}/tables.js'`,
  'domain/document-kind.ts': `export * from '${here}/tables.js'`,
  'domain/procedure-id.ts': `export * from '${here}/tables.js'`,
  'domain/supervisor.ts': `export * from '${here}/tables.js'`,
  'domain/gicc/brought.ts': 'export const factsOf = () => undefined\nexport const unfit = () => undefined',
  'domain/gicc/due-of-row.ts': 'export const dueOfRow = () => undefined',
  'domain/gicc/escalation.ts': `export { escalation } from '../${here}/programme.js'`,
  // It signs no memorandum: there is no model, and nothing is printed of one.
  'domain/gicc/memorandum/model/memorandum-model.ts':
    'export const memorandumModel = undefined\nexport const modelOf = () => undefined',
  'domain/gicc/memorandum/choice-forms.ts': 'export const languagesOffered = {}',
  'domain/gicc/memorandum/model/defaults.ts': 'export const textSettings = {}\nexport const languageNames = {}',
  'domain/gicc/life.ts': `export { lifeOf } from '../${here}/programme.js'`,
  'domain/gicc/procedures.ts': `import { library } from '../${here}/programme.js'
export const procedures = [library]`,
  'domain/gicc/read-today.ts': 'export const asReadToday = (kept) => kept',
  'domain/gicc/nomination/call.ts': `export const callSteps = { proposal: 'propose', opening: 'open' }
export const callTitles = {}`,
  'domain/gicc/steps.ts': `import { steps } from '../${here}/programme.js'
export { steps }
export const keysWhere = (holds) => Object.values(steps).filter(holds).map(({ key }) => key)
export const toldOf = (told, part) => Object.fromEntries(
  Object.values(told).flatMap((step) => part(step) === undefined ? [] : [[step.key, part(step)]]))`,
}

export interface OtherHouse {
  readonly folder: string
  /** A module of the engine as it stands in this house. */
  readonly module: <M>(file: string) => Promise<M>
  readonly remove: () => Promise<void>
}

/** The engine, copied file by file as it is, with another programme in the place of ours. */
export const otherHouse = async (rooms: readonly string[] = ['domain']): Promise<OtherHouse> => {
  const { folder, remove } = await copySources([...rooms, 'test/other-programme'])
  await rm(join(folder, 'domain/gicc'), { recursive: true })
  for (const [file, text] of Object.entries(programmeFiles)) {
    await mkdir(dirname(join(folder, file)), { recursive: true })
    await writeFile(join(folder, file), `${text}\n`)
  }
  return { folder, remove, module: (file) => import(join(folder, file)) }
}
