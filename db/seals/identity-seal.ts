import type { PersonId } from '../../domain/ids.js'
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { currentKey, heldKeys, isWhole } from './installation-key.js'

/** Somebody as an issuer of tokens names them. */
export interface Subject {
  readonly issuer: string
  readonly subject: string
}

/** How the name an issuer has for somebody is kept. */
export const subjectHash = ({ issuer, subject }: Subject): string =>
  createHash('sha256')
    .update(JSON.stringify(['subject', issuer, subject]))
    .digest('hex')

interface Means {
  readonly hash: string
  readonly person: PersonId
}

/** The seal of a row that says whom a subject is. */
export const identitySeal = (means: Means): string => sealUnder(currentKey().key, means)

/** Whether the API of this installation wrote that a subject is this person. */
export const isIdentitySeal = (seal: string, means: Means): boolean =>
  heldKeys()
    .filter(isWhole)
    .some(({ key }) => {
      const [ours, found] = [Buffer.from(sealUnder(key, means)), Buffer.from(seal)]
      return ours.length === found.length && timingSafeEqual(ours, found)
    })

const sealUnder = (key: Buffer, { hash, person }: Means): string =>
  createHmac('sha256', key)
    .update(JSON.stringify(['identity', hash, person]))
    .digest('hex')
