import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { z } from 'zod'
import { zipOf } from '../../exhibits/zip-writer.js'
import { verifyInTwo } from '../../cli/evidence/verify-in-two.js'
import { machineClock } from '../../clock/machine-clock.js'
import { exitOf, trustFrom, verifyFile } from '../../verify/main.js'
import { drawn, drawnBy, isLong } from '../support/how-much.js'
import { resealed, signer } from './a-ledger.js'
import { aToldLedger } from './forgeries/a-told-ledger.js'
import { auditorsProgram } from './forgeries/auditors-program.js'
import type { EvidenceFiles, Forgery } from './forgeries/forging.js'
import { forgeriesOfContainers } from './forgeries/of-containers.js'
import { forgeriesOfEntries } from './forgeries/of-entries.js'
import { forgeriesOfExhibits } from './forgeries/of-exhibits.js'
import { forgeriesOfFiles } from './forgeries/of-files.js'
import { forgeriesOfKeys } from './forgeries/of-keys.js'
import { forgeriesOfManifest } from './forgeries/of-manifest.js'
import { forgeriesOfProofs } from './forgeries/of-proofs.js'
import { forgeriesOfStatements } from './forgeries/of-statements.js'
import { forgeriesOfVersions } from './forgeries/of-versions.js'

let ledger: Awaited<ReturnType<typeof aToldLedger>>
let folder: string
/** The program that somebody wrote from docs/evidence-format.md alone; undefined where there is no Go. */
let byAuditor: ReturnType<typeof auditorsProgram>
beforeAll(async () => {
  ledger = await aToldLedger('forgeries')
  folder = mkdtempSync(join(tmpdir(), 'cornerstone-forgeries-'))
  byAuditor = auditorsProgram(join(folder, 'auditor'))
}, 300_000)
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await ledger.close()
})

const runner = fileURLToPath(new URL('./forgeries/run-program.mjs', import.meta.url))
const program = fileURLToPath(new URL('../../verify/verify-evidence.mjs', import.meta.url))
const trusts = ['nothing', 'kept', 'key'] as const
type Trusted = (typeof trusts)[number]

/** What is brought along to a forgery: all three in the long form, each in its turn in the short one. */
const brought = (number: number): readonly Trusted[] =>
  trusts.filter((_, at) => isLong || at === number % trusts.length)

/** A file with what is brought to it, and how both programs end over it. */
interface Case {
  readonly says: string
  readonly file: string
  readonly trust: Trusted
  readonly keys?: readonly string[]
}

interface Ended {
  readonly code: number
  readonly checks: readonly string[]
  readonly keysFrom?: string | undefined
  readonly first: string
}

const Told = z.object({
  faults: z.array(z.object({ check: z.string(), says: z.object({ en: z.string(), 'zh-CN': z.string() }) })),
  keysFrom: z.string().optional(),
})
const endedWith = (code: number, verdict: z.infer<typeof Told>): Ended => ({
  code,
  checks: verdict.faults.map(({ check }) => check),
  keysFrom: verdict.keysFrom,
  first: verdict.faults[0]?.says.en ?? '',
})

const broughtTo = ({ trust, keys = [signer.verifierKey] }: Case) => ({
  checkpoints: trust === 'kept' ? [ledger.kept] : [],
  keys: trust === 'key' ? keys : [],
})

/** The program of the file, in one process for all of them. */
const byProgram = (cases: readonly Case[]): readonly Ended[] => {
  const runs = cases.map((one) => {
    const { checkpoints, keys } = broughtTo(one)
    const given = [...checkpoints.flatMap((text) => ['--checkpoint', text]), ...keys.flatMap((key) => ['--key', key])]
    return [one.file, '--json', ...given]
  })
  const out = execFileSync(process.execPath, [runner], {
    input: JSON.stringify({ program, runs }),
    maxBuffer: 1024 ** 3,
    env: {},
  })
  return z
    .array(z.object({ code: z.number(), said: z.string() }))
    .parse(JSON.parse(out.toString('utf8')))
    .map(({ code, said }) => endedWith(code, Told.parse(JSON.parse(said))))
}

/** The same files by the program of an auditor who knew nothing of ours but the page; undefined where there is no Go. */
const askAuditor = (cases: readonly Case[]): ReturnType<NonNullable<typeof byAuditor>> | undefined =>
  byAuditor?.(cases.map((one) => ({ file: one.file, ...broughtTo(one) })))

const byCli = async (one: Case): Promise<Ended> => {
  const verdict = await verifyFile(one.file, (files) => verifyInTwo(files, trustFrom(broughtTo(one))))
  return endedWith(exitOf(verdict), Told.parse(verdict))
}

const written = (name: string, bytes: Buffer): string => {
  const file = join(folder, `${name}.zip`)
  writeFileSync(file, bytes)
  return file
}
const zipped = (files: EvidenceFiles): Buffer => zipOf(files, machineClock())

const forged = ({ of = 'base', by, does }: Forgery): EvidenceFiles => {
  const files = does(ledger.honest[of], ledger.honest)
  return by === 'api' ? resealed(files, of === 'rotated' ? ledger.signers.at(-1) : signer) : files
}

