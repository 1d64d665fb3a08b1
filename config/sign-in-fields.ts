import { z } from 'zod'
import { field, urlOf } from './field.js'

/** By whom people sign in with a browser (0053). */
export const signInFields = {
  OIDC_ISSUER: field(urlOf(/^https?:$/).optional(), {
    says: 'The OpenID Connect provider by which people sign in with a browser: its issuer identifier.',
    allowed: 'an https address, exactly as the provider writes its issuer',
  }),
  OIDC_CLIENT_ID: field(z.string().min(1).max(255).optional(), {
    says: 'Under which name the provider knows this installation; its redirect address is API_PUBLIC_URL/sign-in/callback.',
    allowed: 'the client id the provider gave',
  }),
  OIDC_CLIENT_SECRET: field(z.string().min(1).optional(), {
    says: 'The secret of that client; left out, the provider is asked as by a public client, with PKCE alone.',
    allowed: 'the client secret the provider gave',
    secret: true,
  }),
  OIDC_SUBJECT_CLAIM: field(
    z
      .string()
      .regex(/^[A-Za-z0-9_]{1,64}$/)
      .default('sub'),
    {
      says: 'The claim of an identity that says who somebody is, to be set for a person with cornerstone identify.',
      allowed: 'sub, or another claim that the provider never gives to anybody else, such as oid',
    },
  ),
  PASSKEY_RP_ID: field(
    z
      .string()
      .max(253)
      .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)*$/)
      .optional(),
    {
      says: 'The name that passkeys are made for; left out, the host of API_PUBLIC_URL. Passkeys made for another name are good no more.',
      allowed: 'the host of API_PUBLIC_URL, or a name above it, in small letters',
    },
  ),
} as const
