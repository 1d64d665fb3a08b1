/** What somebody must hold before a write of theirs is looked at; nothing of what it is about is read before. */
export type WriteClass = 'base' | 'staff' | 'seat'

const onBase = [
  'POST /bases/:id/steps/:step/decisions',
  'POST /bases/:id/steps/:step',
  'POST /bases/:id/steps/:step/proofs',
  'POST /bases/:id/steps/:step/tables',
  'POST /bases/:id/steps/:step/text',
  'POST /bases/:id/acts/:act',
  'POST /bases/:id/steps/:step/acts/:beside',
  'POST /bases/:id/comments',
  'POST /bases/:id/text/items',
  'POST /bases/:id/text/items/:no/answers',
  'POST /bases/:id/holds',
  'POST /bases/:id/resumptions',
  'POST /bases/:id/withdrawals',
  'POST /bases/:id/steps/:step/revocations',
  'POST /bases/:id/steps/:step/voids',
  'POST /bases/:id/steps/:step/voids/confirmations',
  'POST /bases/:id/matters',
  'POST /bases/:id/year-records',
  'POST /bases/:id/matters/taken-back',
  'POST /bases/:id/letters/:letter/resends',
  'POST /bases/:id/letters/:letter',
  'POST /bases/:id/scans',
  'POST /bases/:id/steps/:step/papers',
  'POST /bases/:id/steps/:step/papers/confirmations',
  'POST /bases/:id/steps/:step/papers/refusals',
  'POST /bases/:id/steps/:step/extensions',
  'POST /bases/:id/steps/:step/reassignments',
  'POST /bases/:id/steps/:step/substitutes',
  'POST /bases/:id/exhibits',
  'POST /bases/:id/exhibits/:exhibit',
  'POST /bases/:id/exhibits/:exhibit/checks',
  'POST /bases/:id/conditions/:condition/showings',
  'POST /bases/:id/conditions/:condition/checks',
  'POST /bases/:id/exhibits/:exhibit/acceptances',
  'POST /bases/:id/exhibits/:exhibit/rejections',
  'POST /bases/:id/third-parties',
  'POST /bases/:id/adoptions',
  'POST /bases/:id/interests',
  'POST /bases/:id/revivals',
  'POST /bases/:id/retries',
] as const

const byStaff = [
  'POST /programmes/:programme/calls',
  'POST /programmes/:programme/calls/:call/decisions',
  'POST /programmes/:programme/sessions',
  'POST /programmes/:programme/sessions/:session/moves',
  'POST /programmes/:programme/sessions/:session/notes',
  'POST /programmes/:programme/mandates',
  'POST /programmes/:programme/mandates/:proposal/confirmations',
  'POST /programmes/:programme/organisations',
  'POST /programmes/:programme/places',
  'POST /programmes/:programme/categories',
  'POST /programmes/:programme/names',
  'POST /programmes/:programme/register/:kind/:entry/confirmations',
  'POST /programmes/:programme/rules',
  'POST /programmes/:programme/rules/:procedure/:version/confirmations',
  'POST /programmes/:programme/proposals/:kind/:proposal/withdrawals',
  'POST /programmes/:programme/bases',
  'POST /programmes/:programme/start',
  'POST /programmes/:programme/reminders/previews',
  'POST /programmes/:programme/reminders',
  'POST /programmes/:programme/reassignments/previews',
  'POST /programmes/:programme/reassignments',
  'POST /programmes/:programme/bases/imports',
  'POST /programmes/:programme/bases/imports/previews',
  'POST /programmes/:programme/import',
  'POST /programmes/:programme/import/beginnings',
  'POST /programmes/:programme/people',
  'POST /programmes/:programme/webhooks/acts',
  'POST /programmes/:programme/people/:person',
  'POST /programmes/:programme/people/:person/identities',
  'POST /programmes/:programme/people/:person/identities/removals',
  'POST /programmes/:programme/people/:person/links/revocations',
  'POST /programmes/:programme/people/:person/sign-ins/endings',
  'POST /programmes/:programme/people/:person/erasures',
  'POST /programmes/:programme/people/:person/erasures/confirmations',
  'POST /programmes/:programme/revivals',
  'POST /programmes/:programme/retries',
  'POST /programmes/:programme/holds',
  'POST /programmes/:programme/holds/:hold/confirmations',
  'POST /programmes/:programme/holds/:hold/releases',
  'POST /programmes/:programme/holds/:hold/releases/confirmations',
] as const

const bySeated = ['POST /programmes/:programme/delegations'] as const

/**
 * Every route that writes: a base must be seen by whoever writes on it (`base`), a programme is written on from its own
 * side (`staff`), or with any seat of it (`seat`). Whoever has no business there learns nothing from a refusal.
 */
