import { createServer } from 'node:http'
import type { RequestListener } from 'node:http'
import { expect, test } from '@jest/globals'
import { postWithin } from '../../workers/checkpoints/submit-to-witnesses.js'

/** A server of HTTP for as long as something is done with its address. */
const overTheLine = async (answer: RequestListener, work: (address: string) => Promise<void>): Promise<void> => {
  const server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('No port.')
  await work(`http://127.0.0.1:${address.port}/add-checkpoint`).finally(() => {
    server.closeAllConnections()
    server.close()
  })
}
const body = 'old 0\n\n'
const long = 60_000

test('a witness is sent what it is asked, and what it answers comes back', async () => {
  const conflict: RequestListener = (request, response) => {
    expect([request.method, request.url]).toEqual(['POST', '/add-checkpoint'])
    response.writeHead(409, { 'content-type': 'text/x.tlog.size' }).end('9\n')
  }
  await overTheLine(conflict, async (address) => {
    expect(await postWithin(long)(address, body)).toEqual({ status: 409, type: 'text/x.tlog.size', text: '9\n' })
  })
})

test.each([
  [65_536, true],
  [65_537, false],
])('an answer of %d bytes is read: %p', async (bytes, isRead) => {
  await overTheLine(
    (_, response) => response.end('x'.repeat(bytes)),
    async (address) => {
      const answer = postWithin(long)(address, body)
      if (isRead) expect((await answer).text).toHaveLength(bytes)
      else await expect(answer).rejects.toThrow('The answer of the witness is larger than any.')
    },
  )
})

test('an endless answer is read to the limit and no further: then the line is closed', async () => {
  let gone: () => void = () => undefined
  const closed = new Promise<void>((resolve) => {
    gone = resolve
  })
  const endless: RequestListener = (_, response) => {
    const more = (): void => {
      while (!response.destroyed && response.write('x'.repeat(16_384)));
    }
    response.on('drain', more).on('close', gone)
    more()
  }
  await overTheLine(endless, async (address) => {
    await expect(postWithin(long)(address, body)).rejects.toThrow('The answer of the witness is larger than any.')
    await closed
  })
})

test.each<[what: string, answer: RequestListener]>([
  ['does not answer', () => undefined],
  ['begins an answer and does not end it', (_, response) => response.writeHead(200).write('\u2014 ')],
])('a witness that %s is waited for as long as was said', async (_, answer) => {
  await overTheLine(answer, async (address) => {
    await expect(postWithin(100)(address, body)).rejects.toThrow(/timeout/)
  })
})

test('a witness that points elsewhere is not followed', async () => {
  const paths: (string | undefined)[] = []
  const pointing: RequestListener = (request, response) => {
    paths.push(request.url)
    response.writeHead(307, { location: '/elsewhere' }).end()
  }
  await overTheLine(pointing, async (address) => {
    await expect(postWithin(long)(address, body)).rejects.toThrow('fetch failed')
  })
  expect(paths).toEqual(['/add-checkpoint'])
})
