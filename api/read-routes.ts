import { logReaders, recordReaders, witnessReaders } from '../domain/sight/seen-as.js'
import { offices, roleCodes, roles, type Role } from '../domain/role.js'

/**
 * Whom a route that is read answers at all: everybody, whoever is known, whoever sees the base it names, whoever sits on the
 * side of the programme named or of any, whoever holds one of some roles there or anywhere. How much of it somebody is shown is told by `domain/sight`.
 */
export type ReadPolicy =
  | { readonly to: 'everybody' | 'known' | 'seated' | 'base' | 'staff' | 'our_side' }
  | { readonly to: 'base' | 'held' | 'anywhere'; readonly roles: readonly Role[] }

const ourSide = roleCodes.filter((role) => roles[role].side === 'programme')
const keepers: readonly Role[] = ['AD', 'PD']
/** Who reads what waits for a second person. */
export const proposalReaders: readonly Role[] = ['AD', 'PD', 'AU']
/** Who answers for the records of a programme. */
export const recordKeepers: readonly Role[] = ['AD', 'PD', 'CO', 'LC', 'AU']
/** Who reads before and after each decision at least that compliance brought something (8.12). */
const screened: readonly Role[] = ['PM', 'PD', 'CO', 'LC', 'DL', 'CM', 'CH', 'SM', 'CS', 'BD', 'RP', 'AU']
/** Who gives seats, who runs the programme, who screens and who examines. */
export const directoryReaders: readonly Role[] = ['AD', 'PD', 'PM', 'CO', 'AU']
/** Who begins rehearsals and moves their time: those who run a programme or keep its house, since it takes time of the same servers. */
export const rehearsers: readonly Role[] = ['PM', 'PD', 'AD']
/** Who reads which other programs are told, and what became of each message. */
export const webhookReaders: readonly Role[] = ['AD', 'PD', 'AU']
const register: readonly Role[] = ['AD', 'PD', 'PM', 'SO', 'CO', 'AU']

/** Asked without a token; the last of them are there in a trial alone. */
const open = [
  'GET /act',
  'GET /confirm',
  'GET /calendars/:token',
  'GET /sign-in',
  'GET /sign-in/callback',
  'GET /sign-out',
  'GET /checkpoints',
  'GET /checkpoints/latest',
  'GET /checkpoints/keys',
  'GET /checkpoints/witnesses',
  'GET /.well-known/jwks.json',
  'GET /witness/:origin/checkpoint',
  'GET /health/live',
  'GET /health/ready',
  'GET /openapi.json',
  'GET /docs',
  'GET /docs/',
  'GET /docs/js/scalar.js',
  'GET /people',
  'GET /local-provider',
  'GET /mailbox-messages',
  'GET /mailbox',
  'GET /mailbox/:id',
] as const

/** What is one's own, what is cut to what its reader sees, and what is no secret. */
const known = [
  // In a trial it is open to whoever reaches the machine, as is the page of the ten.
  'GET /',
  'GET /work',
  'GET /calendar',
  'GET /account',
  'GET /account/kept',
  'GET /me',
  'GET /vocabulary',
  'GET /verify',
  'GET /inbox',
  'GET /changes',
  'GET /search',
  'GET /delegations',
  'GET /commands/:id',
  'GET /sign-ins',
  'GET /sign-ins/current',
  'GET /api-tokens',
  'GET /saved-views',
  'GET /passkeys',
  'GET /bases',
  'GET /bases/counts',
  'GET /bases/spans',
  'GET /bases/table.csv',
  'GET /bases/areas',
  'GET /bases/challenges',
  'GET /documents/:sha256',
  'GET /documents/:sha256/origin',
  'GET /programmes',
  'GET /programmes/:programme',
  'GET /programmes/:programme/calls',
  'GET /programmes/:programme/portfolio',
  'GET /procedures',
  'GET /procedures/:procedure/:version',
] as const

