import { createServer } from 'node:net'
import { expect, test } from '@jest/globals'
import { SMTPServer } from 'smtp-server'
import { createMailbox, type MailboxMessage } from '../../mail/mailbox.js'
import { createPostman, type Postman } from '../../mail/postman.js'
import { anAddressedLetter, fromOffice } from './example-letters.js'
import { startScriptedServer } from './scripted-server.js'

const withMailbox = async (
  work: (postman: Postman, kept: readonly MailboxMessage[]) => Promise<void>,
  keep: (message: MailboxMessage) => Promise<void> = async () => undefined,
) => {
  const kept: MailboxMessage[] = []
  const mailbox = await createMailbox({
    port: 0,
    host: '127.0.0.1',
    keep: async (message) => {
      await keep(message)
      kept.push(message)
    },
  })
  const postman = createPostman({ smtpUrl: `smtp://127.0.0.1:${mailbox.port}`, from: fromOffice })
  try {
    await work(postman, kept)
  } finally {
    postman.close()
    await mailbox.close()
  }
}

test('a letter arrives as it was rendered, Chinese subject and all', async () => {
  await withMailbox(async (postman, kept) => {
    const letter = anAddressedLetter()
    expect(await postman.send(letter)).toEqual({ accepted: true, response: expect.stringMatching(/^250/) })
    expect(kept).toEqual([
      {
        id: expect.any(String),
        from: 'office@gasme.example',
        to: ['chen.xiaoyan@yueqing.example'],
        subject:
          '请于10月29日前办理：政府审阅草案｜乐清（柳市）低压电器 / By 29 October: Government review of the draft',
        text: letter.text,
        html: letter.html,
        receivedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
        messageId: '<outbox-17@gasme.example>',
      },
    ])
  })
})