export const writeRoutes: Readonly<Record<string, WriteClass>> = {
  ...of('base', onBase),
  ...of('staff', byStaff),
  ...of('seat', bySeated),
}

interface Excused {
  readonly because: string
  readonly routes: readonly string[]
}

/** What writes and is in no class, and why. Every other route that writes is in one, or the API is not built. */
export const excusedWrites: readonly Excused[] = [
  {
    because: 'It names a seat, a command or a checkpoint; its route looks who asks before it says anything of it.',
    routes: [
      'POST /mandates/:id/revocations',
      'POST /delegations/:id/endings',
      'POST /checkpoints/:size/attestations',
      'POST /checkpoints/subscription',
      'POST /commands/:id/skips',
      'POST /api-tokens/:id/revocations',
    ],
  },
  {
    because:
      'It brings bytes in parts, without a name of their own; its route asks for an open step before it reads one of them.',
    routes: [
      'POST /bases/:id/files',
      'POST /bases/:id/uploads',
      'PATCH /bases/:id/uploads/:upload',
      'DELETE /bases/:id/uploads/:upload',
    ],
  },
  {
    because: 'It keeps what is typed and is no command; its route asks who acts on the step before it keeps any of it.',
    routes: ['PUT /bases/:id/steps/:step/draft', 'DELETE /bases/:id/steps/:step/draft'],
  },
  {
    because:
      'It keeps, shares and removes a view of whoever is signed in, and is no command; its route lets nobody share with a role that is not held.',
    routes: ['PUT /saved-views/:id', 'DELETE /saved-views/:id', 'POST /saved-views'],
  },
  {
    because:
      'It makes, asks for and removes a passkey of whoever is signed in, and is about nobody else; its route asks for a sign-in of the last minutes where the keys change (0073).',
    routes: ['POST /passkeys', 'POST /passkeys/registrations', 'POST /passkeys/challenges', 'DELETE /passkeys/:id'],
  },
  {
    because: 'It hands in a file to be looked at, and changes nothing; what it may be told of is asked where it leads.',
    routes: ['POST /verify'],
  },
  {
    because:
      'It is the form of a page, which names what it mends; what it calls looks who asks before anything is done.',
    routes: ['POST /stuck'],
  },
  {
    because: 'It is about rehearsals, where everything is invented; its route asks for a seat that may hold them.',
    routes: ['POST /rehearsals', 'POST /rehearsals/:programme/advance', 'POST /bases/:id/time'],
  },
  {
    because: 'It comes from another log, which its signature names; its route takes those of its settings alone.',
    routes: ['POST /witness/add-checkpoint'],
  },
  {
    because:
      'It comes from the page of a link, which says who asks; its route looks whether that is good for just this step (0051).',
    routes: [
      'POST /act',
      'POST /act/decisions',
      'POST /act/drafts',
      'POST /act/proofs',
      'POST /act/tables',
      'POST /act/documents',
      'POST /act/fresh',
      'POST /act/codes',
      'POST /act/text',
      'POST /act/text/items',
    ],
  },
  {
    because:
      'It comes from somebody outside, whom the token of a letter names; its route looks whether that still asks for one line, and decides nothing (0066).',
    routes: ['POST /confirm', 'POST /confirm/answers'],
  },
  {
    because:
      'It gives a token, which may stand in no table, so that it is no command; its route asks for who keeps the people before it looks at anything.',
    routes: ['POST /programmes/:programme/people/:person/api-tokens'],
  },
  {
    because:
      'It names another program that is told, ends that, or sends it something once more; its route asks for who keeps the people before it looks at anything. The secret it gives may stand in no table, so that it is no command.',
    routes: [
      'POST /programmes/:programme/webhooks',
      'POST /programmes/:programme/webhooks/:webhook/endings',
      'POST /programmes/:programme/webhooks/:webhook/deliveries/:delivery/redeliveries',
    ],
  },
  {
    because:
      'It brings a mail as a mail server has it, under no name of its own; its route asks for an administrator before it reads one word.',
    routes: ['POST /programmes/:programme/mail'],
  },
  {
    because: 'It ends a sign-in of one’s own; its route asks by which one that is said (0053).',
    routes: ['POST /sign-out', 'DELETE /sign-ins/:id'],
  },
  {
    because: 'It makes and ends the address of the own dates of whoever is signed in, and is about nobody else.',
    routes: ['POST /calendar'],
  },
  {
    because: 'It is there in a trial alone: a token for one of its invented people, given to whoever plays.',
    routes: ['POST /tokens'],
  },
]

function of<C extends WriteClass>(cls: C, routes: readonly string[]): Readonly<Record<string, C>> {
  return Object.fromEntries(routes.map((route) => [route, cls]))
}
