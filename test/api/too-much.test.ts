import { connect } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { buildApi } from '../../api/app.js'
import { countInHand } from '../../api/commands/in-hand.js'
import { inHandLimit, patience } from '../../api/limits.js'
import type { ApiApp } from '../../api/parts.js'
import type { Delivery } from '../../api/temporal/parcel.js'
import { accepted, anApi, bodyOf } from './an-api.js'
import type { AnApi } from './an-api.js'
import { standingBase } from './standing-rows.js'

let api: AnApi
let base: string
beforeAll(async () => {
  api = await anApi('too much at once')
  base = await standingBase(api, { cluster: 'C09-yueqing', recordHash: 'a'.repeat(64) })
})
afterAll(() => api.close())
beforeEach(() => {
  api.door.answer = () => accepted
})

/** An API of the same parts with other settings, closed after the work. */
const withSettings = async (changes: object, work: (app: ApiApp) => Promise<void>): Promise<void> => {
  const app = await buildApi({ ...api.parts, config: { ...api.parts.config, ...changes } })
  try {
    await work(app)
  } finally {
    await app.close()
  }
}

test('whoever asks too often is told how long to wait, and nobody else is', () =>
  withSettings({ REQUESTS_PER_MINUTE_PER_PERSON: 10 }, async (app) => {
    const ask = async (person: string, language = 'en') =>
      await app.inject({ url: '/bases', headers: { ...(await api.as(person)), 'accept-language': language } })
    for (let asked = 0; asked < 10; asked += 1) expect((await ask('p-pm-1')).statusCode).toBe(200)
    const over = await ask('p-pm-1')
    expect([over.statusCode, bodyOf(over).code]).toEqual([429, 'too_often'])
    expect(over.headers['content-type']).toContain('application/problem+json')
    expect(Number(over.headers['retry-after'])).toBeGreaterThan(0)
    expect(Number(over.headers['retry-after'])).toBeLessThanOrEqual(60)
    expect(bodyOf(over).detail).toContain('from this person')
    expect(bodyOf(await ask('p-pm-1', 'zh-CN')).detail).toContain('该人员')
    expect((await ask('p-au-1')).statusCode).toBe(200)
  }))

test('an address that asks too often is stopped before its tokens are looked at, but health is always told', () =>
  withSettings({ REQUESTS_PER_MINUTE_PER_ADDRESS: 10 }, async (app) => {
    const ask = async (url: string, remoteAddress = '192.0.2.7') =>
      (await app.inject({ url, remoteAddress })).statusCode
    for (let asked = 0; asked < 10; asked += 1) expect(await ask('/bases')).toBe(401)
    expect(await ask('/bases')).toBe(429)
    expect(await ask('/nowhere')).toBe(429)
    expect(await ask('/health/live')).toBe(200)
    expect(await ask('/bases', '192.0.2.8')).toBe(401)
  }))

test('what a header says of the address counts only where a trusted proxy says it', async () => {
  const limit = { REQUESTS_PER_MINUTE_PER_ADDRESS: 10 }
  const manyFaces = async (app: ApiApp): Promise<readonly number[]> => {
    const answers: number[] = []
    for (let face = 0; face < 12; face += 1) {
      const headers = { 'x-forwarded-for': `198.51.100.${face}` }
      answers.push((await app.inject({ url: '/bases', headers, remoteAddress: '192.0.2.7' })).statusCode)
    }
    return answers
  }
  await withSettings(limit, async (app) => {
    expect((await manyFaces(app)).slice(-2)).toEqual([429, 429])
  })
  await withSettings({ ...limit, TRUSTED_PROXIES: ['192.0.2.0/24'] }, async (app) => {
    expect((await manyFaces(app)).slice(-2)).toEqual([401, 401])
  })
})

const comment = async (on: string) =>
  await api.app.inject({
    method: 'POST',
    url: `/bases/${on}/comments`,
    headers: await api.write('p-pm-1'),
    payload: { text: 'One more.' },
  })

test('a base that is stuck has so many commands in hand and no more, and the next base is answered meanwhile', async () => {
  let goOn: (() => void) | undefined
  const stuck = new Promise<Delivery>((resolve) => {
    goOn = () => resolve(accepted)
  })
  api.door.sent.length = 0
  api.door.answer = ({ parcel }) => (parcel.workflow === `base/${base}` ? stuck : accepted)
  const inHand = Array.from({ length: inHandLimit }, () => comment(base))
  while (api.door.sent.length < inHandLimit) await pause(5)
  const over = await comment(base)
  expect([over.statusCode, bodyOf(over).code, over.headers['retry-after']]).toEqual([429, 'too_many', '5'])
  const other = await standingBase(api, { cluster: 'C01-dali', recordHash: 'b'.repeat(64) })
  expect((await comment(other)).statusCode).toBe(200)
  goOn?.()
  expect((await Promise.all(inHand)).map(({ statusCode }) => statusCode)).toEqual(Array(inHandLimit).fill(200))
  expect((await comment(base)).statusCode).toBe(200)
})

