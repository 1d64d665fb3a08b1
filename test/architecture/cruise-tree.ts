import { resolve } from 'node:path'
import type { ICruiseResult } from 'dependency-cruiser'
import { runTool } from './run-tool.js'

/** Cruises a folder as if it were the root of the house, under the house's own rules. */
export const cruiseTree = async (folder: string): Promise<ICruiseResult> => {
  const told = await runTool(folder, [
    'dependency-cruiser/bin/dependency-cruise.mjs',
    '--config',
    resolve('.dependency-cruiser.mjs'),
    '--ts-config',
    resolve('tsconfig.json'),
    '--output-type',
    'json',
    '.',
  ])
  // eslint-disable-next-line @typescript-eslint/no-unsafe-return -- the report is as the cruiser's own types describe it
  return JSON.parse(told)
}

/** The names of the rules in force, so that a test can ask whether each one has been seen to fail. */
export const ruleNames = (result: ICruiseResult): readonly string[] =>
  (result.summary.ruleSetUsed?.forbidden ?? []).map(({ name }) => name ?? 'a rule without a name')
