/** Words, where they are asked for. */
export const reason = 'A reason.'

/** A body that fits each route, so that nothing but the seat can be what is missing. */
export const bodies: Readonly<Record<string, object | undefined>> = {
  'POST /bases/:id/steps/:step/decisions': { option: 'approve', reason },
  'POST /bases/:id/steps/:step': undefined,
  'POST /bases/:id/steps/:step/proofs': undefined,
  'POST /bases/:id/steps/:step/tables': undefined,
  'POST /bases/:id/steps/:step/acts/:beside': undefined,
  'POST /bases/:id/steps/:step/text': undefined,
  'POST /bases/:id/acts/:act': undefined,
  'POST /bases/:id/letters/:letter': undefined,
  'POST /bases/:id/letters/:letter/resends': { reason },
  'POST /bases/:id/text/items': { kind: 'comment', step: '3.5.1', seenBy: 'both', text: reason },
  'POST /bases/:id/text/items/:no/answers': { step: '3.5.1', state: 'accepted', words: reason },
  'POST /bases/:id/comments': { text: reason },
  'POST /bases/:id/holds': { code: 'LAT', reason },
  'POST /bases/:id/resumptions': { reason },
  'POST /bases/:id/withdrawals': { code: 'LAT', reason },
  'POST /bases/:id/steps/:step/revocations': { code: 'LAT', reason },
  'POST /bases/:id/steps/:step/voids': { code: 'LAT', reason },
  'POST /bases/:id/steps/:step/voids/confirmations': { seq: 1 },
  'POST /bases/:id/year-records': { record: 'year_record' },
  'POST /bases/:id/matters': { matter: 'change', code: 'INT', reason },
  'POST /bases/:id/matters/taken-back': { matter: 'ending', code: 'GOV', reason },
  'POST /bases/:id/scans': undefined,
  'POST /bases/:id/steps/:step/papers': {
    signatory: 'p-pm-1',
    scan: 'a'.repeat(64),
    number: '7',
    signedOn: '2027-01-05',
    option: 'sign',
  },
  'POST /bases/:id/steps/:step/papers/confirmations': { signatory: 'p-pm-1', scan: 'a'.repeat(64), seq: 1 },
  'POST /bases/:id/steps/:step/papers/refusals': { signatory: 'p-pm-1', code: 'LAT', reason },
  'POST /bases/:id/steps/:step/extensions': { days: 5, code: 'LAT', reason },
  'POST /bases/:id/steps/:step/reassignments': { to: 'p-so-2', code: 'LAT', reason },
  'POST /bases/:id/steps/:step/substitutes': {},
  'POST /bases/:id/adoptions': { version: '2027.1' },
  'POST /bases/:id/interests': { kind: 'direct' },
  'POST /bases/:id/revivals': { code: 'TER', reason },
  'POST /bases/:id/retries': { code: 'FLT', reason },
  'POST /bases/:id/exhibits': {
    upload: '00000000-0000-4000-8000-000000000000',
    title: { en: 'Audit' },
    kind: 'audit_report',
    readers: 'PAR',
    seal: 'stamped',
    languages: ['en'],
    holdsNothingForbidden: true,
  },
  'POST /bases/:id/exhibits/:exhibit': undefined,
  'POST /bases/:id/exhibits/:exhibit/checks': { class: 2 },
  'POST /bases/:id/exhibits/:exhibit/acceptances': {},
  'POST /bases/:id/third-parties': { activity: '5.14a.1:activities-r1', email: 'buyer@firm.example' },
  'POST /bases/:id/conditions/:condition/showings': { exhibits: ['00000000-0000-4000-8000-000000000000'] },
  'POST /bases/:id/conditions/:condition/checks': { result: 'met' },
  'POST /bases/:id/exhibits/:exhibit/rejections': { code: 'unsigned', reason },
  'POST /programmes/:programme/calls': { call: 'call-2' },
  'POST /programmes/:programme/calls/:call/decisions': { option: 'open' },
  'POST /programmes/:programme/sessions/:session/moves': { on: '2099-06-21', code: 'FMJ', reason },
  'POST /programmes/:programme/sessions/:session/notes': {
    minutes: reason,
    present: [{ person: 'p-pm-1', from: '2027-01-01T13:00:00.000Z' }],
  },
  'POST /programmes/:programme/sessions': { session: 's-1', bases: ['gasme-C09-yueqing-1'] },
  'POST /programmes/:programme/mandates': {
    mandates: [{ person: 'p-pm-2', organisation: 'o-office', role: 'PM', from: '2027-01-01T00:00:00.000Z' }],
  },
  'POST /programmes/:programme/mandates/:proposal/confirmations': { seq: 1 },
  'POST /programmes/:programme/organisations': {
    organisation: 'o-hanoi',
    name: { en: 'Hanoi', local: 'Hà Nội' },
    country: 'VN',
  },
  'POST /programmes/:programme/places': { place: 'VN', zone: 'Asia/Ho_Chi_Minh', languages: ['vi'] },
  'POST /programmes/:programme/categories': { category: 'ceramics', name: { en: 'Ceramics', 'zh-CN': '陶瓷' } },
  'POST /programmes/:programme/names': { cluster: 'F01-foshan', place: '佛山市', government: '佛山市人民政府' },
  'POST /programmes/:programme/register/:kind/:entry/confirmations': { seq: 1 },
  'POST /programmes/:programme/rules': { rules: { id: 'full' }, inForceFrom: '2099-01-01' },
  'POST /programmes/:programme/rules/:procedure/:version/confirmations': { seq: 1 },
  'POST /programmes/:programme/proposals/:kind/:proposal/withdrawals': {},
  'POST /programmes/:programme/bases': { cluster: 'C09-yueqing' },
  'POST /programmes/:programme/start': undefined,
  'POST /programmes/:programme/bases/imports': { clusters: [{ id: 'C09-yueqing' }] },
  'POST /programmes/:programme/reminders/previews': {
    steps: [{ base: 'gasme-C09-yueqing-1', step: '1.4a.1' }],
    reason,
  },
  'POST /programmes/:programme/reminders': { steps: [{ base: 'gasme-C09-yueqing-1', step: '1.4a.1' }], reason },
  'POST /programmes/:programme/reassignments/previews': { from: 'p-so-1', to: 'p-so-2', code: 'LAT', reason },
  'POST /programmes/:programme/reassignments': { from: 'p-so-1', to: 'p-so-2', code: 'LAT', reason },
  'POST /programmes/:programme/bases/imports/previews': { clusters: [{ id: 'C09-yueqing' }] },
  'POST /programmes/:programme/import': undefined,
  'POST /programmes/:programme/import/beginnings': undefined,
  'POST /programmes/:programme/people': undefined,
  'POST /programmes/:programme/webhooks/acts': undefined,
  'POST /programmes/:programme/people/:person': {
    name: { en: 'Mira', local: 'Mira' },
    email: 'mira@place.example',
    language: 'en',
  },
  'POST /programmes/:programme/people/:person/identities': { issuer: 'https://login.example.org', subject: 'x' },
  'POST /programmes/:programme/people/:person/sign-ins/endings': {},
  'POST /programmes/:programme/people/:person/links/revocations': {},
  'POST /programmes/:programme/people/:person/identities/removals': {
    issuer: 'https://login.example.org',
    subject: 'x',
  },
  'POST /programmes/:programme/people/:person/erasures': {},
  'POST /programmes/:programme/people/:person/erasures/confirmations': { seq: 1 },
  'POST /programmes/:programme/holds': { base: 'gasme-C09-yueqing-1', code: 'INT' },
  'POST /programmes/:programme/holds/:hold/confirmations': { seq: 1 },
  'POST /programmes/:programme/holds/:hold/releases': {},
  'POST /programmes/:programme/holds/:hold/releases/confirmations': { seq: 1 },
  'POST /programmes/:programme/revivals': { code: 'TER', reason },
  'POST /programmes/:programme/retries': { code: 'FLT', reason },
  'POST /programmes/:programme/delegations': { role: 'SO', to: 'p-so-3', until: '2099-12-31T00:00:00Z' },
}

