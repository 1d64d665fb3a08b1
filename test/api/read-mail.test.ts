import { expect, test } from '@jest/globals'
import { readMail } from '../../api/incoming/read-mail.js'
import { answerTo, reportOf } from './mails-that-come-in.js'

const letter = '11111111-1111-4111-8111-111111111111'

test('a report names the letter, its code and what the other side said, and no address', async () => {
  expect(await readMail(reportOf({ letter }))).toEqual({
    kind: 'report',
    action: 'failed',
    status: '5.1.1',
    diagnostic: '550 5.1.1 …: Recipient address rejected: User unknown',
    about: [`${letter}@example.org`],
  })
})

test('a report that brings the whole letter back is read as one with its head alone', async () => {
  expect(await readMail(reportOf({ letter, returns: 'message/rfc822' }))).toMatchObject({
    about: [`${letter}@example.org`],
  })
})

test('a report that the other side still tries is none of an end', async () => {
  expect(await readMail(reportOf({ letter, action: 'delayed', status: '4.4.1' }))).toMatchObject({
    kind: 'report',
    action: 'delayed',
    status: '4.4.1',
  })
})

test('an answer says who wrote to whom and to which letter, and is the same however often it comes', async () => {
  const raw = answerTo({ letter, base: 'gasme-C09-yueqing-1' })
  const read = await readMail(raw)
  expect(read).toMatchObject({
    kind: 'written',
    from: 'clerk@yueqing.example',
    to: ['base+gasme-C09-yueqing-1.11111111@example.org'],
    subject: '答复 Re: draft',
    isAutomatic: false,
    files: 0,
    answers: [`${letter}@example.org`, 'base.gasme-C09-yueqing-1@example.org'],
  })
  expect(await readMail(raw)).toEqual(read)
  expect(await readMail(answerTo({ letter, base: 'gasme-C09-yueqing-1', id: 'another' }))).not.toEqual(read)
})

test('what a machine answers is told as such', async () => {
  const away = answerTo({ letter, base: 'gasme-C09-yueqing-1', head: ['Auto-Submitted: auto-replied'] })
  expect(await readMail(away)).toMatchObject({ isAutomatic: true })
  const said = answerTo({ letter, base: 'gasme-C09-yueqing-1', head: ['Auto-Submitted: no'] })
  expect(await readMail(said)).toMatchObject({ isAutomatic: false })
})

test('bytes that are no mail say nothing and are no report', async () => {
  expect(await readMail(Buffer.from([0, 255, 1, 2]))).toMatchObject({ kind: 'written', from: '', to: [], answers: [] })
})

test('a mail that nobody can read, nested too often, has no sender and no text, and is no fault of ours', async () => {
  const nested = Array.from(
    { length: 3_000 },
    (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\r\n\r\n--b${at}\r\n`,
  )
  expect(await readMail(Buffer.from(nested.join('')))).toMatchObject({ kind: 'written', from: '', text: '', to: [] })
})
