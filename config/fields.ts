import { z } from 'zod'
import { field, flag, urlOf } from './field.js'
import { addresses, origins, pairs } from './lists.js'
import { signInFields } from './sign-in-fields.js'
import { temporalFields } from './temporal-fields.js'
import { documentStore, exhibitStore, hours, megabytes, scanner } from './store-fields.js'

/**
 * Every setting of every process, defined once: its sentence (printed into `.env.example`), what is allowed, and whether
 * its value may be shown when it is wrong. A process picks from this table; it never defines a setting of its own.
 */
export const fields = {
  MODE: field(z.enum(['embedded', 'production']), {
    says: 'Whether this is the all-in-one trial on one machine (embedded) or a real installation (production).',
    allowed: 'embedded or production',
  }),
  LOG_LEVEL: field(z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'), {
    says: 'How much each process writes to its log.',
    allowed: 'fatal, error, warn, info, debug, trace or silent',
  }),
  CORNERSTONE_DATA: field(z.string().default('.cornerstone'), {
    says: 'The folder in which the embedded mode keeps its database, its Temporal server and its documents.',
    allowed: 'a folder, absolute or relative to where the command is run',
  }),
  DATABASE_URL: field(urlOf(/^postgres(ql)?:$/), {
    says: 'PostgreSQL 16 or newer, as the role cornerstone_app, which may write rows but owns nothing.',
    allowed: 'postgres://user:password@host:port/database',
    secret: true,
  }),
  SEQUENCER_DATABASE_URL: field(urlOf(/^postgres(ql)?:$/), {
    says: 'The same database as the role cornerstone_sequencer, which alone may put entries in order and keep checkpoints.',
    allowed: 'postgres://user:password@host:port/database',
    secret: true,
  }),
  DATABASE_OWNER_URL: field(urlOf(/^postgres(ql)?:$/), {
    says: 'The same database as the role that owns the tables; only migrations use it.',
    allowed: 'postgres://user:password@host:port/database',
    secret: true,
  }),
  TEMPORAL_ADDRESS: field(z.string().regex(/^[^\s:/]+:\d{1,5}$|^\[[0-9a-fA-F:]+\]:\d{1,5}$/), {
    says: 'The gRPC address of the Temporal server, 1.32 or newer.',
    allowed: 'host:port, for example 127.0.0.1:7233',
  }),
  TEMPORAL_NAMESPACE: field(name().default('cornerstone'), {
    says: 'The Temporal namespace in which the real programme lives.',
    allowed: 'letters, digits, dots, dashes and underscores',
  }),
  TEMPORAL_REHEARSAL_NAMESPACE: field(name().optional(), {
    says: 'The Temporal namespace in which rehearsals bend time; left empty in production, there are no rehearsals.',
    allowed: 'letters, digits, dots, dashes and underscores, and not the namespace of the real programme',
  }),
  TEMPORAL_TASK_QUEUE: field(name().default('cornerstone'), {
    says: 'The Temporal task queue on which workers listen.',
    allowed: 'letters, digits, dots, dashes and underscores',
  }),
  SAMPLE: field(z.enum(['play', 'none']).default('play'), {
    says: 'Whether npm start plays the sample programme on a data folder that does not have it yet; a rehearsal, in trials only.',
    allowed: 'play or none',
  }),
  SAMPLE_NOTE_FILE: field(z.string().optional(), {
    says: 'The file in which npm start notes how far the sample programme is played, for the pages to say; in trials only.',
    allowed: 'a path to a file',
  }),
  ...temporalFields,
  WORKER_BUILD: field(name().optional(), {
    says:
      'The name of the build this worker runs; its bases stay with it until they continue as new. Left empty, runs move ' +
      'to whatever build asks for work, as in a trial.',
    allowed: 'letters, digits, dots, dashes and underscores; a new name for every release',
  }),
  API_HOST: field(z.string().regex(/^\S+$/).default('127.0.0.1'), {
    says: 'The network address the API listens on; 0.0.0.0 lets other machines in.',
    allowed: 'an address or a host name',
  }),
  API_PORT: field(port().default(4310), {
    says: 'The port the API listens on.',
    allowed: 'a whole number from 1 to 65535',
  }),
  API_PUBLIC_URL: field(urlOf(/^https?:$/), {
    says: 'The address people reach the API under; it is printed in letters.',
    allowed: 'http://host:port or https://host',
  }),
  TRUSTED_PROXIES: field(addresses().optional(), {
    says: 'The proxies in front of the API whose word is taken for who asks (X-Forwarded-For); left out, the socket counts.',
    allowed: 'addresses or networks with commas between: 10.0.0.5,192.168.0.0/16',
  }),
  CORS_ORIGINS: field(origins().optional(), {
    says: 'Other sites whose pages may ask this API with a token of their own; left out, no other site reads an answer.',
    allowed: 'origins with commas between: https://board.example.org,https://map.example.org',
  }),
  REQUESTS_PER_MINUTE_PER_PERSON: field(perMinute().default(1_200), {
    says: 'How many requests of one person the API takes in a minute; further ones are told to wait.',
    allowed: 'a whole number from 10 to 10000000',
  }),
  REQUESTS_PER_MINUTE_PER_ADDRESS: field(perMinute().default(6_000), {
    says: 'How many requests from one address, behind which a whole office may sit, the API takes in a minute.',
    allowed: 'a whole number from 10 to 10000000',
  }),
  TOKEN_ISSUER: field(z.string().min(1), {
    says: 'Who must have issued a bearer token (its iss claim).',
    allowed: 'the exact text of the iss claim',
  }),
  TOKEN_AUDIENCE: field(z.string().min(1), {
    says: 'For whom a bearer token must have been issued (its aud claim).',
    allowed: 'the exact text of the aud claim',
  }),
  TOKEN_JWKS_URL: field(urlOf(/^https?:$/).optional(), {
    says: 'Where the public keys of the token issuer are published.',
    allowed: 'an http or https address',
  }),
  ...signInFields,
  LOCAL_ISSUER: field(flag().default(false), {
    says: 'Whether this process issues tokens itself for the seeded people; for trials only.',
    allowed: 'true or false',
  }),
  LOCAL_ISSUER_KEY_FILE: field(z.string().optional(), {
    says: 'The file that holds the key of the local issuer; it is made when missing.',
    allowed: 'a path to a file',
  }),
  SMTP_URL: field(urlOf(/^smtps?:$/), {
    says: 'The mail relay through which letters leave.',
    allowed: 'smtp://host:port or smtps://user:password@host:port',
    secret: true,
  }),
  MAIL_FROM: field(z.string().regex(/^[^@\r\n]+@[^@\s]+$|^[^<>\r\n]*<[^@\s<>]+@[^@\s<>]+>$/), {
    says: 'The sender of every letter.',
    allowed: 'an address, or a name and an address: Programme office <office@example.org>',
  }),
  MAIL_HOURS: field(z.enum(['office', 'any']).default('office'), {
    says: 'When letters to a place leave: in the office hours of the place, or at any hour.',
    allowed: 'office or any',
  }),
  MAIL_REPLIES: field(
    z
      .string()
      .regex(/^[^@\s<>]*\{base\}[^@\s<>]*@[^@\s<>]+$/)
      .optional(),
    {
      says: 'Where letters about a base are answered; left out, at the sender. An answer is never an act.',
      allowed: 'an address with {base} in it, such as base+{base}@example.org',
    },
  ),
  LETTERS_GATHER_SECONDS: field(seconds().default(30), {
    says: 'For how long a letter waits for others to the same reader, so that they leave as one mail.',
    allowed: 'a whole number from 0 to 3600',
  }),
  LETTERS_UNDO_SECONDS: field(seconds().default(300), {
    says: 'For how long letters of a decision wait, so that it can be taken back before anybody is told of it.',
    allowed: 'a whole number from 0 to 3600',
  }),
  LETTERS_UNDO_SECONDS_IN_REHEARSALS: field(seconds().default(0), {
    says: 'The same for rehearsals, in which nobody waits unless it is asked for.',
    allowed: 'a whole number from 0 to 3600',
  }),
  MAILBOX_SMTP_PORT: field(port().optional(), {
    says: 'The port of the mailbox of a trial, which takes letters instead of sending them; left out, there is none.',
    allowed: 'a whole number from 1 to 65535',
  }),
  CHECKPOINT_KEY_FILE: field(z.string().min(1).optional(), {
    says: 'The file with the private key that checkpoints of the ledger are signed with; in a trial it is made when missing.',
    allowed: 'a path to a file of lines PRIVATE+KEY+name+id+base64, the current key first',
  }),
  PAPER_SEAL_KEY_FILE: field(z.string().min(1).optional(), {
    says: 'The file with the private key of the seal that papers bear (PAdES); left out with the certificate, they bear none.',
    allowed: 'a path to a file with an RSA key in PEM, without a passphrase',
  }),
  PAPER_SEAL_CERTIFICATE_FILE: field(z.string().min(1).optional(), {
    says: 'The file with the certificate of that key, and behind it those up to its authority.',
    allowed: 'a path to a file of certificates in PEM, that of the key first',
  }),
  CHECKPOINT_KEY: field(z.string().optional(), {
    says: 'The same private key as text, where secrets are handed over as settings; make it with npm run checkpoint:key.',
    allowed: 'one line PRIVATE+KEY+name+id+base64, or two while a key is being replaced',
    secret: true,
  }),
  WITNESSES: field(pairs(/^https?:\/\/\S+$/).optional(), {
    says: 'Who cosigns the checkpoints of this ledger (C2SP tlog-witness): the key of each, and where it takes them.',
    allowed:
      'name+id+base64 and an http or https address with a space between; several with commas or line breaks between',
  }),
  WITNESS_KEY_FILE: field(z.string().min(1).optional(), {
    says: 'The file with the private key with which this installation cosigns for other logs; left out, it is no witness.',
    allowed: 'a path to a file with one line PRIVATE+KEY+name+id+base64, made with npm run witness:key',
  }),
  WITNESS_KEY: field(z.string().optional(), {
    says: 'The same private key as text, where secrets are handed over as settings.',
    allowed: 'one line PRIVATE+KEY+name+id+base64, made with npm run witness:key',
    secret: true,
  }),
  WITNESSED_LOGS: field(pairs(/^\S.*$/).optional(), {
    says: 'The logs this installation cosigns for: the public key of each, and its origin where that is not the name of the key.',
    allowed: 'name+id+base64, or that and the origin with a space between; several with commas or line breaks between',
  }),
  PERSON_KEY_FILE: field(z.string().min(1).optional(), {
    says: 'The file with the key that the keys of persons lie under; in a trial it is made when missing.',
    allowed:
      'a path to a file of lines PERSON+KEY+id+base64, the current key first, and SEAL+KEY+id+base64 of destroyed ones',
  }),
  PERSON_KEY: field(z.string().optional(), {
    says: 'The same key as text, where secrets are handed over as settings; make it with npm run person:key.',
    allowed:
      'one line PERSON+KEY+id+base64, more while a key is being replaced, and SEAL+KEY+id+base64 of destroyed ones behind it',
    secret: true,
  }),
  DOCUMENT_STORE: field(documentStore(), {
    says: 'Where documents are kept.',
    allowed: 'folder:<path> or s3:<bucket>',
  }),
  EXHIBIT_STORE: field(exhibitStore(), {
    says: 'Where the sealed files of exhibits are kept: a folder of its own, outside of whatever is served, and backed up with the database.',
    allowed: 'folder:<path>',
  }),
  EXHIBIT_SCANNER: field(scanner().default({ kind: 'built-in' }), {
    says: 'Who looks into files for viruses; built-in looks for none, says so of each file, and is for trials only.',
    allowed: 'built-in, clamd:<host>:<port> or clamd:<path of a socket>',
  }),
  EXHIBIT_MEGABYTES: field(megabytes().default(50), {
    says: 'How large a file of an exhibit may be, in MiB.',
    allowed: 'a whole number from 1 to 2000',
  }),
  EXHIBIT_VIDEO_MEGABYTES: field(megabytes().default(200), {
    says: 'How large a video may be, in MiB.',
    allowed: 'a whole number from 1 to 2000',
  }),
  EXHIBIT_UPLOAD_HOURS: field(hours().default(24), {
    says: 'For how many hours an upload that nobody brings to its end, or as an exhibit, is kept.',
    allowed: 'a whole number from 1 to 8760',
  }),
  S3_ENDPOINT: field(urlOf(/^https?:$/).optional(), {
    says: 'The address of the S3-compatible store.',
    allowed: 'an http or https address',
  }),
  S3_REGION: field(z.string().min(1).default('us-east-1'), {
    says: 'The region the S3-compatible store is addressed with.',
    allowed: 'a region name',
  }),
  S3_ACCESS_KEY_ID: field(z.string().optional(), {
    says: 'The access key of the S3-compatible store.',
    allowed: 'an access key id',
    secret: true,
  }),
  S3_SECRET_ACCESS_KEY: field(z.string().optional(), {
    says: 'The secret that belongs to the access key.',
    allowed: 'a secret access key',
    secret: true,
  }),
  CORNERSTONE_API_URL: field(urlOf(/^https?:$/).optional(), {
    says: 'The API the command line speaks to; left out, the one running on the data folder.',
    allowed: 'http://host:port or https://host',
  }),
  CORNERSTONE_LANGUAGE: field(z.enum(['en', 'zh-CN']).default('en'), {
    says: 'The language in which the command line speaks.',
    allowed: 'en or zh-CN',
  }),
  CORNERSTONE_TOKEN: field(z.string().optional(), {
    says: 'The bearer token the command line sends; left out, it asks the local issuer.',
    allowed: 'a token',
    secret: true,
  }),
} as const

export type SettingName = keyof typeof fields

function name() {
  return z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/)
}

function port() {
  return z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .refine((value) => value >= 1 && value <= 65535)
}

function perMinute() {
  return z
    .string()
    .regex(/^\d{2,8}$/)
    .transform(Number)
    .refine((value) => value >= 10 && value <= 10_000_000)
}

function seconds() {
  return z
    .string()
    .regex(/^\d{1,4}$/)
    .transform(Number)
    .refine((value) => value <= 3_600)
}