/** Forms of pages: nobody sends them without the mark of the page, whatever base they are for. */
export const pageForms = new Set([
  'POST /bases/:id/steps/:step',
  'POST /bases/:id/steps/:step/acts/:beside',
  'POST /bases/:id/steps/:step/text',
  'POST /bases/:id/acts/:act',
  'POST /bases/:id/letters/:letter',
  'POST /bases/:id/exhibits/:exhibit',
  'POST /programmes/:programme/start',
  'POST /programmes/:programme/import/beginnings',
  'POST /programmes/:programme/people',
  'POST /programmes/:programme/webhooks/acts',
])

/** The address of a route, with ids that there are. */
export const urlOf = (route: string, on: string): string =>
  (route.split(' ')[1] ?? '')
    .replace(/(?<=mandates\/|delegations\/):id/, 'm-leaving')
    .replace(':id', on)
    .replace(':step', '1.4a.1')
    .replace(':letter', '00000000-0000-4000-8000-000000000000')
    .replace(':act', 'comment')
    .replace(':session', 's-1')
    .replace(':beside', 'extend')
    .replace(':no', '1')
    .replace(':exhibit', '00000000-0000-4000-8000-000000000000')
    .replace(':condition', '2.7.1:r1')
    .replace(':programme', 'gasme')
    .replace(':kind', 'place')
    .replace(':procedure', 'full')
    .replace(':version', '2099-01-01')
    .replace(/:(call|person|hold|entry|proposal)/, 'p-pm-1')
