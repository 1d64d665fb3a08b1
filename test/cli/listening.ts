import type { Server } from 'node:http'

/** Lets a server listen on a port of this machine that is free, and gives its address. */
export const listening = async (server: Server): Promise<string> => {
  await new Promise<void>((listens) => server.listen(0, '127.0.0.1', listens))
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
}
