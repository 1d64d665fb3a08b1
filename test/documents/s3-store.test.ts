import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { keyOf } from '../../documents/document-store.js'
import { createS3Store } from '../../documents/s3-store.js'
import { keepsTheContract } from './document-store-contract.js'
import { findVersityGateway, startS3Server, type S3Server } from './s3-server.js'

const program = await findVersityGateway()

if (program === undefined) {
  // Jest prints no name of a suite that is skipped whole.
  process.stderr.write('S3 store: SKIPPED, versitygw is not here; CORNERSTONE_TEST_S3=true builds it\n')
  // eslint-disable-next-line no-restricted-syntax -- where the server is not here, that is said aloud, not hidden
  test.skip('S3 store: SKIPPED, versitygw is not here; CORNERSTONE_TEST_S3=true builds it', () => undefined)
} else {
  describe('against versitygw', () => withServer(program))
}

function withServer(path: string) {
  let server: S3Server
  let store: ReturnType<typeof createS3Store>

  beforeAll(async () => {
    server = await startS3Server(path)
    store = createS3Store(server.options)
  })

  afterAll(async () => {
    store.close()
    await server.stop()
  })

  keepsTheContract('S3 store', {
    store: () => store,
    damage: (sha256) => writeFile(join(server.folder, keyOf(sha256)), 'something else'),
  })

  test('S3 store: what lies there is never written over, not even by the same name', async () => {
    const { sha256 } = await store.put(new TextEncoder().encode('the first'))
    await writeFile(join(server.folder, keyOf(sha256)), 'changed behind its back')
    await store.put(new TextEncoder().encode('the first'))
    expect(await readFile(join(server.folder, keyOf(sha256)), 'utf8')).toBe('changed behind its back')
  })

  test('S3 store: a bucket that is not there, or a wrong key, is a fault and never a missing document', async () => {
    const elsewhere = createS3Store({ ...server.options, bucket: 'nowhere' })
    const locked = createS3Store({ ...server.options, secretAccessKey: 'wrong' })
    for (const broken of [elsewhere, locked]) {
      await expect(broken.get('a'.repeat(64))).rejects.toMatchObject({ name: 'DocumentStoreFault' })
      await expect(broken.put(new Uint8Array([1]))).rejects.toMatchObject({ name: 'DocumentStoreFault' })
      await expect(broken.check()).rejects.toMatchObject({ name: 'DocumentStoreFault' })
      broken.close()
    }
  })
}
