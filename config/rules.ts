import type { Environment } from './read-environment.js'

/** A real installation takes nobody's word for who they are: tokens come from an issuer outside this program. */
export const issuerFitsMode = (env: Environment): readonly string[] => {
  if (env['MODE'] === 'production') {
    return [
      ...(env['LOCAL_ISSUER'] === 'true'
        ? ['LOCAL_ISSUER is "true", but MODE is production. Anyone could be anyone; set LOCAL_ISSUER to false.']
        : []),
      ...(env['TOKEN_JWKS_URL'] === undefined
        ? ['TOKEN_JWKS_URL is missing. In production tokens are checked with the keys published there; set it.']
        : []),
    ]
  }
  return env['LOCAL_ISSUER'] === 'true' && env['LOCAL_ISSUER_KEY_FILE'] === undefined
    ? ['LOCAL_ISSUER_KEY_FILE is missing, but LOCAL_ISSUER is true. Set it to a path to a file.']
    : []
}

/** People sign in by a provider outside this program. It may name nobody by what anybody can change, nor give what passes for a bearer token. */
export const providerFitsMode = (env: Environment): readonly string[] => {
  const missing = ['OIDC_ISSUER', 'OIDC_CLIENT_ID'].filter((name) => env[name] === undefined)
  return [
    ...missing
      .filter(() => env['MODE'] === 'production' || missing.length === 1)
      .map(
        (name) =>
          `${name} is missing. Without it nobody signs in by a browser; set both OIDC_ISSUER and OIDC_CLIENT_ID.`,
      ),
    ...(env['MODE'] === 'production' && env['OIDC_ISSUER']?.startsWith('http:') === true
      ? [`OIDC_ISSUER is "${env['OIDC_ISSUER']}". In production it is reached by https.`]
      : []),
    ...(env['OIDC_CLIENT_ID'] !== undefined && env['OIDC_CLIENT_ID'] === env['TOKEN_AUDIENCE']
      ? [
          'OIDC_CLIENT_ID is TOKEN_AUDIENCE too, so that what only says who somebody is would pass for a token. Give the API an audience of its own.',
        ]
      : []),
    ...(namesAnybodyCanTake.includes(env['OIDC_SUBJECT_CLAIM'] ?? '')
      ? [
          `OIDC_SUBJECT_CLAIM is "${env['OIDC_SUBJECT_CLAIM']}", which can be changed and given to somebody else. Use sub.`,
        ]
      : []),
  ]
}

/** A seal is made by a key, and known by its certificate. */
export const paperSealIsWhole = (env: Environment): readonly string[] => {
  const pair = ['PAPER_SEAL_KEY_FILE', 'PAPER_SEAL_CERTIFICATE_FILE']
  const missing = pair.filter((name) => env[name] === undefined)
  return missing.length === 1
    ? [`${missing.join()} is missing. The seal of papers takes ${pair.join(' and ')}; set both or none.`]
    : []
}

/** A browser makes passkeys for the host of the page, or a name above it, and for no other. */
export const passkeysFitAddress = (env: Environment): readonly string[] => {
  const [named, address = ''] = [env['PASSKEY_RP_ID'], env['API_PUBLIC_URL']]
  if (named === undefined || !URL.canParse(address)) return []
  const { hostname } = new URL(address)
  return hostname === named || hostname.endsWith(`.${named}`)
    ? []
    : [
        `PASSKEY_RP_ID is "${named}", which is neither ${hostname} nor a name above it. Leave it out, or set one of these.`,
      ]
}

const namesAnybodyCanTake: readonly string[] = [
  'email',
  'name',
  'nickname',
  'preferred_username',
  'phone_number',
  'upn',
  'nonce',
  'aud',
]

/** The mailbox shows every letter to whoever opens it, so it exists in trials only. */
export const mailboxFitsMode = (env: Environment): readonly string[] =>
  env['MODE'] === 'production' && env['MAILBOX_SMTP_PORT'] !== undefined
    ? ['MAILBOX_SMTP_PORT is set, but MODE is production. Leave it out and send letters through SMTP_URL.']
    : []

/** A checkpoint proves something only when its key was made by somebody and is kept outside the database. */
export const checkpointsAreSigned = (env: Environment): readonly string[] =>
  env['MODE'] === 'production' && env['CHECKPOINT_KEY'] === undefined && env['CHECKPOINT_KEY_FILE'] === undefined
    ? [
        'CHECKPOINT_KEY is missing. In production nobody makes it by itself; make it once with npm run checkpoint:key, and set it.',
      ]
    : []

/** Under the role of everybody else its word would be worth what anybody's is. */
export const sequencerWorksAlone = (env: Environment): readonly string[] =>
  env['MODE'] === 'production' && roleIn(env['SEQUENCER_DATABASE_URL']) === roleIn(env['DATABASE_URL'])
    ? [
        'SEQUENCER_DATABASE_URL and DATABASE_URL name the same role. Give the sequencer its own, cornerstone_sequencer, whose password nothing else is told.',
      ]
    : []

const roleIn = (url: string | undefined): string | undefined =>
  url !== undefined && URL.canParse(url) ? new URL(url).username : undefined

/** A database of one's own, with roles of its own, has one for the sequencer too; one that has a single role needs no more. */
export const sequencerIsNamed = (env: Environment): readonly string[] =>
  env['DATABASE_URL'] !== undefined &&
  env['DATABASE_OWNER_URL'] !== undefined &&
  env['SEQUENCER_DATABASE_URL'] === undefined
    ? [
        'SEQUENCER_DATABASE_URL is missing, but DATABASE_URL and DATABASE_OWNER_URL name a database. Set it to the same database as the role cornerstone_sequencer.',
      ]
    : []

