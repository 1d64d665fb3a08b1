import { execFile, spawn } from 'node:child_process'
import { access, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { homedir, tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import type { S3StoreOptions } from '../../documents/s3-store.js'

/** The S3 server the store is tested against: it checks a wrong SHA-256 and honours If-None-Match. */
const version = '1.8.0'

/** The program, found on the PATH or in the per-user cache, or built into it when CORNERSTONE_TEST_S3 is true. */
export const findVersityGateway = async (): Promise<string | undefined> => {
  const cache = join(homedir(), '.cache', 'cornerstone', `versitygw-${version}`)
  const places = [...(process.env['PATH'] ?? '').split(delimiter), cache].map((place) => join(place, 'versitygw'))
  for (const place of places) if (await isThere(place)) return place
  if (process.env['CORNERSTONE_TEST_S3'] !== 'true') return undefined
  await mkdir(cache, { recursive: true })
  const source = `github.com/versity/versitygw/cmd/versitygw@v${version}`
  await promisify(execFile)('go', ['install', '-ldflags', '-s -w', source], { env: { ...process.env, GOBIN: cache } })
  return join(cache, 'versitygw')
}

export interface S3Server {
  readonly options: S3StoreOptions
  /** The folder the server keeps the bucket's objects in. */
  readonly folder: string
  readonly stop: () => Promise<void>
}

export const startS3Server = async (program: string): Promise<S3Server> => {
  const root = await mkdtemp(join(tmpdir(), 'cornerstone-s3-'))
  const bucket = 'documents'
  await mkdir(join(root, bucket))
  const port = await freePort()
  const keys = { accessKeyId: 'tester', secretAccessKey: 'tester-secret' }
  const account = ['--access', keys.accessKeyId, '--secret', keys.secretAccessKey]
  const server = spawn(program, ['--port', `127.0.0.1:${port}`, '--quiet', ...account, 'posix', root], {
    stdio: 'ignore',
  })
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  await answering(port)
  return {
    options: { bucket, region: 'us-east-1', endpoint: `http://127.0.0.1:${port}`, ...keys },
    folder: join(root, bucket),
    stop: async () => {
      server.kill()
      await ended
      await rm(root, { recursive: true, force: true })
    },
  }
}

const isThere = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  )

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port'))))
    })
  })

/** Any HTTP answer will do, a refusal too. */
const answering = async (port: number, tries = 100): Promise<void> => {
  const answered = await fetch(`http://127.0.0.1:${port}/`).catch(() => undefined)
  if (answered !== undefined) return
  if (tries === 0) throw new Error(`the S3 server did not answer on port ${port} within ten seconds`)
  await new Promise((resolve) => setTimeout(resolve, 100))
  await answering(port, tries - 1)
}
