/** A relay that is killed in the one moment in which the mail server has a letter and the database does not know it. */
import pino from 'pino'
import { z } from 'zod'
import '../support/hold-keys.js'
import { connect } from '../../db/connect.js'
import { createPostman } from '../../mail/postman.js'
import { startRelay } from '../../workers/relay.js'

const { url, port } = z.object({ url: z.string(), port: z.number() }).parse(JSON.parse(process.argv[2] ?? '{}'))
const from = { name: 'Programme office', address: 'office@programme.example' }
const postman = createPostman({ smtpUrl: `smtp://127.0.0.1:${port}`, from })
startRelay({
  db: connect(url),
  log: pino({ level: 'silent' }),
  publicUrl: 'http://127.0.0.1:4310',
  sendsRehearsals: true,
  postman: {
    ...postman,
    send: async (letter) => {
      const delivery = await postman.send(letter)
      process.kill(process.pid, 'SIGKILL')
      return delivery
    },
  },
})
