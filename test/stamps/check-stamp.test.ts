import { expect, test } from '@jest/globals'
import { certificatesFrom } from '../../stamps/chain.js'
import { checkStamp, stampFaultIn } from '../../stamps/check-stamp.js'
import { anAuthority, stampBy } from './an-authority.js'

const text = 'example.org/gasme\n42\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n'
const time = new Date('2027-03-01T09:00:00.000Z')
const at = '2027-03-01T09:00:30Z'

const root = await anAuthority({ name: 'Root of time', isRoot: true })
const authority = await anAuthority({ name: 'Time of the land', by: root })
const stranger = await anAuthority({ name: 'Time of nobody' })
const given = [root.x509]
const verdictOn = (bytes: Buffer, authorities = given) => checkStamp(bytes, { text, time, authorities })
const codeOf = (bytes: Buffer, authorities = given): string => {
  const verdict = verdictOn(bytes, authorities)
  if ('fault' in verdict) return verdict.fault.code
  return 'other' in verdict ? `other: ${verdict.other ?? 'unread'}` : 'true'
}
const seen = (bytes: Buffer): string => stampFaultIn(bytes, text)?.code ?? 'nothing'
const trueOne = await stampBy(authority, { text, at })

test('a true stamp says that the text existed then, under the root, under the authority itself, or as a token alone', () => {
  expect(verdictOn(trueOne)).toEqual({ at: new Date(at), authority: 'CN=Time of the land' })
  expect(verdictOn(trueOne, [authority.x509])).toEqual({ at: new Date(at), authority: 'CN=Time of the land' })
  // Behind the status of three bytes stands the token, which needs no answer around it.
  expect(codeOf(trueOne.subarray(trueOne.indexOf(Buffer.from('3003020100', 'hex')) + 5))).toBe('true')
  expect(certificatesFrom(`${root.pem}${authority.pem}`)).toHaveLength(2)
})

test('a chain of several certificates leads to the one that is believed', async () => {
  const between = await anAuthority({ name: 'Between', by: root, isRoot: true })
  const below = await anAuthority({ name: 'Below', by: between })
  expect(codeOf(await stampBy(below, { text, at, along: [below, between] }))).toBe('true')
  expect(codeOf(await stampBy(below, { text, at }))).toBe('other: CN=Below')
  const noRoot = await anAuthority({ name: 'No root', by: root })
  const under = await anAuthority({ name: 'Under', by: noRoot })
  expect(codeOf(await stampBy(under, { text, at, along: [under, noRoot] }))).toBe('other: CN=Under')
})

const earlier = (bytes: Buffer): Buffer => {
  const copy = Buffer.from(bytes)
  copy.write('2026', copy.indexOf('20270301090030Z'))
  return copy
}
const lastBit = (bytes: Buffer): Buffer => {
  const copy = Buffer.from(bytes)
  copy.writeUInt8((copy.at(-1) ?? 0) ^ 1, copy.length - 1)
  return copy
}

/** What it is, what an auditor finds who gave the root, what anybody sees to be wrong with it, and how it is made. */
type Forged = readonly [what: string, code: string, seen: string, make: () => Promise<Buffer> | Buffer]

