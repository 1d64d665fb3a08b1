import { beforeAll, expect, test } from '@jest/globals'
import type { ICruiseResult } from 'dependency-cruiser'
import { cruiseTree, ruleNames } from './cruise-tree.js'

const sandboxPackages = /(^|\/)node_modules\/@temporalio\/(workflow|common)\//

/** `broken` is the twin: a small tree that breaks each rule on purpose and has lawful imports beside. */
let house: ICruiseResult
let broken: ICruiseResult

// Every file of the tree is read and resolved, which takes a minute where the machine has other work.
beforeAll(async () => {
  house = await cruiseTree('.')
  broken = await cruiseTree('test/architecture/fixtures/directions')
}, 240_000)

test('the house keeps every direction of dependency', () => {
  expect(house.summary.totalCruised).toBeGreaterThan(10)
  expect(violationsOf(house)).toEqual([])
})

test('a workflow runs nothing but workflows, the domain and the workflow packages', () => {
  const reached = runFrom(house, /^(workflows|domain)\//)
  expect(reached.filter((path) => !/^(workflows|domain)\//.test(path) && !sandboxPackages.test(path))).toEqual([])
})

test('each rule is seen to fail once, at the file that breaks it', () => {
  expect(violationsOf(broken).join('\n')).toMatchInlineSnapshot(`
   "activities-knows-only-its-neighbours: activities/asks-the-api.ts -> api/server.ts
   activities-runs-only-its-own-packages: activities/opens-a-pool.ts -> pg
   api-is-a-client-of-temporal: api/starts-a-worker.ts -> @temporalio/worker
   api-knows-only-its-neighbours: api/sends-a-letter.ts -> mail/smtp.ts
   api-runs-only-messages-of-workflows: api/runs-a-story.ts -> workflows/runs-an-activity.ts
   cli-knows-only-its-neighbours: cli/reads-a-table.ts -> db/bases.ts
   clock-knows-only-its-neighbours: clock/reads-a-table.ts -> db/bases.ts
   config-knows-only-its-neighbours: config/asks-the-database.ts -> db/bases.ts
   contract-knows-only-the-domain: api/contract/reads-a-table.ts -> db/bases.ts
   db-knows-only-its-neighbours: db/sends-a-letter.ts -> mail/smtp.ts
   db-runs-only-its-own-packages: db/starts-a-workflow.ts -> @temporalio/client
   documents-knows-only-its-neighbours: documents/reads-a-table.ts -> db/bases.ts
   documents-runs-only-its-own-packages: documents/sends-itself.ts -> nodemailer
   domain-imports-nothing: domain/reads-a-file.ts -> fs
   exhibits-knows-only-its-neighbours: exhibits/reads-a-table.ts -> db/bases.ts
   exhibits-runs-only-its-own-packages: exhibits/asks-the-database.ts -> pg
   mail-knows-only-its-neighbours: mail/reads-a-table.ts -> db/bases.ts
   mail-runs-only-its-own-packages: mail/asks-the-database.ts -> pg
   no-broken-import: tools/imports-nothing-there.js -> ./gone.js
   no-cycles: domain/first-of-a-pair.ts -> domain/second-of-a-pair.ts
   no-cycles: domain/named-by-its-reader.ts -> domain/names-its-reader.ts
   no-development-package-in-the-product: config/uses-a-test-tool.ts -> fast-check
   no-orphans: domain/forgotten.ts -> domain/forgotten.ts
   no-unlisted-package: tools/uses-what-came-along.js -> acorn
   nobody-imports-test: tools/borrows-from-test.ts -> test/support/people.ts
   only-processes-run-config: api/reads-settings.ts -> config/settings.ts
   only-pure-cores-leave-the-sandbox: workers/cores.ts -> workflows/runs-an-activity.ts
   reconciliation-knows-only-its-neighbours: reconciliation/reads-a-table.ts -> db/bases.ts
   stamps-knows-only-its-neighbours: stamps/reads-a-table.ts -> db/bases.ts
   stamps-runs-only-its-own-packages: stamps/asks-the-database.ts -> pg
   verify-stands-alone: verify/reads-a-table.ts -> db/bases.ts
   web-knows-only-its-neighbours: web/reads-a-table.ts -> db/bases.ts
   web-runs-only-its-own-packages: web/asks-the-database.ts -> pg
   workers-knows-only-its-neighbours: workers/imports-the-api.ts -> api/server.ts
   workers-run-only-messages-of-workflows: workers/runs-a-story.ts -> workflows/runs-an-activity.ts
   workflows-name-only-activities: workflows/names-a-table.ts -> db/bases.ts
   workflows-run-only-the-domain: workflows/parses-with-zod.ts -> zod
   workflows-run-only-the-domain: workflows/runs-an-activity.ts -> activities/letters.ts"
  `)
})

test('no rule is without a file that breaks it', () => {
  expect(ruleNames(house).length).toBeGreaterThan(25)
  expect(new Set(broken.summary.violations.map(({ rule }) => rule.name))).toEqual(new Set(ruleNames(house)))
})

test('a workflow that runs what it should only name is found to reach the database and the mail', () => {
  const reached = runFrom(broken, /^workflows\/runs-an-activity/)
  expect(reached.filter((path) => /^(mail|db)\//.test(path))).toEqual(['db/bases.ts', 'mail/smtp.ts'])
})

const violationsOf = (result: ICruiseResult): readonly string[] =>
  result.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${packageOf(to)}`).sort()

/** Everything that files whose path fits `start` run, directly or through others; a type-only import runs nothing. */
const runFrom = (result: ICruiseResult, start: RegExp): readonly string[] => {
  const imports = new Map(result.modules.map((module) => [module.source, module.dependencies] as const))
  const reached = new Set(result.modules.map(({ source }) => source).filter((source) => start.test(source)))
  for (const source of reached) {
    const run = (imports.get(source) ?? []).filter(({ dependencyTypes }) => !dependencyTypes.includes('type-only'))
    run.forEach(({ resolved }) => reached.add(resolved))
  }
  return [...reached].sort()
}

/** A path inside a package changes with every release, so only the package's name is kept. */
const packageOf = (path: string): string => /(?<=node_modules\/)(@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? path
