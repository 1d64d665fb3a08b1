import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { makeCosignerKey, readCosigner } from '../../db/cosigning/keys.js'
import { makeSignerKey } from '../../db/log/note.js'
import { runAlone } from './run-alone.js'

let data: string
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'verify-keys-'))
  await writeFile(join(data, 'file.zip'), 'none')
})
afterAll(() => rm(data, { recursive: true, force: true }))

const verify = async (...words: readonly string[]) =>
  await runAlone(['verify', join(data, 'file.zip'), ...words], { data })

test('the key of a witness behind --key ends with 2 and names --witness, typed or in a file', async () => {
  const { verifierKey } = readCosigner(makeCosignerKey('witness.example.org/gasme'))
  const file = join(data, 'witness.txt')
  await writeFile(file, `${verifierKey}\n`)
  for (const given of [verifierKey, file]) {
    const { code, said } = await verify('--key', given)
    expect(code).toBe(2)
    expect(said).toMatch(/this is the key of a witness; .*give it with --witness/)
  }
}, 60_000)

test('a private key is said back by no option', async () => {
  const secret = makeSignerKey('example.org/gasme')
  for (const option of ['--key', '--witness', '--checkpoint', '--authority']) {
    const { code, out, said } = await verify(option, secret)
    expect([option, code]).toEqual([option, 2])
    expect(out + said).not.toContain(secret.slice(-20))
  }
}, 60_000)
