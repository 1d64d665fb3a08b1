import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { openTree, type TreeUnderTest } from './a-tree.js'

/** Which function of `measured-form.ts` changes the steps. */
type Measuring = 'withForm' | 'withoutForm'

/** What a copy needs nothing of: what is installed is shared, and what was made there stays there. */
const left = ['node_modules', 'test', 'docs']
const table = 'export const steps: Readonly<Record<StepKey, StepTelling>> = {'
const after = 'export const stepsInFull'

/**
 * A copy of this tree in which the measured steps have a form, or none; it goes with the program. Its processes are built from its sources,
 * so that nothing but the rules differs. Refuses where the rules are not put together as it expects.
 */
export const openMeasured = async (by: Measuring): Promise<TreeUnderTest> => {
  const folder = mkdtempSync(join(tmpdir(), 'cornerstone-measured-'))
  const here = process.cwd()
  for (const name of readdirSync(here))
    if (!left.includes(name) && !name.startsWith('.')) cpSync(join(here, name), join(folder, name), { recursive: true })
  symlinkSync(join(here, 'node_modules'), join(folder, 'node_modules'))
  const rules = join(folder, 'domain', 'gicc', 'steps.ts')
  const text = readFileSync(rules, 'utf8')
  if (!text.includes(table) || !text.includes(after))
    throw new Error(`${rules} does not put its steps together by ${table}.`)
  const measured = text
    .replace(table, table.replace('export const steps', 'const unmeasured'))
    .replace(after, `export const steps = ${by}(unmeasured)\n${after}`)
  writeFileSync(rules, `import { ${by} } from '../../bench/measured-form.js'\n${measured}`)
  const tree = await openTree(folder, ['--measured'])
  const close = async (): Promise<void> => {
    await tree.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return { ...tree, close }
}