test.each(['base', 'programme', 'earlier', 'rotated'] as const)(
  'an honest file is sound for both programs, whatever is brought along: %s',
  async (of) => {
    const file = written(of, zipped(ledger.honest[of]))
    const keys = of === 'rotated' ? ledger.keys : [signer.verifierKey]
    const cases = trusts.map((trust): Case => ({ says: of, file, trust, keys }))
    const sound = { code: 0, checks: [], first: '' }
    const from = [{ keysFrom: 'file' }, { keysFrom: 'kept' }, { keysFrom: 'given' }]
    expect(byProgram(cases)).toEqual(from.map((one) => ({ ...sound, ...one })))
    expect(await Promise.all(cases.map(byCli))).toEqual(from.map((one) => ({ ...sound, ...one })))
    expect(askAuditor(cases) ?? from.map((one) => ({ code: 0, ...one }))).toMatchObject(
      from.map((one) => ({ code: 0, ...one })),
    )
  },
  60_000,
)

const tables = [
  { of: 'entries and their order', all: forgeriesOfEntries },
  { of: 'proofs, histories, tables and rules', all: forgeriesOfProofs },
  { of: 'keys and checkpoints', all: forgeriesOfKeys },
  { of: 'statements', all: forgeriesOfStatements },
  { of: 'texts and papers', all: forgeriesOfFiles },
  { of: 'exhibits', all: forgeriesOfExhibits },
  { of: 'versions of a text', all: forgeriesOfVersions },
  { of: 'manifest and state', all: forgeriesOfManifest },
]

test('there are more than a hundred and fifty forgeries, each of another kind', () => {
  const all = [...tables.flatMap(({ all: some }) => some), ...forgeriesOfContainers].map(({ says }) => says)
  expect(all.length).toBeGreaterThan(150)
  expect(all.filter((one, at) => all.indexOf(one) !== at)).toEqual([])
})

/** Of a table of more than a dozen a third is tried: which, the day draws. */
const triedOf = (of: string, all: readonly Forgery[]): readonly Forgery[] =>
  drawn(all, { short: all.length > 12 ? Math.ceil(all.length / 3) : all.length, of })
const tried = tables.map(({ of, all }) => {
  const some = triedOf(of, all)
  return { of, all: some, some: `${some.length} of ${all.length}, drawn by ${drawnBy}` }
})

test.each(tried)(
  'none of them passes, with either program, whatever is brought along: $of ($some)',
  async ({ all }) => {
    const cases = all.flatMap((forgery, number) => {
      const file = written(`${number}`, zipped(forged(forgery)))
      const keys = forgery.of === 'rotated' ? { keys: ledger.keys } : {}
      return brought(number).map((trust) => ({ forgery, says: forgery.says, file, trust, ...keys }))
    })
    const inProgram = byProgram(cases)
    const auditors = askAuditor(cases)
    const missed: string[] = []
    for (const [at, one] of cases.entries()) {
      for (const [by, ended] of [['program', inProgram[at]] as const, ['cli', await byCli(one)] as const])
        if (!isCaught({ ...one, by, ended })) missed.push(`${one.says} (${by}, ${one.trust}): ${JSON.stringify(ended)}`)
      const auditor = auditors?.[at]
      if (auditor !== undefined && (auditor.code === 0) !== (inProgram[at]?.code === 0))
        missed.push(`${one.says} (auditor, ${one.trust}): ${JSON.stringify(auditor)}`)
    }
    expect(missed).toEqual([])
  },
  300_000,
)

interface Looked {
  readonly forgery: Forgery
  readonly trust: Trusted
  readonly by: 'program' | 'cli'
  readonly ended: Ended | undefined
}

const isCaught = ({ forgery, trust, by, ended }: Looked): boolean => {
  if (ended === undefined) return false
  if (forgery.onlyFromOutside === true && trust === 'nothing') return ended.code === 0 && ended.keysFrom === 'file'
  if (forgery.onlyByCli === true && by === 'program') return ended.code === 0
  const told: readonly string[] = ended.checks
  return ended.code > 0 && forgery.caught.some((check) => told.includes(check))
}

test('a container that is none of ours gets one verdict and exit code 2 from both programs, and breaks neither', async () => {
  const zip = zipped(ledger.honest.base)
  const cases = forgeriesOfContainers.map(({ says, does }, number): Case => {
    return { says, file: written(`container-${number}`, does(zip, ledger.honest.base)), trust: 'nothing' }
  })
  const inProgram = byProgram(cases)
  const auditors = askAuditor(cases)
  const missed: string[] = []
  for (const [at, one] of cases.entries()) {
    for (const ended of [inProgram[at], await byCli(one)])
      if (ended?.code !== 2 || ended.checks.join() !== 'file') missed.push(`${one.says}: ${JSON.stringify(ended)}`)
    if ((auditors?.[at]?.code ?? 2) !== 2) missed.push(`${one.says} (auditor): ${JSON.stringify(auditors?.[at])}`)
  }
  expect(missed).toEqual([])
}, 120_000)
