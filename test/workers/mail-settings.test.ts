import { expect, test } from '@jest/globals'
import { lettersFrom, senderFrom } from '../../workers/mail-settings.js'

test('the sender is an address alone, or a name and an address', () => {
  expect(senderFrom('office@example.org')).toEqual({ name: '', address: 'office@example.org' })
  expect(senderFrom('Programme office <office@example.org>')).toEqual({
    name: 'Programme office',
    address: 'office@example.org',
  })
})

test.each([
  ['smtp://127.0.0.1:4325', 4325, true],
  ['smtp://127.0.0.1:4326', 4325, false],
  ['smtp://mail.example.org:4325', 4325, false],
  ['smtp://127.0.0.1:4325', undefined, false],
] as const)('with %s and a mailbox on port %s, rehearsals write letters: %s', (...[smtp, port, sends]) => {
  const settings = {
    SMTP_URL: smtp,
    MAILBOX_SMTP_PORT: port,
    API_PUBLIC_URL: 'http://127.0.0.1:4310',
    MAIL_FROM: 'Programme office <office@example.org>',
    MAIL_HOURS: 'office',
  } as const
  expect(lettersFrom(settings)).toMatchObject({ sendsRehearsals: sends, office: 'office@example.org' })
  // The hours are a setting of their own, whatever the mail server.
  expect(lettersFrom(settings).keepsHours).toBe(true)
  expect(lettersFrom({ ...settings, MAIL_HOURS: 'any' }).keepsHours).toBe(false)
})
