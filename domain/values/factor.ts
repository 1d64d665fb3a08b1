/**
 * How somebody showed afresh that it is he or she, before an act of weight: signed in again, by the time that the issuer of a
 * token vouches for, by a passkey for just this act, by a code that came to the address on record; or nobody asked, because it is a
 * rehearsal.
 */
export const factors = ['sign_in', 'token', 'passkey', 'code', 'rehearsal'] as const
export type Factor = (typeof factors)[number]
