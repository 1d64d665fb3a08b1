import { createServer, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'

/** How a clamd under test behaves. */
export type Behaviour = 'as it should' | 'silent' | 'cut off' | 'half an answer' | 'over its limit' | 'talks nonsense'

export interface AClamd {
  readonly port: number
  behaves: Behaviour
  /** The bytes of the last file it was given whole. */
  received: Buffer
  readonly close: () => Promise<void>
}

/** Something that speaks the protocol of clamd on a socket: it finds whatever holds the word "malice". */
export const aClamd = async (): Promise<AClamd> => {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket)).on('error', () => undefined)
    serve(socket, clamd)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const clamd: AClamd = {
    port: isAddress(address) ? address.port : 0,
    behaves: 'as it should',
    received: Buffer.alloc(0),
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return clamd
}

const isAddress = (address: string | AddressInfo | null): address is AddressInfo =>
  typeof address === 'object' && address !== null

const serve = (socket: Socket, clamd: AClamd): void => {
  let came = Buffer.alloc(0)
  let command: string | undefined
  const pieces: Buffer[] = []
  socket.on('data', (bytes: Buffer) => {
    came = Buffer.concat([came, bytes])
    const end = came.indexOf(0)
    if (command === undefined && end >= 0) {
      command = came.subarray(0, end).toString()
      came = came.subarray(end + 1)
      if (command === 'zPING') reply(socket, { clamd, says: 'PONG' })
    }
    while (command === 'zINSTREAM' && came.byteLength >= 4 && came.byteLength >= 4 + came.readUInt32BE(0)) {
      const size = came.readUInt32BE(0)
      pieces.push(came.subarray(4, 4 + size))
      came = came.subarray(4 + size)
      if (clamd.behaves === 'over its limit') return reply(socket, { clamd, says: '' })
      if (clamd.behaves === 'cut off' && size > 0) return socket.destroy()
      if (size > 0) continue
      clamd.received = Buffer.concat(pieces)
      reply(socket, { clamd, says: clamd.received.includes('malice') ? 'stream: Test.Malice FOUND' : 'stream: OK' })
    }
  })
}

const reply = (socket: Socket, { clamd: { behaves }, says }: { clamd: AClamd; says: string }): void => {
  if (behaves === 'silent') return
  if (behaves === 'cut off') return void socket.destroy()
  if (behaves === 'half an answer') return void socket.end(says.slice(0, 9))
  if (behaves === 'over its limit') return void socket.end('INSTREAM size limit exceeded. ERROR\0')
  socket.end(`${behaves === 'talks nonsense' ? 'UNKNOWN COMMAND' : says}\0`)
}
