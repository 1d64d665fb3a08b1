import { generateKeyPairSync, sign } from 'node:crypto'
import { expect, test } from '@jest/globals'
import { keyIdOf, publicBytesOf } from '../../db/log/ed25519.js'
import { hasSigned, makeSignerKey, readSigner, signedNote } from '../../db/log/note.js'
import { readNote, readVerifierKey, signedBy } from '../../verify/note.js'

const signer = readSigner(makeSignerKey('log.example.org/gasme'))
const other = readSigner(makeSignerKey('other.example.org'))
const text = 'log.example.org/gasme\n3\n'
const note = signedNote(text, [signer])
const line = note.slice(text.length + 1)

/** A key of any kind with the line it signs under a text as if it were the key of a log, under its own id or one that is said. */
const aKey = (kind: number, saidId?: string) => {
  const name = 'log.example.org/gasme'
  const { privateKey } = generateKeyPairSync('ed25519')
  const bytes = publicBytesOf(privateKey, kind)
  const id = saidId ?? keyIdOf(name, bytes)
  const signature = sign(null, Buffer.from(text), privateKey)
  const body = Buffer.concat([Buffer.from(id, 'hex'), signature]).toString('base64')
  return { key: `${name}+${id}+${bytes.toString('base64')}`, note: `${text}\n\u2014 ${name} ${body}\n` }
}
const [ofWitness, ofAnotherId, ofLog] = [aKey(4), aKey(1, '0a1b2c3d'), aKey(1)]
const cutTwice = signedNote(`${text}\nmore\n`, [signer])

test.each([
  ['its own key has signed it', note, signer.verifierKey, true],
  ['somebody else has signed it too', signedNote(text, [other, signer]), signer.verifierKey, true],
  ['the key was made elsewhere', ofLog.note, ofLog.key, true],
  ['an empty line stands in its text', cutTwice, signer.verifierKey, true],
  ['the key is that of a witness, which signs cosignatures alone', ofWitness.note, ofWitness.key, false],
  ['the id of the key is not its own', ofAnotherId.note, ofAnotherId.key, false],
  ['the true line stands above a second empty line', `${note}\n\u2014 x AAAAAAAA\n`, signer.verifierKey, false],
  ['a line below it is none', `${note}more\n`, signer.verifierKey, false],
  ['somebody else alone has signed it', signedNote(text, [other]), signer.verifierKey, false],
  ['its text was changed', note.replace('\n3\n', '\n4\n'), signer.verifierKey, false],
  ['there is no line', `${text}\n`, signer.verifierKey, false],
  ['there is no text', `\n\n${line}`, signer.verifierKey, false],
  ['the key is none', note, 'log.example.org/gasme', false],
])('a note is signed or not, here as for the verifier: %s', (_, given, keyText, isSigned) => {
  expect(hasSigned(given, keyText)).toBe(isSigned)
  const [read, key] = [readNote(given), readVerifierKey(keyText)]
  expect(read !== undefined && key !== undefined && signedBy(read, [key]).length === 1).toBe(isSigned)
})

test('a note with a false line of a key beside a true one is signed by nobody: it is malformed (C2SP signed-note)', () => {
  const untrue = signedNote(`${text}more\n`, [signer]).slice(`${text}more\n`.length + 1)
  expect(hasSigned(note + untrue, signer.verifierKey)).toBe(false)
  expect(hasSigned(note + line, signer.verifierKey)).toBe(true)
})
