import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { connect } from '../../db/connect.js'
import { makeCheckpoint } from '../../db/log/checkpoint.js'
import { makeSignerKey, readSigner } from '../../db/log/note.js'
import { textOf } from '../../db/cosigning/notes.js'
import { anAuthority, stampBy } from '../stamps/an-authority.js'
import { aNominatedBase } from '../support/a-base.js'
import { recordSigned } from '../verify/a-ledger.js'
import { anApi } from './an-api.js'
import type { AnApi } from './an-api.js'

const run = promisify(execFile)
let api: AnApi
let address: string
let folder: string
beforeAll(async () => {
  api = await anApi('the page for auditors')
  await recordSigned(api.parts.db, aNominatedBase())
  const sequencer = connect(api.sequencerUrl, { max: 1 })
  await makeCheckpoint(sequencer, { signers: [readSigner(makeSignerKey('example.org/gasme'))], atOnce: true })
  await sequencer.destroy()
  address = await api.app.listen({ port: 0, host: '127.0.0.1' })
  folder = await mkdtemp(join(tmpdir(), 'cornerstone-page-'))
})
afterAll(async () => {
  await rm(folder, { recursive: true })
  await api.close()
})

test('the lines of the page hand in a stamp as they stand', async () => {
  const page = await readFile('docs/how-to/keep-checkpoints.md', 'utf8')
  const lines = [...page.matchAll(/```sh\n([^`]+)```/g)].map(([, block = '']) => block)
  const handIn = lines.find((block) => block.includes('/attestations')) ?? ''
  const { note }: { note: string } = (await api.app.inject({ url: '/checkpoints/latest' })).json()
  const authority = await anAuthority({ name: 'Time of the land' })
  await writeFile(join(folder, 'kept.txt'), note)
  await writeFile(
    join(folder, 'stamp.tsr'),
    await stampBy(authority, { text: textOf(note), at: '2027-03-01T09:00:00Z' }),
  )
  const { authorization = '' } = await api.write('p-au-1')
  const env = {
    ...process.env,
    CORNERSTONE_API_URL: address,
    CORNERSTONE_TOKEN: authorization.replace(/^Bearer /, ''),
    NO_PROXY: '127.0.0.1',
  }
  await run('sh', ['-c', handIn], { cwd: folder, env })
  expect((await api.app.inject({ url: '/checkpoints/latest' })).json()).toMatchObject({
    attestations: [{ kind: 'rfc3161', name: 'tsa.example.org' }],
  })
})