test('a letter hangs on the thread of its base, says where it is answered, and that no person wrote it', async () => {
  const got: string[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData: (stream, ...[, answer]) => {
      const pieces: Buffer[] = []
      stream.on('data', (piece: Buffer) => pieces.push(piece))
      stream.on('end', () => {
        got.push(
          Buffer.concat(pieces)
            .toString('utf8')
            .replaceAll('\r', '')
            .replace(/\n[ \t]+/g, ' '),
        )
        answer()
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const address = server.server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const replies = 'base+{base}@gasme.example'
  const postman = createPostman({ smtpUrl: `smtp://127.0.0.1:${port}`, from: fromOffice, replies })
  const letter = anAddressedLetter()
  await postman.send({ ...letter, thread: { base: 'gasme-C09-yueqing-1', baseName: '乐清', first: 'outbox-3' } })
  const { thread: _, ...several } = letter
  await postman.send(several)
  postman.close()
  await new Promise<void>((resolve) => server.close(() => resolve()))
  const [about = '', other = ''] = got
  for (const said of [
    /^Reply-To: base\+gasme-C09-yueqing-1\.outbox-1@gasme\.example$/m,
    /^In-Reply-To: <outbox-3@gasme\.example>$/m,
    /^References: <base\.gasme-C09-yueqing-1@gasme\.example> <outbox-3@gasme\.example>$/m,
    /^List-I[Dd]: .*<gasme-C09-yueqing-1\.bases\.gasme\.example>$/m,
    /^Auto-Submitted: auto-generated$/m,
    /^X-Auto-Response-Suppress: OOF, AutoReply$/m,
    /^Content-Language: zh-CN, en$/m,
  ])
    expect(about).toMatch(said)
  expect(other).toMatch(/^Reply-To: office@gasme\.example$/m)
  expect(other).not.toMatch(/^(In-Reply-To|References|List-I[Dd]):/m)
})

test('a letter sent again carries the same Message-ID, so the double can be told', async () => {
  await withMailbox(async (postman, kept) => {
    await postman.send(anAddressedLetter())
    await postman.send(anAddressedLetter())
    await postman.send(anAddressedLetter({ outboxId: 'outbox-18' }))
    expect(kept.map((message) => message.messageId)).toEqual([
      '<outbox-17@gasme.example>',
      '<outbox-17@gasme.example>',
      '<outbox-18@gasme.example>',
    ])
  })
})

test('a line break in a name or a subject is refused, and nothing is sent', async () => {
  await withMailbox(async (postman, kept) => {
    const address = 'chen.xiaoyan@yueqing.example'
    const letters = [
      anAddressedLetter({ to: { name: 'Chen\r\nBcc: spy@example.org', address } }),
      anAddressedLetter({ to: { name: 'Chen\u2028Bcc', address } }),
      anAddressedLetter({ subject: 'Step\r\nBcc: spy@example.org' }),
    ]
    for (const letter of letters) {
      expect(await postman.send(letter)).toMatchObject({ accepted: false, permanent: true, unknown: false })
    }
    expect(kept).toEqual([])
  })
})

test.each([
  '"a@b" <c@d.example>',
  'a@b.example, c@d.example',
  'a@b.example\r\nBcc: c@d.example',
  'Chen <chen@yueqing.example>',
  '"quoted local"@b.example',
  'a(comment)@b.example',
  'nobody',
  '',
])('an address that is not one plain address is refused: %j', async (address) => {
  await withMailbox(async (postman, kept) => {
    const delivery = await postman.send(anAddressedLetter({ to: { name: 'Chen', address } }))
    expect(delivery).toMatchObject({
      accepted: false,
      permanent: true,
      response: expect.stringContaining('one plain address'),
    })
    expect(kept).toEqual([])
  })
})

test.each([
  { after: 'RCPT', answer: 550, permanent: true },
  { after: 'RCPT', answer: 450, permanent: false },
  { after: 'DATA', answer: 451, permanent: false },
  { after: 'DATA', answer: 552, permanent: true },
  { after: 'DATA', answer: 554, permanent: true },
] as const)(
  'a server that says $answer after $after refuses, for good: $permanent',
  async ({ after, answer, permanent }) => {
    const server = await startScriptedServer({ after, answer })
    const postman = createPostman({ smtpUrl: server.url, from: fromOffice })
    expect(await postman.send(anAddressedLetter())).toEqual({
      accepted: false,
      permanent,
      unknown: false,
      response: expect.stringContaining(`${answer} `),
    })
    postman.close()
    await server.close()
  },
)

test('a server that falls silent after the letter leaves the outcome unknown, and is not waited for without end', async () => {
  const server = await startScriptedServer({ after: 'DATA', answer: 'silence' })
  const postman = createPostman({ smtpUrl: server.url, from: fromOffice, timeoutMillis: 300 })
  expect(await postman.send(anAddressedLetter())).toMatchObject({ accepted: false, permanent: false, unknown: true })
  postman.close()
  await server.close()
})

test('a server that is away is transient, and the letter is known not to have left', async () => {
  const closed = createServer()
  await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', () => resolve()))
  const address = closed.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  await new Promise((resolve) => closed.close(resolve))
  const postman = createPostman({ smtpUrl: `smtp://127.0.0.1:${port}`, from: fromOffice })
  expect(await postman.send(anAddressedLetter())).toMatchObject({ accepted: false, permanent: false, unknown: false })
  postman.close()
})

test('a server that should encrypt and does not gets no letter', async () => {
  await withMailbox(async (_postman, kept) => {
    const server = await startScriptedServer({ after: 'DATA', answer: 451 })
    const strict = createPostman({ smtpUrl: `${server.url}?requireTLS=true`, from: fromOffice })
    expect(await strict.send(anAddressedLetter())).toMatchObject({ accepted: false, permanent: false, unknown: false })
    expect(kept).toEqual([])
    strict.close()
    await server.close()
  })
})

test('a letter the mailbox could not keep is not accepted, and arrives when it is sent again', async () => {
  let failures = 1
  await withMailbox(
    async (postman, kept) => {
      expect(await postman.send(anAddressedLetter())).toMatchObject({
        accepted: false,
        permanent: false,
        response: expect.stringMatching(/^451/),
      })
      expect(await postman.send(anAddressedLetter())).toMatchObject({ accepted: true })
      expect(kept.length).toBe(1)
    },
    async () => {
      if (failures-- > 0) throw new Error('the database is away')
    },
  )
})

test('a mailbox on a port in use says so', async () => {
  const mailbox = await createMailbox({ port: 0, host: '127.0.0.1', keep: async () => undefined })
  const again = createMailbox({ port: mailbox.port, host: '127.0.0.1', keep: async () => undefined })
  await expect(again).rejects.toMatchObject({ code: 'EADDRINUSE' })
  await mailbox.close()
})