test('what was in hand makes room also when it failed', async () => {
  const inHand = countInHand(1)
  await expect(inHand('gasme', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  await expect(inHand('gasme', async () => await inHand('gasme', async () => 'twice'))).rejects.toThrow('too_many')
  expect(await inHand('gasme', async () => await inHand('gasme-C09-yueqing-1', async () => 'another'))).toBe('another')
})

interface Heard {
  readonly said: string
  readonly afterMs: number
}

/** Opens a socket, says something and then one byte every tenth of a second, until the other side closes it. */
const drip = (port: number, { first, giveUpMs }: { first: string; giveUpMs: number }): Promise<Heard | 'still open'> =>
  new Promise((resolve) => {
    const began = performance.now()
    const socket = connect(port, '127.0.0.1')
    let said = ''
    socket.write(first)
    const drop = setInterval(() => socket.write('x'), 100)
    const end = (heard: Heard | 'still open'): void => {
      clearInterval(drop)
      clearTimeout(giveUp)
      socket.destroy()
      resolve(heard)
    }
    const giveUp = setTimeout(() => end('still open'), giveUpMs)
    socket.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8')
    })
    socket.on('error', () => undefined)
    socket.on('close', () => end({ said, afterMs: performance.now() - began }))
  })

const listening = async (waits: typeof patience | object, work: (port: number) => Promise<void>): Promise<void> => {
  const app = await buildApi(api.parts, { ...patience, ...waits })
  const address = await app.listen({ host: '127.0.0.1', port: 0 })
  try {
    await work(Number(new URL(address).port))
  } finally {
    await app.close()
  }
}

const head = async (): Promise<string> => {
  const { authorization, ...write } = await api.write('p-pm-1')
  const lines = {
    authorization,
    ...write,
    host: 'localhost',
    'content-type': 'application/json',
    'content-length': 9_000,
  }
  const named = Object.entries(lines).map(([name, value]) => `${name}: ${value}`)
  return [`POST /bases/${base}/comments HTTP/1.1`, ...named, '', '{"text":"'].join('\r\n')
}

test('a body that drips is closed after its time with a problem; with more time it is not', async () => {
  const first = await head()
  await listening({ headersMs: 300, requestMs: 400, lookMs: 50 }, async (port) => {
    const heard = await drip(port, { first, giveUpMs: 20_000 })
    expect(heard).toMatchObject({ said: expect.stringMatching(/^HTTP\/1\.1 408 [^]*problem\+json[^]*"too_slow"/) })
  })
  await listening({ headersMs: 300, requestMs: 60_000, lookMs: 50 }, async (port) => {
    expect(await drip(port, { first, giveUpMs: 1_500 })).toBe('still open')
  })
}, 60_000)

test('a head that drips is closed after its time', () =>
  listening({ headersMs: 300, requestMs: 400, lookMs: 50 }, async (port) => {
    const heard = await drip(port, { first: 'GET /bases HTTP/1.1\r\nx-long: ', giveUpMs: 20_000 })
    expect(heard).toMatchObject({ said: expect.stringContaining('"too_slow"') })
  }))

test('a connection on which nobody says anything is closed', () =>
  listening({ silenceMs: 300 }, async (port) => {
    const silent = await new Promise((resolve) => {
      connect(port, '127.0.0.1')
        .on('close', () => resolve('closed'))
        .resume()
    })
    expect(silent).toBe('closed')
  }))

test.each([
  ['NOT HTTP AT ALL\r\n\r\n', '400', 'malformed_request'],
  [`GET /bases HTTP/1.1\r\nhost: a\r\nx-long: ${'a'.repeat(20_000)}\r\n\r\n`, '431', 'headers_too_large'],
])('what is no request is answered with a problem all the same: %.20s', (first, status, code) =>
  listening({}, async (port) => {
    const heard = await drip(port, { first, giveUpMs: 20_000 })
    expect(heard).toMatchObject({ said: expect.stringMatching(new RegExp(`^HTTP/1\\.1 ${status} [^]*"${code}"`)) })
  }),
)
