import { SMTPServer } from 'smtp-server'

export interface ScriptedServer {
  readonly url: string
  readonly close: () => Promise<void>
}

/** A mail server that answers a letter as told: with a code after RCPT or DATA, or by never answering. */
export const startScriptedServer = async (script: {
  readonly after: 'RCPT' | 'DATA'
  readonly answer: number | 'silence'
}): Promise<ScriptedServer> => {
  const answer = (done: (error?: Error | null) => void) => {
    if (script.answer !== 'silence') done(Object.assign(new Error('as scripted'), { responseCode: script.answer }))
  }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    closeTimeout: 100,
    onRcptTo: (_address, ...[, done]) => (script.after === 'RCPT' ? answer(done) : done()),
    onData: (stream, ...[, done]) => {
      stream.on('end', () => answer(done)).resume()
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const address = server.server.address()
  if (typeof address !== 'object' || address === null) throw new Error('the scripted server has no port')
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}
