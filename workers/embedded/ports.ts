import { randomInt } from 'node:crypto'
import { createSocket } from 'node:dgram'
import { createServer } from 'node:net'

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
  new Promise((resolve) => {
    const sign = createSocket('udp4').unref()
    sign.once('error', () => resolve(false))
    sign.bind({ port, address: '127.0.0.1', exclusive: true }, () => resolve(true))
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

/** The preferred port when it is free; else the next free one above it, at most fifty further; else any. */
export const preferPort = async (preferred: number, host = '127.0.0.1'): Promise<number> => {
  for (let port = preferred; port < preferred + 50 && port <= 65535; port += 1) {
    if (await isFree(port, host)) return port
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
