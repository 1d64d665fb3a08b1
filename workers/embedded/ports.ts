import { randomInt } from 'node:crypto'
import { createSocket } from 'node:dgram'
import { createServer } from 'node:net'
import { codeOf } from './error-code.js'

/**
 * Below the ports that systems hand to outgoing connections (32768 and up on Linux, 49152 and up elsewhere): a port kept
 * for a server that restarts must not be lent to a passing client meanwhile.
 */
const quietRange = { from: 20_000, to: 32_000 }

/**
 * A port of this machine that nobody listens on at the moment of asking, and that no other process which asks this
 * function is given while this one lives.
 */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < 200; tries += 1) {
    const port = randomInt(quietRange.from, quietRange.to)
    if ((await isFree(port)) && (await claim(port))) return port
  }
  return tryPort(0)
}

/**
 * Between looking at a port and listening on it seconds can pass, in which a second installation looks too. The UDP port
 * of the same number, which none of our servers uses, is held as the sign of having been chosen: the system gives it to
 * one process alone and takes it back when that ends, however it ends.
 */
const claim = (port: number): Promise<boolean> =>
  sign({ type: 'udp4', port, address: '127.0.0.1' }).then(({ held }) => held)

/** The ports this process prefers already: what it starts again listens where it did. */
const prefers = new Set<number>()

/**
 * The same sign for a port that is preferred, at the other loopback address: whoever gives a port to a process that it starts holds
 * the first sign itself. Where there is no such address, looking has to do.
 */
const claimPreferred = async (port: number): Promise<boolean> => {
  if (prefers.has(port)) return true
  const { held, code } = await sign({ type: 'udp6', port, address: '::1' })
  if (held) prefers.add(port)
  return held || code !== 'EADDRINUSE'
}

interface Sign {
  readonly type: 'udp4' | 'udp6'
  readonly port: number
  readonly address: string
}

const sign = ({ type, ...place }: Sign): Promise<{ readonly held: boolean; readonly code?: unknown }> =>
  new Promise((resolve) => {
    const socket = createSocket(type).unref()
    socket.once('error', (error) => resolve({ held: false, code: codeOf(error) }))
    socket.bind({ ...place, exclusive: true }, () => resolve({ held: true }))
  })

/** Several free ports, all different. */
export const freePorts = async (count: number): Promise<readonly number[]> => {
  const found = new Set<number>()
  while (found.size < count) found.add(await freePort())
  return [...found]
}

/** Whether nobody listens on that port of that address. */
export const isFree = (port: number, host = '127.0.0.1'): Promise<boolean> =>
  tryPort(port, host).then(
    () => true,
    () => false,
  )

/**
 * The preferred port when it is free and no other start has chosen it; else the next such one above it, at most fifty further; else
 * any. Two installations that start at once prefer the same, and neither listens yet.
 */
export const preferPort = async (preferred: number, host = '127.0.0.1'): Promise<number> => {
  for (let port = preferred; port < preferred + 50 && port <= 65535; port += 1) {
    if ((await isFree(port, host)) && (await claimPreferred(port))) return port
  }
  return freePort()
}

const tryPort = (port: number, host = '127.0.0.1'): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address()
      server.close(() => resolve(address !== null && typeof address === 'object' ? address.port : port))
    })
  })
