import { connect, type Socket } from 'node:net'
import { once } from 'node:events'
import { ScannerAway, type Scanned, type Scanner } from './scanner.js'

export interface ClamdPlace {
  /** A port of a host, or the path of a socket. */
  readonly at: { readonly host: string; readonly port: number } | { readonly path: string }
  /** For how long it may say nothing. */
  readonly patienceMs?: number
}

/**
 * clamd over its socket (INSTREAM): the file in pieces, each behind its length, then one answer. Written out, since the
 * packages for it start programs and write files beside this one command. An answer is taken only when it is whole: one
 * that is silent or cut off is no "clean", and a file over its limit is none either.
 */
export const createClamdScanner = ({ at, patienceMs = 30_000 }: ClamdPlace): Scanner => {
  const ask = async (command: string, bytes?: AsyncIterable<Uint8Array>): Promise<string> => {
    const socket = await reached(at, patienceMs)
    try {
      const answer = answerFrom(socket)
      // It may answer, and hang up, before all was sent.
      const sent = send(socket, { command, bytes, answer }).catch(() => undefined)
      const said = await answer
      await sent
      return said
    } finally {
      socket.destroy()
    }
  }
  return {
    scan: async (bytes) => saidOf(await ask('INSTREAM', bytes)),
    check: async () => {
      const said = await ask('PING')
      if (said !== 'PONG') throw new ScannerAway(`it says ${JSON.stringify(said.slice(0, 80))}`)
    },
  }
}

const saidOf = (said: string): Scanned => {
  const found = /^stream: (.+) FOUND$/.exec(said)?.[1]
  if (found !== undefined) return { kind: 'infected', found }
  if (said === 'stream: OK') return { kind: 'clean' }
  if (/size limit exceeded/i.test(said)) return { kind: 'unscannable' }
  throw new ScannerAway(`it says ${JSON.stringify(said.slice(0, 80))}`)
}

const reached = async (at: ClamdPlace['at'], patienceMs: number): Promise<Socket> => {
  const socket = connect(at)
  socket.setTimeout(patienceMs, () => socket.destroy(new ScannerAway(`silent for ${patienceMs} ms`)))
  try {
    await once(socket, 'connect')
  } catch (error) {
    socket.destroy()
    throw away(error)
  }
  return socket
}

const away = (error: unknown): ScannerAway => {
  if (error instanceof ScannerAway) return error
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'no answer'
  return new ScannerAway(code)
}

/** Everything up to the sign that ends an answer; a connection that ends before it has given none. */
const answerFrom = (socket: Socket): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = ''
    socket.on('data', (piece: Buffer) => {
      said += piece.toString('utf8')
      const end = said.indexOf('\0')
      if (end >= 0) resolve(said.slice(0, end).trim())
    })
    socket.once('error', (error) => reject(away(error)))
    socket.once('close', () => reject(new ScannerAway('cut off')))
  })

interface Sending {
  readonly command: string
  readonly bytes: AsyncIterable<Uint8Array> | undefined
  readonly answer: Promise<string>
}

const send = async (socket: Socket, { command, bytes, answer }: Sending): Promise<void> => {
  let isAnswered = false
  const answered = answer.then(
    () => (isAnswered = true),
    () => (isAnswered = true),
  )
  const write = async (piece: Uint8Array): Promise<void> => {
    if (!socket.write(piece)) await Promise.race([once(socket, 'drain'), answered])
  }
  await write(Buffer.from(`z${command}\0`))
  if (bytes === undefined) return
  for await (const piece of bytes) {
    if (isAnswered) return
    if (piece.byteLength === 0) continue
    await write(lengthOf(piece.byteLength))
    await write(piece)
  }
  await write(lengthOf(0))
}

const lengthOf = (size: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(size)
  return bytes
}
