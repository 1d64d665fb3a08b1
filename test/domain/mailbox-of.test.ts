import { expect, test } from '@jest/globals'
import { mailboxOf } from '../../domain/values/mailbox-of.js'

const known = mailboxOf('han.jingwen@yueqing.example')

test.each([
  ' Han.Jingwen@Yueqing.Example ',
  'han.jingwen+fair@yueqing.example',
  'ｈａｎ.jingwen@yueqing.example',
  'han.jingwen@yueqing.example.',
])('%s is a spelling of one mailbox', (address) => {
  expect(mailboxOf(address)).toBe(known)
})

test('a domain is the same in its Unicode form and in its other one', () => {
  expect(mailboxOf('office@乐清.example')).toBe(mailboxOf(`office@${new URL('http://乐清.example').hostname}`))
})

test.each(['hanjingwen@yueqing.example', 'han.jingwen@yueqing-b.example', 'han.jingwen', '@', 'a@b@c', ''])(
  '%s is another mailbox, or none: the twin',
  (address) => {
    expect(mailboxOf(address)).not.toBe(known)
  },
)
