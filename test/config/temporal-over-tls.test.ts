import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect as connectTo, type AddressInfo } from 'node:net'
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
  address = await new Promise((resolve) => {
    front.listen(0, '127.0.0.1', () => resolve(`127.0.0.1:${(front.address() as AddressInfo).port}`))
  })
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
const reach = async (of: Settings): Promise<readonly [api: boolean, worker: boolean]> => {
  const greeting = temporalGreeting(of)
  const door = openTemporalDoor({ address, greeting, taskQueue: 'none' })
  const api = await door.isReachable()
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
  expect(await reach(settings)).toEqual([true, true])
}, 60_000)

test.each([
  ['in clear', { TEMPORAL_TLS: false }],
  ['without a certificate of their own', { TEMPORAL_TLS_CERT_FILE: undefined, TEMPORAL_TLS_KEY_FILE: undefined }],
  ['with one of another authority', { TEMPORAL_TLS_CERT_FILE: 'other.pem', TEMPORAL_TLS_KEY_FILE: 'other-key.pem' }],
  ['where the server shows one of another authority', { TEMPORAL_TLS_CA_FILE: 'other-ca.pem' }],
  ['where the server shows one of another name', { TEMPORAL_TLS_SERVER_NAME: 'elsewhere' }],
] as const)(
  '%s they do not',
  async (_, otherwise) => {
    const inFolder = Object.entries(otherwise).map(([name, value]) => [
      name,
      typeof value === 'string' && value.endsWith('.pem') ? file(value) : value,
    ])
    expect(await reach({ ...settings, ...Object.fromEntries(inFolder) })).toEqual([false, false])
  },
  60_000,
)
