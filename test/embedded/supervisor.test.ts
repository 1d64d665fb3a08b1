import { createSocket } from 'node:dgram'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { afterAll, expect, test } from '@jest/globals'
import { runningOn, takeDataFolder } from '../../workers/embedded/data-folder.js'
import { keepRunning } from '../../workers/embedded/keep-running.js'
import { freePort, freePorts, isFree, preferPort } from '../../workers/embedded/ports.js'
import { waitUntil } from '../../workers/embedded/running-process.js'

const folder = mkdtempSync(join(tmpdir(), 'cornerstone-data-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const state = {
  api: 'http://127.0.0.1:4310',
  mailbox: 'http://127.0.0.1:4310/mailbox',
  pid: process.pid,
  temporalAddress: '127.0.0.1:7233',
  databaseUrl: 'postgres://cornerstone_app@127.0.0.1:54310/cornerstone',
  startedAt: '2026-03-02T08:00:00.000Z',
}

test('the lock of a process that is gone, or is another program, is taken over', async () => {
  writeFileSync(join(folder, 'lock'), String(process.ppid))
  const taken = await takeDataFolder(folder)
  if ('heldBy' in taken) throw new Error('The folder should have been free.')
  expect(statSync(folder).mode & 0o066).toBe(0)
  taken.announce(state)
  expect(runningOn(folder)).toEqual(state)
  taken.giveBack()
  expect(runningOn(folder)).toBeUndefined()
})

test('a service that ends is started again and told of; one that is stopped stays stopped', async () => {
  const said: string[] = []
  const ends: (() => void)[] = []
  let stopped = 0
  const kept = await keepRunning(
    async () => ({
      ended: new Promise<void>((resolve) => ends.push(resolve)),
      stop: async () => void (stopped += 1),
    }),
    { title: 'worker', say: (line) => said.push(line) },
  )
  ends[0]?.()
  await waitUntil(async () => ends.length === 2, 5_000)
  expect(said[0]).toMatch(/^The worker ended unexpectedly; it is started again in 0\.5 s\.$/)
  await kept.stop()
  ends[1]?.()
  expect({ starts: ends.length, stopped }).toEqual({ starts: 2, stopped: 1 })
})

test('a service that cannot be started the first time is an error, not a wait', async () => {
  const failing = keepRunning(() => Promise.reject(new Error('no such program')), {
    title: 'worker',
    say: () => undefined,
  })
  await expect(failing).rejects.toThrow('no such program')
})

test('free ports are free and all different, and a free port that is preferred is given', async () => {
  const ports = await freePorts(8)
  expect(new Set(ports).size).toBe(8)
  const [one = 0] = ports
  expect(await isFree(one)).toBe(true)
  expect(await preferPort(one)).toBe(one)
})

test('a preferred port that another start has chosen is left to it, although nobody listens on it yet, and one own is kept', async () => {
  const [port = 0] = await freePorts(1)
  expect([await preferPort(port), await preferPort(port)]).toEqual([port, port])
  // The sign of another process that starts: it holds the UDP port of the number it will listen on.
  const theirs = createSocket('udp6')
  await new Promise<void>((holds) => theirs.bind({ port: 0, address: '::1', exclusive: true }, holds))
  const chosen = theirs.address().port
  expect(await isFree(chosen)).toBe(true)
  expect(await preferPort(chosen)).not.toBe(chosen)
  await new Promise<void>((closed) => theirs.close(closed))
  expect(await preferPort(chosen)).toBe(chosen)
})

test('a port that one process was given is given to no other while it lives, although nobody listens on it yet', async () => {
  const port = await freePort()
  const elsewhere = createSocket('udp4')
  const refused = new Promise<string>((tell) => elsewhere.once('error', ({ message }) => tell(message)))
  elsewhere.bind({ port, address: '127.0.0.1', exclusive: true })
  expect(await refused).toContain('EADDRINUSE')
})
