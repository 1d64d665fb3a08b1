import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect as connectTo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createServer, type Server, type TLSSocket } from 'node:tls'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { NativeConnection } from '@temporalio/worker'
import { openTemporalDoor } from '../../api/temporal/door.js'
import { temporalGreeting } from '../../config/temporal-reach.js'
import { aCertificate } from '../support/certificates.js'
import { testTemporal } from '../support/services.js'

type Settings = Parameters<typeof temporalGreeting>[0]

let folder: string
let front: Server
let address: string
let settings: Settings
const open = new Set<TLSSocket>()
const file = (name: string): string => join(folder, name)

/** What stands before this run's Temporal: it speaks TLS alone, and only with who shows a certificate of its authority. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'temporal-tls-'))
  const authority = await aCertificate({ name: 'authority of a test', isAuthority: true })
  const stranger = await aCertificate({ name: 'another authority', isAuthority: true })
  const [server, client, other] = await Promise.all([
    aCertificate({ name: 'temporal', by: authority }),
    aCertificate({ name: 'client', by: authority }),
    aCertificate({ name: 'client', by: stranger }),
  ])
  await Promise.all(
    Object.entries({
      'ca.pem': authority.pem,
      'other-ca.pem': stranger.pem,
      'client.pem': client.pem,
      'client-key.pem': client.keyPem,
      'other.pem': other.pem,
      'other-key.pem': other.keyPem,
    }).map(([name, pem]) => writeFile(file(name), pem)),
  )
  const { temporalAddress } = await testTemporal()
  const [host = '', port = ''] = temporalAddress.split(':')
  front = createServer(
    {
      key: server.keyPem,
      cert: server.pem,
      ca: authority.pem,
      requestCert: true,
      rejectUnauthorized: true,
      ALPNProtocols: ['h2'],
    },
    (socket) => {
      open.add(socket)
      const behind = connectTo(Number(port), host)
      socket.on('error', () => behind.destroy()).on('close', () => behind.destroy())
      behind.on('error', () => socket.destroy())
      socket.pipe(behind).pipe(socket)
    },
  )
  front.on('tlsClientError', () => undefined)
  await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve))
  const at = front.address()
  address = `127.0.0.1:${typeof at === 'object' && at !== null ? at.port : 0}`
  settings = {
    TEMPORAL_TLS: true,
    TEMPORAL_TLS_CA_FILE: file('ca.pem'),
    TEMPORAL_TLS_CERT_FILE: file('client.pem'),
    TEMPORAL_TLS_KEY_FILE: file('client-key.pem'),
    TEMPORAL_TLS_SERVER_NAME: 'temporal',
  }
}, 120_000)
afterAll(async () => {
  for (const socket of open) socket.destroy()
  await new Promise((resolve) => front.close(resolve))
  await rm(folder, { recursive: true })
})

/** Whether the API reaches Temporal by these settings, and whether a worker does. */
const reach = async (of: Settings, { looks = 1 } = {}): Promise<readonly [api: boolean, worker: boolean]> => {
  const greeting = temporalGreeting(of)
  const door = openTemporalDoor({ address, greeting, taskQueue: 'none' })
  let api = await door.isReachable()
  // One look takes two seconds at most, which is little where the machine is busy.
  for (let more = looks; more > 1 && !api; more -= 1) api = await door.isReachable()
  await door.close()
  const worker = await NativeConnection.connect({ address, ...greeting }).then(
    async (connection) => {
      await connection.close()
      return true
    },
    () => false,
  )
  return [api, worker]
}

test('API and workers speak to Temporal over TLS, each with the certificate that the settings name', async () => {
  expect(await reach(settings, { looks: 10 })).toEqual([true, true])
}, 60_000)

const wrongs: readonly (readonly [string, () => Partial<Settings>])[] = [
  ['in clear', () => ({ TEMPORAL_TLS: false })],
  [
    'without a certificate of their own',
    () => ({ TEMPORAL_TLS_CERT_FILE: undefined, TEMPORAL_TLS_KEY_FILE: undefined }),
  ],
  [
    'with one of another authority',
    () => ({ TEMPORAL_TLS_CERT_FILE: file('other.pem'), TEMPORAL_TLS_KEY_FILE: file('other-key.pem') }),
  ],
  ['where the server shows one of another authority', () => ({ TEMPORAL_TLS_CA_FILE: file('other-ca.pem') })],
  ['where the server shows one of another name', () => ({ TEMPORAL_TLS_SERVER_NAME: 'elsewhere' })],
]

test.each(wrongs)(
  '%s they do not',
  async (_, otherwise) => expect(await reach({ ...settings, ...otherwise() })).toEqual([false, false]),
  60_000,
)