const ofBase = [
  'GET /bases/:id',
  'GET /bases/:id/steps',
  'GET /bases/:id/steps/:step',
  'GET /bases/:id/steps/:step/acts/:beside',
  'GET /bases/:id/steps/:step/text',
  'GET /bases/:id/acts/:act',
  'GET /bases/:id/steps/:step/form',
  'GET /bases/:id/steps/:step/draft',
  'GET /bases/:id/why',
  'GET /bases/:id/times',
  'GET /bases/:id/documents',
  'GET /bases/:id/conditions',
  'GET /bases/:id/follow-up',
  'GET /bases/:id/launch-items',
  'GET /bases/:id/since-the-report',
  'GET /bases/:id/minutes',
  'GET /bases/:id/exhibits',
  'GET /bases/:id/exhibits/:exhibit',
  'GET /bases/:id/exhibits/:exhibit/content',
  'GET /bases/:id/figures',
  'GET /bases/:id/history',
  'GET /bases/:id/history.csv',
  'GET /bases/:id/history.pdf',
  'GET /bases/:id/as-of',
  'GET /bases/:id/diff',
  'GET /bases/:id/letters',
  'GET /bases/:id/letters/:letter',
  'GET /bases/:id/correspondence',
  'GET /bases/:id/text',
  'GET /bases/:id/text.docx',
  'GET /bases/:id/text/differences',
  'GET /bases/:id/text/differences.pdf',
  'GET /bases/:id/text/items',
] as const

const staff = [
  'GET /programmes/:programme/slots',
  'GET /programmes/:programme/waiting-list',
  'GET /programmes/:programme/sessions/:session',
  'GET /clusters',
] as const

/** One row for each route that is read; a route without one is not built. */
export const readRoutes: Readonly<Record<string, ReadPolicy>> = {
  ...rows(open, { to: 'everybody' }),
  ...rows(known, { to: 'known' }),
  ...rows(['GET /checkpoints/subscription'], { to: 'seated' }),
  ...rows(['GET /stuck'], { to: 'our_side' }),
  ...rows(ofBase, { to: 'base' }),
  ...rows(staff, { to: 'staff' }),
  'GET /bases/:id/scans/:sha256': { to: 'base', roles: ourSide },
  'GET /bases/:id/time': { to: 'base', roles: rehearsers },
  'GET /bases/:id/subjects': { to: 'base', roles: screened },
  'GET /bases/:id/evidence': { to: 'base', roles: recordReaders },
  'GET /programmes/:programme/evidence': { to: 'held', roles: recordReaders },
  'GET /programmes/:programme/reconciliation': { to: 'held', roles: witnessReaders },
  'GET /programmes/:programme/reconciliations': { to: 'held', roles: witnessReaders },
  'GET /programmes/:programme/start': { to: 'held', roles: [offices.nominates] },
  'GET /programmes/:programme/import': { to: 'held', roles: [offices.nominates] },
  'GET /programmes/:programme/import/template.csv': { to: 'held', roles: [offices.nominates] },
  'GET /programmes/:programme/people': { to: 'held', roles: directoryReaders },
  'GET /programmes/:programme/register': { to: 'held', roles: register },
  'GET /programmes/:programme/mandates/proposals': { to: 'held', roles: proposalReaders },
  'GET /programmes/:programme/proposals': { to: 'held', roles: proposalReaders },
  'GET /programmes/:programme/rules/:procedure/:version': { to: 'held', roles: proposalReaders },
  'GET /programmes/:programme/api-tokens': { to: 'held', roles: keepers },
  'GET /programmes/:programme/webhooks': { to: 'held', roles: webhookReaders },
  'GET /programmes/:programme/webhooks/:webhook/deliveries': { to: 'held', roles: webhookReaders },
  'GET /programmes/:programme/people/:person/records': { to: 'held', roles: recordKeepers },
  'GET /programmes/:programme/holds': { to: 'held', roles: recordKeepers },
  'GET /programmes/:programme/retention': { to: 'held', roles: recordKeepers },
  'GET /refused-attempts': { to: 'anywhere', roles: logReaders },
  'GET /access-log': { to: 'anywhere', roles: logReaders },
  'GET /exceptions': { to: 'anywhere', roles: logReaders },
}

/**
 * What is read for its reader alone, by the database too (0065). Not so what is answered to whoever holds a role in a programme, which
 * is about the whole of it; nor these, which must be whole.
 */
export const isReadForReader = (route: string): boolean =>
  route in readRoutes && readRoutes[route]?.to !== 'held' && !readWhole.includes(route)

/**
 * What became of one's own command, wherever it went; the file of a record, which says what other programmes have erased; what minutes
 * say of a base, which stands in the ledger of its programme and is told for itself alone; and how much is kept of oneself, wherever one
 * had a seat.
 */
const readWhole: readonly string[] = [
  'GET /commands/:id',
  'GET /bases/:id/evidence',
  'GET /bases/:id/minutes',
  'GET /account/kept',
]

function rows(routes: readonly string[], policy: ReadPolicy): Readonly<Record<string, ReadPolicy>> {
  return Object.fromEntries(routes.map((route) => [route, policy]))
}
