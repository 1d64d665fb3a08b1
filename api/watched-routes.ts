import type { AccessKind, AccessSubject } from '../domain/access.js'

interface Watched {
  readonly kind: AccessKind
  readonly subject: AccessSubject
}

const read = (subject: AccessSubject): Watched => ({ kind: 'read', subject })
const exported = (subject: AccessSubject): Watched => ({ kind: 'exported', subject })
const set = (subject: AccessSubject): Watched => ({ kind: 'set', subject })

/**
 * What leaves a row in the access log when it succeeds: what is confidential, what is asked about persons or about the past,
 * what only some roles may examine; exports and settings (SD9, SD10, 8.12).
 */
export const watchedRoutes: Readonly<Record<string, Watched>> = {
  'GET /documents/:sha256': read('document'),
  'GET /bases/:id/scans/:sha256': read('scan'),
  'GET /bases/:id/steps/:step/form': read('form'),
  'GET /bases/:id/steps/:step': read('form'),
  'GET /bases/:id/conditions': read('conditions'),
  'GET /bases/:id/text': read('negotiated_text'),
  'GET /bases/:id/text/differences': read('negotiated_text'),
  'GET /bases/:id/text/differences.pdf': exported('negotiated_text'),
  'GET /bases/:id/text.docx': exported('negotiated_text'),
  'GET /bases/:id/text/items': read('negotiated_text'),
  'GET /bases/:id/follow-up': read('follow_up'),
  'GET /bases/:id/launch-items': read('follow_up'),
  'GET /bases/:id/since-the-report': read('follow_up'),
  'GET /bases/:id/minutes': read('session'),
  'GET /bases/:id/subjects': read('subjects'),
  'GET /programmes/:programme/sessions/:session': read('session'),
  'GET /bases/:id/exhibits': read('exhibit'),
  'GET /bases/:id/exhibits/:exhibit': read('exhibit'),
  'GET /bases/:id/exhibits/:exhibit/content': read('exhibit'),
  'POST /bases/:id/exhibits/:exhibit': read('exhibit'),
  'GET /bases/:id/figures': read('figures'),
  'GET /bases/:id/history': read('history'),
  'GET /bases/:id/history.csv': exported('history'),
  'GET /bases/:id/history.pdf': exported('history'),
  'GET /bases/:id/as-of': read('as_of'),
  'GET /bases/:id/diff': read('diff'),
  'GET /programmes/:programme/portfolio': read('portfolio'),
  'GET /bases/table.csv': exported('portfolio'),
  'GET /bases/areas': read('portfolio'),
  'GET /bases/challenges': read('portfolio'),
  'GET /bases/:id/letters': read('letters'),
  'GET /bases/:id/letters/:letter': read('letters'),
  'GET /bases/:id/correspondence': read('letters'),
  'POST /bases/:id/letters/:letter/resends': set('letters'),
  'POST /bases/:id/letters/:letter': set('letters'),
  'GET /documents/:sha256/origin': read('document'),
  'GET /programmes/:programme/people/:person/records': read('person_records'),
  'GET /programmes/:programme/holds': read('record_holds'),
  'GET /programmes/:programme/retention': read('retention'),
  'GET /refused-attempts': read('refused_attempts'),
  'GET /access-log': read('access_log'),
  'GET /exceptions': read('exceptions'),
  'GET /programmes/:programme/reconciliation': read('reconciliation'),
  'GET /programmes/:programme/rules/:procedure/:version': read('rules'),
  'GET /bases/:id/evidence': exported('evidence'),
  'GET /programmes/:programme/evidence': exported('evidence'),
  'GET /programmes/:programme/people': read('mandates'),
  'GET /search': read('search'),
  'POST /programmes/:programme/people': set('mandates'),
  'POST /programmes/:programme/mandates': set('mandates'),
  'POST /programmes/:programme/mandates/:proposal/confirmations': set('mandates'),
  'POST /programmes/:programme/rules': set('rules'),
  'POST /programmes/:programme/rules/:procedure/:version/confirmations': set('rules'),
  'POST /mandates/:id/revocations': set('mandates'),
  'POST /programmes/:programme/people/:person/identities': set('identity'),
  'POST /programmes/:programme/people/:person/identities/removals': set('identity_taken'),
  'POST /programmes/:programme/people/:person/links/revocations': set('link'),
  'POST /programmes/:programme/people/:person/sign-ins/endings': set('sign_in'),
  'POST /programmes/:programme/people/:person/api-tokens': set('api_token'),
  'POST /api-tokens/:id/revocations': set('api_token'),
  'POST /calendar': set('api_token'),
  'GET /programmes/:programme/api-tokens': read('api_token'),
  'GET /programmes/:programme/webhooks': read('webhook'),
  'GET /programmes/:programme/webhooks/:webhook/deliveries': read('webhook'),
  'POST /programmes/:programme/webhooks': set('webhook'),
  'POST /programmes/:programme/webhooks/acts': set('webhook'),
  'POST /programmes/:programme/webhooks/:webhook/endings': set('webhook'),
  'POST /programmes/:programme/webhooks/:webhook/deliveries/:delivery/redeliveries': set('webhook'),
  'POST /checkpoints/:size/attestations': set('attestation'),
  'POST /act': read('form'),
  'POST /act/decisions': read('form'),
  'POST /act/drafts': read('form'),
  'POST /act/proofs': read('form'),
  'POST /act/tables': read('form'),
  'POST /act/codes': read('form'),
  'POST /bases/:id/steps/:step': read('form'),
  'POST /bases/:id/steps/:step/proofs': read('form'),
  'POST /bases/:id/steps/:step/tables': read('form'),
  'GET /bases/:id/steps/:step/text': read('negotiated_text'),
  'POST /bases/:id/steps/:step/text': read('negotiated_text'),
  'POST /act/text': read('negotiated_text'),
  'POST /act/text/items': read('negotiated_text'),
  'POST /act/documents': read('document'),
  'POST /rehearsals': set('rehearsal'),
}

