import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { sql } from 'kysely'
import { machineClock } from '../../clock/machine-clock.js'
import { zipOf } from '../../exhibits/zip-writer.js'
import { aLedger, evidenceFrom, signer, verdictOn, yueqing } from './a-ledger.js'
import { auditorsProgram } from './forgeries/auditors-program.js'
import { tampered, type Tampering } from './tampering.js'

let ledger: Awaited<ReturnType<typeof aLedger>>
let folder: string
let byAuditor: ReturnType<typeof auditorsProgram>
beforeAll(async () => {
  ledger = await aLedger('a broken version')
  folder = mkdtempSync(join(tmpdir(), 'cornerstone-broken-version-'))
  byAuditor = auditorsProgram(join(folder, 'auditor'))
}, 300_000)
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await ledger.close()
})

/** How both programs end over the evidence of a database to which something was done; of an auditor's only where there is Go. */
const endedAfter = async (does: Tampering) => {
  const files = await tampered(ledger.owner, { does: (trx) => does(trx, 0), look: (trx) => evidenceFrom(trx) })
  const file = join(folder, 'evidence.zip')
  writeFileSync(file, zipOf(files, machineClock()))
  const { sound, faults } = verdictOn(files)
  const [auditor] = byAuditor?.([{ file, checkpoints: [], keys: [signer.verifierKey] }]) ?? []
  return { sound, faults, auditor: auditor === undefined ? sound : auditor.code === 0 }
}

const everyVersion: Tampering = async (trx) => {
  const at = sql`length(body) - 8`
  const body = sql<string>`overlay(body placing (case substr(body, ${at}, 1) when 'A' then 'B' else 'A' end) from ${at})`
  const { numUpdatedRows } = await trx.updateTable('text_version').set({ body }).executeTakeFirstOrThrow()
  expect(numUpdatedRows).toBeGreaterThan(0n)
}

test('a version of the text whose seal is broken in the database turns the evidence red for both programs, by name', async () => {
  const { sound, faults, auditor } = await endedAfter(everyVersion)
  expect([sound, auditor]).toEqual([false, false])
  expect(faults.map(({ check, stream }) => [check, stream])).toContainEqual(['documents', yueqing])
  expect(faults[0]?.says.en).toContain('text-versions.ndjson')
})

test('untouched, the same evidence is green for both', async () => {
  const { sound, faults, auditor } = await endedAfter(async () => undefined)
  expect([sound, faults, auditor]).toEqual([true, [], true])
})
