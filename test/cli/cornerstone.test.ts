import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { cornerstone } from '../../cli/program.js'
import { runAlone } from './run-alone.js'

let data = ''
beforeAll(() => {
  data = mkdtempSync(join(tmpdir(), 'cornerstone-cli-'))
})
afterAll(() => rmSync(data, { recursive: true, force: true }))

/** Runs the command line on a data folder where nothing runs. */
const run = (...args: readonly string[]) => runAlone(args, { data })

const verbs = [
  'rehearse',
  'import',
  'open-call',
  'nominate',
  'propose-call',
  'decide-call',
  'convene',
  'move-session',
  'note-session',
  'session',
  'minutes',
  'bases',
  'base',
  'inbox',
  'history',
  'documents',
  'letters',
  'resend',
  'correspondence',
  'figures',
  'form',
  'draft',
  'decide',
  'comment',
  'hold',
  'resume',
  'withdraw',
  'revoke',
  'void',
  'confirm-void',
  'raise',
  'open-record',
  'take-back',
  'add-exhibit',
  'exhibits',
  'get-exhibit',
  'check-exhibit',
  'accept-exhibit',
  'reject-exhibit',
  'conditions',
  'show-condition',
  'check-condition',
  'text',
  'text-diff',
  'text-issues',
  'text-propose',
  'text-comment',
  'text-answer',
  'follow-up',
  'launch-items',
  'since-the-report',
  'ask-third-party',
  'subjects',
  'scan',
  'enter-paper',
  'confirm-paper',
  'refuse-paper',
  'extend',
  'adopt',
  'procedure',
  'delegate',
  'delegations',
  'end-delegation',
  'interest',
  'reassign',
  'grant-seat',
  'confirm-seat',
  'revoke-seat',
  'identify',
  'end-links',
  'sign-ins',
  'end-sign-ins',
  'make-token',
  'tokens',
  'end-token',
  'views',
  'save-view',
  'remove-view',
  'webhooks',
  'make-webhook',
  'end-webhook',
  'deliveries',
  'redeliver',
  'remind',
  'hand-over',
  'found',
  'register',
  'erase',
  'hold-records',
  'release-records',
  'holds',
  'retention',
  'add-organisation',
  'add-place',
  'add-category',
  'add-names',
  'confirm-correction',
  'propose-rules',
  'preview-rules',
  'confirm-rules',
  'proposals',
  'withdraw-proposal',
  'why',
  'options',
  'as-of',
  'portfolio',
  'diff',
  'times',
  'draw-substitutes',
  'slots',
  'token',
  'check-ten',
  'refused-attempts',
  'access-log',
  'exceptions',
  'evidence',
  'checkpoint',
  'verify',
  'subscribe',
  'unsubscribe',
  'reconcile',
  'stuck',
  'revive',
  'retry',
  'skip',
  'doctor',
]

test('every verb is there, takes --json and teaches with an example', () => {
  const program = cornerstone()
  expect(program.commands.map((verb) => verb.name())).toEqual(verbs)
  for (const verb of program.commands) {
    expect(verb.options.map(({ long }) => long)).toContain('--json')
    let help = ''
    verb.configureOutput({ writeOut: (text) => (help += text) }).outputHelp()
    expect(help).toContain(`  npm run -s cornerstone -- ${verb.name()}`)
  }
})

test('help ends well and says which exit codes there are', async () => {
  const { code, out } = await run('--help')
  expect(code).toBe(0)
  expect(out).toContain('Exit codes: 0 done, 1 refused, 2 used wrongly, 3 nothing to speak to.')
})

test('whoever stops reading early ends the verb, and nothing went wrong', async () => {
  expect(await runAlone(['--help'], { data, isCutShort: true })).toEqual({ code: 0, out: '', said: '' })
  expect(await runAlone(['frob'], { data, isCutShort: true })).toEqual({ code: 2, out: '', said: '' })
})

test.each([
  ['an unknown verb', ['frob'], "unknown command 'frob'"],
  ['a missing argument', ['base'], "missing required argument 'id'"],
  ['a stage that is none', ['bases', '--stage', 'party'], 'Allowed choices are nomination, due_diligence'],
  ['too many years', ['rehearse', 'C09-yueqing', '--years', '21'], 'allowed is a whole number from 0 to 20'],
  [
    'a cluster that is not in the sample',
    ['rehearse', 'X01'],
    'there is no sample cluster X01; one of W01-silicon-valley',
  ],
  ['a rehearsal of nothing', ['rehearse'], 'no cluster is named; a cluster id, --script FILE or --all'],
  [
    'a moment that is none',
    ['exceptions', '--from', 'yesterday'],
    'allowed is a date such as 2027-03-01, or an instant',
  ],
  [
    'a second file beside the first',
    ['history', 'x', '--csv', 'a', '--pdf', 'b'],
    "'--pdf <file>' cannot be used with",
  ],
  ['a file that is not there', ['rehearse', '--script', 'nowhere.json'], 'nowhere.json cannot be read'],
])('%s is a wrong use: one line on standard error, exit 2', async (_case, args, line) => {
  const { code, out, said } = await run(...args)
  expect(code).toBe(2)
  expect(out).toBe('')
  expect(said).toContain(line)
  expect(said.trim().split('\n')).toHaveLength(1)
})

test('a script that is no story is refused by the field that does not fit', async () => {
  const file = join(data, 'story.json')
  writeFileSync(file, JSON.stringify({ about: { en: 'x', 'zh-CN': 'x' }, cluster: 'C09-yueqing', late: { '3.5': {} } }))
  const { code, said } = await run('rehearse', '--script', file)
  expect(code).toBe(2)
  expect(said).toContain('late.3.5.days')
})

test('a verb that needs a running programme says so, with the fix, and exits 3', async () => {
  const { code, said } = await run('bases', '--json')
  expect(code).toBe(3)
  expect(said.trim()).toBe(
    `cornerstone: nothing runs on ${data}; this verb needs a running programme; start it with \`npm start\`, or name one with CORNERSTONE_API_URL`,
  )
})

test('the doctor names what is missing and what to do about it', async () => {
  const { code, out } = await run('doctor', '--json')
  expect(code).toBe(3)
  expect(JSON.parse(out)).toMatchObject({
    findings: expect.arrayContaining([
      {
        what: 'API',
        well: false,
        found: 'nothing runs on this data folder',
        fix: 'start the programme with `npm start`',
      },
    ]),
  })
})

test('a wrong setting is a wrong use', async () => {
  expect(await runAlone(['bases'], { data, api: 'not an address' })).toMatchObject({ code: 2 })
})
