import { Writable } from 'node:stream'
import { expect, test } from '@jest/globals'
import { pino } from 'pino'
import { personalPaths } from '../../db/personal-paths.js'

/** What the log of a process would hold of something. */
const logged = (what: object, redact: string[] = personalPaths): string => {
  let text = ''
  const into = new Writable({
    write: (...[chunk, , done]: [Buffer, string, () => void]) => {
      text += chunk.toString()
      done()
    },
  })
  pino({ redact }, into).warn(what, 'something happened')
  return text
}

/** What the server says of a row it does not take, and a mail server of a reader. */
const quoting = (field: string) =>
  Object.assign(new Error('refused'), {
    code: '23505',
    [field]: 'Key (recipient)=(mira@quill.example) already exists.',
  })

test.each(['detail', 'where', 'response', 'parameters'])(
  'an error that quotes an address in its %s is logged without it',
  (field) => {
    const text = logged({ err: quoting(field), letter: '0b5f7c1e' })
    expect(text).not.toContain('quill.example')
    expect(text).toMatch(/23505.*0b5f7c1e/s)
  },
)

test('without the paths the same address would be in the log', () => {
  expect(logged({ err: quoting('detail') }, [])).toContain('quill.example')
})
