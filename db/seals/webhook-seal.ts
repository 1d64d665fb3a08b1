import { hkdfSync } from 'node:crypto'
import type { Instant, ProgrammeId } from '../../domain/ids.js'
import { heldKeys } from './installation-key.js'
import { isSealFor, sealFor, type SealedFacts } from './row-seal.js'

/** What a webhook is for; it stays what it was when it was made. */
export interface WebhookMade {
  readonly id: string
  readonly programme: ProgrammeId
  readonly url: string
  readonly kinds: readonly string[]
  readonly madeAt: Instant
}

/** The seal of the row of a webhook. */
export const webhookSeal = (made: WebhookMade): string => sealFor('webhook', factsOf(made))

/** Whether a process of this installation made a webhook for just this. */
export const isWebhookSealed = (made: WebhookMade, seal: string): boolean =>
  isSealFor('webhook', { facts: factsOf(made), seal })

const factsOf = ({ id, programme, url, kinds, madeAt }: WebhookMade): SealedFacts => [id, programme, url, kinds, madeAt]

/**
 * The secret by which whoever takes messages knows that they are ours. It follows from the secret of the installation's seals that its row
 * was sealed with, and is kept nowhere; it stays the same when the key is replaced. Undefined where this process does not hold that key.
 */
export const webhookSecret = ({ id, seal }: { readonly id: string; readonly seal: string }): Buffer | undefined => {
  const held = heldKeys().find((one) => seal.startsWith(`${one.id}.`))
  if (held === undefined) return undefined
  return Buffer.from(hkdfSync('sha256', held.seals, '', `cornerstone secret of webhook ${id}`, 32))
}

/** The secret as it is shown, once, and as libraries for such messages take it. */
export const shownSecret = (secret: Buffer): string => `whsec_${secret.toString('base64')}`
