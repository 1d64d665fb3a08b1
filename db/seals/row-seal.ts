import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import { currentKey, heldKeys } from './installation-key.js'
import { canonicalText } from '../canonical-text.js'

/** What is sealed; each kind has a key of its own, and none of them is the key of anything else. */
export type SealedKind =
  | 'ledger entry'
  | 'seat'
  | 'rules'
  | 'link'
  | 'act code'
  | 'third party'
  | 'page'
  | 'sign-in'
  | 'browser'
  | 'api token'
  | 'passkey'
  | 'passkey challenge'
  | 'webhook'
  | 'note'
  | 'sender'
  | 'accepted'
  | 'outcome'
  | 'history'
  | 'comparison'
  | 'healing'

/** Facts of a row in a fixed order; they become the bytes of a JSON array. */
export type SealedFacts = readonly (string | number | null | readonly string[])[]

/** A value among sealed facts, in the one text it has wherever it was stored or sent in between: without members that are undefined. */
export const sealedText = (value: unknown): string => canonicalText(JSON.parse(JSON.stringify(value ?? null)))

/**
 * The seal of a row: `<id of the key>.<HMAC-SHA256 in hex>`. Its key follows from the secret of the installation's seals, which no role
 * of the database ever sees: whoever may write rows, and is no process of the programme, cannot make one.
 */
export const sealFor = (kind: SealedKind, facts: SealedFacts): string => {
  const { id, seals } = currentKey()
  return `${id}.${macOf(kind, { seals, facts }).toString('hex')}`
}

/** Whether a seal is true of these facts, under any key of the installation that this process holds. */
export const isSealFor = (
  kind: SealedKind,
  { facts, seal }: { readonly facts: SealedFacts; readonly seal: string | null },
): boolean => {
  const [, id, mac = ''] = /^([0-9a-f]{8})\.([0-9a-f]{64})$/.exec(seal ?? '') ?? []
  const held = heldKeys().find((one) => one.id === id)
  return held !== undefined && timingSafeEqual(macOf(kind, { seals: held.seals, facts }), Buffer.from(mac, 'hex'))
}

/** Whether one of some seals is true of these facts. However many lie there, each key of this process works once. */
export const isAnySealFor = (
  kind: SealedKind,
  { facts, seals }: { readonly facts: SealedFacts; readonly seals: readonly string[] },
): boolean => {
  if (seals.length === 0) return false
  const lying = new Set(seals)
  return heldKeys().some(({ id, seals: secret }) =>
    lying.has(`${id}.${macOf(kind, { seals: secret, facts }).toString('hex')}`),
  )
}

/** Whether a seal was made under the key this process seals with. */
export const isUnderCurrentKey = (seal: string | null): boolean => seal?.startsWith(`${currentKey().id}.`) === true

const macOf = (kind: SealedKind, { seals, facts }: { readonly seals: Buffer; readonly facts: SealedFacts }): Buffer =>
  createHmac('sha256', ownKey(kind, seals)).update(JSON.stringify(facts)).digest()

/** Derived once for each secret and kind (RFC 5869). */
const ownKey = (kind: SealedKind, seals: Buffer): Uint8Array => {
  const known = derived.get(seals) ?? new Map<SealedKind, Uint8Array>()
  derived.set(seals, known)
  const own = known.get(kind) ?? new Uint8Array(hkdfSync('sha256', seals, '', `cornerstone seal of ${kind}`, 32))
  known.set(kind, own)
  return own
}
const derived = new WeakMap<Buffer, Map<SealedKind, Uint8Array>>()