/** A witness has a key, and somebody for whom it cosigns. A witness that is named has an address. */
export const witnessesAreWhole = (env: Environment): readonly string[] => {
  const hasKey = env['WITNESS_KEY'] !== undefined || env['WITNESS_KEY_FILE'] !== undefined
  const lines = (env['WITNESSES'] ?? '').split(/[,\n]/).filter((line) => line.trim() !== '')
  return [
    ...(env['WITNESSED_LOGS'] !== undefined && !hasKey
      ? ['WITNESS_KEY is missing, but WITNESSED_LOGS is set. Make one with npm run witness:key, and set it.']
      : []),
    ...(hasKey && env['WITNESSED_LOGS'] === undefined
      ? ['WITNESSED_LOGS is missing, but WITNESS_KEY is set. Name the logs to cosign for, or leave the key out.']
      : []),
    ...lines
      .filter((line) => !/\s/.test(line.trim()))
      .map((line) => `WITNESSES names ${line.trim()} without an address. Set it.`),
  ]
}

/** A name can be taken back only where its key lies elsewhere and somebody keeps that key. */
export const peopleAreSealed = (env: Environment): readonly string[] =>
  env['MODE'] === 'production' && env['PERSON_KEY'] === undefined && env['PERSON_KEY_FILE'] === undefined
    ? [
        'PERSON_KEY is missing. In production nobody makes it by itself; make it once with npm run person:key, and set it.',
      ]
    : []

/** Files of others are opened only where somebody has looked for viruses in them. */
export const scannerFitsMode = (env: Environment): readonly string[] =>
  env['MODE'] === 'production' && (env['EXHIBIT_SCANNER'] === undefined || env['EXHIBIT_SCANNER'] === 'built-in')
    ? [
        'EXHIBIT_SCANNER is "built-in" or missing, but MODE is production. It looks for no viruses; name a clamd, such as clamd:scanner:3310.',
      ]
    : []

/** A bucket is no use without an address and a key. */
export const storeIsReachable = (env: Environment): readonly string[] =>
  env['DOCUMENT_STORE']?.startsWith('s3:') === true
    ? ['S3_ENDPOINT', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY']
        .filter((name) => env[name] === undefined)
        .map((name) => `${name} is missing, but DOCUMENT_STORE names an S3 bucket. Set ${name}, or use folder:<path>.`)
    : []

/** Time is bent in the rehearsal namespace; a real programme must never share it. */
export const rehearsalsLiveApart = (env: Environment): readonly string[] =>
  env['TEMPORAL_REHEARSAL_NAMESPACE'] !== undefined &&
  env['TEMPORAL_REHEARSAL_NAMESPACE'] === (env['TEMPORAL_NAMESPACE'] ?? 'cornerstone')
    ? [
        `TEMPORAL_REHEARSAL_NAMESPACE is "${env['TEMPORAL_REHEARSAL_NAMESPACE']}", the namespace of the real programme. ` +
          'Give rehearsals a namespace of their own, or leave it out.',
      ]
    : []

/** `npm start` brings its own database and server; a real installation runs the processes by themselves. */
export const supervisorIsForTrials = (env: Environment): readonly string[] =>
  env['MODE'] === 'production'
    ? [
        'MODE is "production", but npm start is the embedded trial on one machine. ' +
          'Leave MODE out, or start the processes with docker compose up.',
      ]
    : []

const beyondTheMachine = (address: string): boolean =>
  URL.canParse(address) &&
  new URL(address).protocol === 'http:' &&
  !/^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(new URL(address).hostname)

/** Cookies, tokens and codes go to these addresses, and nobody on the way may read them. */
export const addressIsSafe = (env: Environment): readonly string[] => {
  if (env['MODE'] !== 'production') return []
  const origins = (env['CORS_ORIGINS'] ?? '').split(',').map((one) => one.trim())
  return [
    ...(beyondTheMachine(env['API_PUBLIC_URL'] ?? '')
      ? [`API_PUBLIC_URL is "${env['API_PUBLIC_URL']}". In production people reach it by https.`]
      : []),
    ...origins
      .filter(beyondTheMachine)
      .map((one) => `CORS_ORIGINS names "${one}". In production another site that asks is reached by https.`),
  ]
}

/** A key that is sent in clear, or half a pair, keeps nobody out. */
export const temporalIsSafe = (env: Environment): readonly string[] => {
  const [hasCert, hasKey] = ['TEMPORAL_TLS_CERT_FILE', 'TEMPORAL_TLS_KEY_FILE'].map((name) => env[name] !== undefined)
  const overTls = Object.keys(env).filter(
    (name) => (name.startsWith('TEMPORAL_TLS_') || name === 'TEMPORAL_API_KEY') && env[name] !== undefined,
  )
  return [
    ...(hasCert === hasKey
      ? []
      : ['TEMPORAL_TLS_CERT_FILE and TEMPORAL_TLS_KEY_FILE belong together. Set both, or neither.']),
    ...(env['TEMPORAL_TLS'] === 'true'
      ? []
      : overTls
          .toSorted()
          .map((name) => `${name} is set, but TEMPORAL_TLS is not true. Set it, or leave ${name} out.`)),
  ]
}