interface Unwatched {
  readonly because: string
  readonly routes: readonly string[]
}

/** What may be read without leaving a row, and why. Every other route to read is watched, or the API is not built. */
export const unwatchedRoutes: readonly Unwatched[] = [
  {
    because:
      'It is one’s own: who one is, what waits for oneself, what one lent or was lent, what became of one’s command, what one takes by mail, what one drafts, which views one keeps, what is kept of oneself.',
    routes: [
      'GET /me',
      'GET /inbox',
      'GET /work',
      'GET /calendar',
      'GET /account',
      'GET /account/kept',
      'GET /delegations',
      'GET /commands/:id',
      'GET /checkpoints/subscription',
      'GET /bases/:id/steps/:step/draft',
      'GET /sign-ins',
      'GET /api-tokens',
      'GET /saved-views',
      'GET /passkeys',
      'GET /sign-ins/current',
    ],
  },
  {
    because: 'It is the present work of those who see the base, looked at all day: stages, dates, steps, who must act.',
    routes: [
      'GET /bases',
      'GET /bases/counts',
      'GET /changes',
      'GET /bases/spans',
      'GET /bases/:id',
      'GET /bases/:id/steps',
      'GET /bases/:id/why',
      'GET /bases/:id/times',
      'GET /bases/:id/acts/:act',
      'GET /bases/:id/time',
      'GET /bases/:id/steps/:step/acts/:beside',
      'GET /programmes/:programme/slots',
      'GET /programmes/:programme/waiting-list',
      'GET /',
    ],
  },
  {
    because: 'It only names papers by their fingerprints; opening one leaves a row.',
    routes: ['GET /bases/:id/documents'],
  },
  {
    because:
      'It only says which paper or entry a code stands for that its reader holds already; opening either leaves a row.',
    routes: ['GET /verify'],
  },
  {
    because: 'It shows a form and nothing else; what is found by it leaves a row.',
    routes: [
      'GET /programmes/:programme/start',
      'GET /programmes/:programme/import',
      'GET /programmes/:programme/import/template.csv',
    ],
  },
  {
    because: 'It says which machines stand still, and is asked by whoever keeps them running.',
    routes: ['GET /stuck'],
  },
  {
    because: 'It says of each hour whether two witnesses agree, and is asked by whoever watches that all runs.',
    routes: ['GET /programmes/:programme/reconciliations'],
  },
  {
    because:
      'It is no secret: programmes, calls, clusters by their public names, the rules all are under, what words mean.',
    routes: [
      'GET /programmes',
      'GET /programmes/:programme',
      'GET /programmes/:programme/calls',
      'GET /programmes/:programme/register',
      'GET /programmes/:programme/mandates/proposals',
      'GET /programmes/:programme/proposals',
      'GET /clusters',
      'GET /vocabulary',
      'GET /procedures',
      'GET /procedures/:procedure/:version',
    ],
  },
  {
    because:
      'It is public and asked without a token: the pages a link of a letter opens, which know of no link, signed checkpoints and keys, health, the description of the API.',
    routes: [
      'GET /act',
      'GET /confirm',
      'GET /sign-in',
      'GET /sign-out',
      'GET /checkpoints',
      'GET /checkpoints/latest',
      'GET /checkpoints/keys',
      'GET /.well-known/jwks.json',
      'GET /checkpoints/witnesses',
      'GET /witness/:origin/checkpoint',
      'GET /health/live',
      'GET /health/ready',
      'GET /openapi.json',
      'GET /docs',
      'GET /docs/',
      'GET /docs/js/scalar.js',
    ],
  },
  {
    because: 'It is somebody’s own dates, asked for by a calendar all day; the first use of its token leaves a row.',
    routes: ['GET /calendars/:token'],
  },
  {
    because: 'It is the way back from the provider: who is signed in there has a row of his or her own (0053).',
    routes: ['GET /sign-in/callback'],
  },
  {
    because: 'It is there in a trial alone, about invented people and without a token, so that nobody could be named.',
    routes: ['GET /people', 'GET /local-provider', 'GET /mailbox-messages', 'GET /mailbox', 'GET /mailbox/:id'],
  },
]