const forged: readonly Forged[] = [
  [
    'another checkpoint',
    'other_checkpoint',
    'other_checkpoint',
    () => stampBy(authority, { text: `${text}more\n`, at }),
  ],
  ['another hash', 'other_hash', 'other_hash', () => stampBy(authority, { text, at, hash: 'SHA-1' })],
  ['an authority nobody gave', 'other: CN=Time of nobody', 'nothing', () => stampBy(stranger, { text, at })],
  [
    'somebody who takes the name of the authority',
    'other: CN=Root of time',
    'nothing',
    async () => stampBy(await anAuthority({ name: 'Root of time' }), { text, at }),
  ],
  [
    'somebody who says the authority has vouched for him',
    'other: CN=Time of the land',
    'nothing',
    async () => {
      const pretender = await anAuthority({ name: 'Root of time', isRoot: true })
      return await stampBy(await anAuthority({ name: 'Time of the land', by: pretender }), { text, at })
    },
  ],
  [
    'a certificate that had expired',
    'expired',
    'nothing',
    async () => stampBy(await anAuthority({ name: 'Old', by: root, until: '2027-02-01T00:00:00Z' }), { text, at }),
  ],
  [
    'a certificate that was not valid yet',
    'expired',
    'nothing',
    async () => stampBy(await anAuthority({ name: 'New', by: root, from: '2027-04-01T00:00:00Z' }), { text, at }),
  ],
  [
    'a certificate for nothing in particular',
    'no_usage',
    'no_usage',
    async () => stampBy(await anAuthority({ name: 'Web', by: root, usage: 'unsaid' }), { text, at }),
  ],
  [
    'a certificate whose use is not said critically',
    'no_usage',
    'no_usage',
    async () => stampBy(await anAuthority({ name: 'Loose', by: root, usage: 'loosely' }), { text, at }),
  ],
  ['a time before the checkpoint', 'before', 'nothing', () => stampBy(authority, { text, at: '2027-03-01T08:54:59Z' })],
  ['garbage', 'other: unread', 'unreadable', () => Buffer.from('no stamp at all')],
  ['nothing', 'other: unread', 'unreadable', () => Buffer.alloc(0)],
  ['a stamp cut short', 'other: unread', 'unreadable', () => trueOne.subarray(0, trueOne.length - 20)],
  [
    'a stamp with something behind it',
    'other: unread',
    'unreadable',
    () => Buffer.concat([trueOne, Buffer.from('00', 'hex')]),
  ],
  ['values nested without end', 'other: unread', 'unreadable', () => Buffer.from('3080'.repeat(12_000), 'hex')],
  ['a huge one', 'other: unread', 'too_large', () => Buffer.concat([trueOne, Buffer.alloc(64 * 1024)])],
  ['a request that was turned down', 'other: unread', 'not_granted', () => stampBy(authority, { text, at, status: 2 })],
  [
    'a signature over something else',
    'other: unread',
    'other_content',
    () => stampBy(authority, { text, at, contentType: '1.2.840.113549.1.7.1' }),
  ],
  ['a time that was changed', 'changed', 'changed', () => earlier(trueOne)],
  [
    'signed attributes that were changed',
    'false_signature',
    'false_signature',
    async () => renamed(await stampBy(authority, { text, at, names: stranger })),
  ],
  ['a signature that was changed', 'false_signature', 'false_signature', () => lastBit(trueOne)],
  [
    'a signer who signs for another certificate',
    'other_certificate',
    'other_certificate',
    () => stampBy(authority, { text, at, names: stranger }),
  ],
  [
    'a stamp without the certificate of its signer',
    'other: unread',
    'no_certificate',
    () => stampBy(authority, { text, at, along: [] }),
  ],
  [
    'attributes that name no content',
    'changed',
    'changed',
    () => stampBy(authority, { text, at, signs: (all) => all.slice(0, 1) }),
  ],
  [
    'attributes that name no certificate',
    'other_certificate',
    'other_certificate',
    () => stampBy(authority, { text, at, signs: (all) => all.slice(0, 2) }),
  ],
]

/** A stamp that was signed for a stranger's certificate, made to name its signer's own. */
const renamed = (bytes: Buffer): Buffer => {
  const copy = Buffer.from(bytes)
  fingerprintOf(authority).copy(copy, copy.indexOf(fingerprintOf(stranger)))
  return copy
}
const fingerprintOf = ({ x509 }: typeof authority): Buffer =>
  Buffer.from(x509.fingerprint256.replaceAll(':', ''), 'hex')

test.each(forged)('no true stamp: %s', async (_, code, wrong, make) => {
  const bytes = await make()
  expect([codeOf(bytes), seen(bytes)]).toEqual([code, wrong])
  const fault = stampFaultIn(bytes, text)
  if (fault === undefined) return
  expect(fault.says.en).toMatch(/^[a-z]/)
  expect(fault.says['zh-CN']).toMatch(/[\u4e00-\u9fff]/)
})

test('nothing is wrong with a true one for who knows no authority', () => {
  expect(seen(trueOne)).toBe('nothing')
})

test('whatever is wrong with the stamp of somebody else, it is a stamp of somebody else; anybody sees what is wrong', async () => {
  const pretender = await anAuthority({ name: 'Root of time', isRoot: true })
  const named = await anAuthority({ name: 'Time of the land', by: pretender })
  const web = await anAuthority({ name: 'Web of nobody', usage: 'unsaid' })
  for (const [bytes, code] of [
    [lastBit(await stampBy(named, { text, at })), 'false_signature'],
    [earlier(await stampBy(named, { text, at })), 'changed'],
    [await stampBy(named, { text: `${text}more\n`, at }), 'other_checkpoint'],
    [await stampBy(named, { text, at, names: stranger }), 'other_certificate'],
    [await stampBy(web, { text, at }), 'no_usage'],
  ] as const) {
    expect(codeOf(bytes)).toMatch(/^other: CN=/)
    expect(seen(bytes)).toBe(code)
  }
})

test('a certificate whose key nobody can read is that of nobody, and no mistake of ours', async () => {
  const curve = Buffer.from('06082a8648ce3d030107', 'hex')
  const broken = Buffer.from(trueOne)
  for (let at = broken.indexOf(curve); at >= 0; at = broken.indexOf(curve, at + 1)) broken.writeUInt8(9, at + 9)
  expect(broken.equals(trueOne)).toBe(false)
  expect(codeOf(broken)).toMatch(/^other: /)
  expect(seen(broken)).not.toBe('nothing')
})

test('a stamp five minutes older than the checkpoint is still taken: clocks differ', async () => {
  expect(codeOf(await stampBy(authority, { text, at: '2027-03-01T08:55:00Z' }))).toBe('true')
})

test.each(['Ed25519', 'RSA'])('what no certificate is, is refused: %s', (words) => {
  expect(() => certificatesFrom(words)).toThrow('no certificate')
})
