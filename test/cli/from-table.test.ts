import { readdirSync, readFileSync } from 'node:fs'
import { beforeAll, expect, test } from '@jest/globals'
import { z } from 'zod'
import { acting } from '../../api/contract/commands/acting.js'
import { bodies } from '../../api/contract/commands/bodies.js'
import type { CommandEntry } from '../../api/contract/commands/entry.js'
import { conditions } from '../../api/contract/commands/conditions.js'
import { exhibits } from '../../api/contract/commands/exhibits.js'
import { paper } from '../../api/contract/commands/paper.js'
import { calls, seating } from '../../api/contract/commands/programme.js'
import { onHold, records } from '../../api/contract/commands/records.js'
import { publishing, withdrawing } from '../../api/contract/commands/publishing.js'
import { confirmingCorrections, registering } from '../../api/contract/commands/register.js'
import { returning } from '../../api/contract/commands/returning.js'
import { rules } from '../../api/contract/commands/rules.js'
import { thirdParties } from '../../api/contract/commands/third-parties.js'
import { timing } from '../../api/contract/commands/timing.js'
import { lending, who } from '../../api/contract/commands/who.js'
import { cornerstone } from '../../cli/program.js'
import { askedBy } from '../../cli/verbs/from-table.js'
import { openApiDocument } from '../../tools/openapi.js'

const onBases = {
  ...acting,
  ...returning,
  ...timing,
  ...rules,
  ...bodies,
  ...paper,
  ...exhibits,
  ...conditions,
  ...thirdParties,
  ...who,
}
const onProgrammes = {
  ...lending,
  ...calls,
  ...seating,
  ...records,
  ...onHold,
  ...registering,
  ...confirmingCorrections,
  ...publishing,
  ...withdrawing,
}
const table: Readonly<Record<string, CommandEntry>> = { ...onBases, ...onProgrammes }

const Operation = z.looseObject({ summary: z.string(), tags: z.array(z.string()) })
const Operations = z.record(z.string(), z.looseObject({ post: Operation.optional() }))
type Operations = z.infer<typeof Operations>

let operations: Operations = {}
beforeAll(async () => {
  operations = z.looseObject({ paths: Operations }).parse(JSON.parse(await openApiDocument.make())).paths
})

/** What the API or the command line does not have of a command of the table, each in a line. */
const missing = (name: string, { path, summary, tag, verb }: CommandEntry): readonly string[] => {
  const operation = operations[path.replaceAll(/:(\w+)/g, '{$1}')]?.post
  const verbs = cornerstone().commands.map((command) => command.name())
  return [
    ...(operation?.summary === summary && operation.tags.join() === tag ? [] : [`${name} has no route ${path}`]),
    ...(verb === undefined || verbs.includes(wordOf(verb.usage)) ? [] : [`${name} has no verb ${verb.usage}`]),
  ]
}
const wordOf = (usage: string): string => usage.split(' ', 1)[0] ?? ''

test('every command of the table has its route, its operation in the document and its verb', () => {
  expect(Object.entries(table).flatMap(([name, entry]) => missing(name, entry))).toEqual([])
})

test('a command that is in the table alone is found by name, with what it lacks', () => {
  const path = '/bases/:id/gifts'
  const verb = { usage: 'give <base>', says: 'Give.', examples: [] }
  expect(missing('give', { ...acting.hold, path, verb })).toEqual([
    'give has no route /bases/:id/gifts',
    'give has no verb give <base>',
  ])
})

test('this test knows every command that stands in the folder of the table', () => {
  const folder = 'api/contract/commands'
  const written = readdirSync(folder).flatMap(
    (file) => readFileSync(`${folder}/${file}`, 'utf8').match(/^ +(\{ .*)?path: '.*'/gm) ?? [],
  )
  expect(Object.keys(table)).toHaveLength(written.length)
})

/** The words of an example as a shell hands them over, without who acts. */
const typedIn = (example: string): readonly string[] =>
  [
    ...example
      .replace(/ --as \S+/, '')
      .replaceAll('<sha256>', 'a'.repeat(64))
      .matchAll(/"([^"]*)"|(\S+)/g),
  ].map(([, quoted, plain = '']) => quoted ?? plain)

/** Where a verb sends what, when an example of it is typed. */
const askedIn = (entry: CommandEntry, example: string) => {
  const program = cornerstone()
  const command = program.commands.find((one) => one.name() === wordOf(example))
  let asked = { to: '', body: {} }
  command?.action(() => {
    asked = askedBy(command, entry)
  })
  program.parse(typedIn(example.replace(/ +#.*/, '')), { from: 'user' })
  const body: unknown = JSON.parse(JSON.stringify(asked.body))
  return { to: asked.to, body }
}

const examples = Object.values(table).flatMap((entry) =>
  (entry.verb?.examples ?? []).map((example) => ({ entry, example })),
)

test.each(examples)('what is sent by `$example` fits the route', ({ entry, example }) => {
  const { to, body } = askedIn(entry, example)
  expect(to).toMatch(new RegExp(`^${entry.path.replaceAll(/:\w+/g, '[\\w.%-]+')}$`))
  expect(entry.body.safeParse(body)).toMatchObject({ success: true })
})

test('what a verb sends is what was typed, each thing in its place', () => {
  expect(askedIn(who.declare_interest, 'interest gasme-C09-yueqing-1 --kind indirect --of p-cm-4')).toEqual({
    to: '/bases/gasme-C09-yueqing-1/interests',
    body: { kind: 'indirect', person: 'p-cm-4' },
  })
  expect(askedIn(lending.delegate, 'delegate LC --to p-lc-4 --until 2027-03-31 --steps 3.2b 3.3a --base b-1')).toEqual({
    to: '/programmes/gasme/delegations',
    body: { role: 'LC', to: 'p-lc-4', until: '2027-03-31', steps: ['3.2b', '3.3a'], base: 'b-1' },
  })
  expect(
    askedIn(seating.grant_mandates, 'grant-seat CLO --to p-9 --organisation o-9 --base b-1 --from 2027-03-01'),
  ).toEqual({
    to: '/programmes/gasme/mandates',
    body: { mandates: [{ role: 'CLO', person: 'p-9', organisation: 'o-9', base: 'b-1', from: '2027-03-01' }] },
  })
  expect(askedIn(seating.convene_session, 'convene 2027-06 --programme other --bases b-1 b-2')).toEqual({
    to: '/programmes/other/sessions',
    body: { session: '2027-06', bases: ['b-1', 'b-2'] },
  })
  expect(askedIn(acting.comment, 'comment b/1 "map received" --step 1.4a.1')).toEqual({
    to: '/bases/b%2F1/comments',
    body: { text: 'map received', step: '1.4a.1' },
  })
  expect(
    askedIn(returning.raise, 'raise b-1 --matter change --code GOV --reason joined --change boundary --share 0.12'),
  ).toEqual({
    to: '/bases/b-1/matters',
    body: { matter: 'change', code: 'GOV', reason: 'joined', facts: { change: 'boundary', share: 0.12 } },
  })
})

test('an example that sends what its route does not take is found', () => {
  const { body } = askedIn(timing.extend, 'extend gasme-C09-yueqing-1 2.2b.1 --days ten --code DAT --reason late')
  expect(timing.extend.body.safeParse(body)).toMatchObject({ success: false })
})
