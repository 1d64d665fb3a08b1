import { z } from 'zod'
import { field, flag } from './field.js'

/** How Temporal is reached where others may listen on the way, or where its server asks who comes. */
export const temporalFields = {
  TEMPORAL_TLS: field(flag().default(false), {
    says: 'Whether Temporal is spoken to over TLS.',
    allowed: 'true or false',
  }),
  TEMPORAL_TLS_CA_FILE: field(z.string().min(1).optional(), {
    says: 'The certificates its server is known by; left out, those of this machine.',
    allowed: 'a path to a file of PEM certificates',
  }),
  TEMPORAL_TLS_CERT_FILE: field(z.string().min(1).optional(), {
    says: 'The certificate this process shows the server, with TEMPORAL_TLS_KEY_FILE; left out, it shows none.',
    allowed: 'a path to a file of PEM certificates',
  }),
  TEMPORAL_TLS_KEY_FILE: field(z.string().min(1).optional(), {
    says: 'The private key that belongs to TEMPORAL_TLS_CERT_FILE.',
    allowed: 'a path to a file with a PEM key',
  }),
  TEMPORAL_TLS_SERVER_NAME: field(
    z
      .string()
      .regex(/^[A-Za-z0-9.-]{1,253}$/)
      .optional(),
    {
      says: 'The name the certificate of the server bears, where that is not the host of TEMPORAL_ADDRESS.',
      allowed: 'a host name',
    },
  ),
  TEMPORAL_API_KEY: field(z.string().min(1).optional(), {
    says: 'The key by which a server that asks for one lets this process in; it is sent over TLS only.',
    allowed: 'the key the server gave',
    secret: true,
  }),
} as const
