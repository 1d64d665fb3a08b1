import { knowsOnly, packages, packagesNamed, productRooms, runsOnlyPackages } from './tools/lint/directions.js'

/**
 * The directions of the house: which room may run, and which may only name, which other room or package.
 * A rule's comment is what a developer reads when the build goes red, so it gives the reason and the way out.
 */

const domain = [
  {
    name: 'domain-imports-nothing',
    comment:
      'The domain judges in validators inside the workflow sandbox, in the worker that records, and in the browser, and its ' +
      '`evolve` is replayed inside histories that live for years. ' +
      'Whatever it needs (the date, a calendar, a person) it is handed as an argument.',
    severity: 'error',
    from: { path: '^domain/' },
    to: { pathNot: '^domain/' },
  },
]

const workflows = [
  {
    name: 'workflows-run-only-the-domain',
    comment:
      'A workflow is replayed, so everything it runs must be pure: itself, the domain and the Temporal workflow package. ' +
      "Temporal's bundler stops Node's own modules but lets kysely and zod through (zod takes 8 to 12 times the memory in the sandbox). " +
      'Put the effect into an activity and call it.',
    severity: 'error',
    from: { path: '^workflows/' },
    to: {
      pathNot: ['^workflows/', '^domain/', ...packagesNamed('@temporalio/(workflow|common)')],
      dependencyTypesNot: ['type-only'],
    },
  },
  {
    name: 'workflows-name-only-activities',
    comment:
      'A workflow may name the type of an activity, in order to call it through a proxy; no other room has anything to tell it. ' +
      'Write `import type`, and let the activity own what it returns.',
    severity: 'error',
    from: { path: '^workflows/' },
    to: {
      pathNot: ['^workflows/', '^domain/', '^activities/', ...packagesNamed('@temporalio/(workflow|common)')],
      dependencyTypes: ['type-only'],
    },
  },
]

const activities = [
  knowsOnly(
    'activities',
    ['domain/', 'clock/', 'db/', 'mail/', 'documents/'],
    'An activity is one effect, given what it needs by a factory. It knows the rooms that reach the world and nothing of who calls it.',
  ),
  runsOnlyPackages(
    'activities',
    ['@temporalio/(activity|common)', 'date-holidays', 'chinese-days', 'temporal-polyfill'],
    'An activity reaches the world through db, mail and documents, so that each vendor library stands in one room and has one fake. ' +
      'Calendars are the exception (two holiday tables, zone offsets): their answer is fetched here, stored, and never asked again by a replay.',
  ),
]

const worldRooms = [
  knowsOnly(
    'db',
    ['domain/', 'clock/', 'reconciliation/'],
    'Storage, letters and papers do not know each other: an activity joins them.',
  ),
  knowsOnly(
    'mail',
    ['domain/', 'clock/'],
    'Storage, letters and papers do not know each other: an activity joins them.',
  ),
  knowsOnly('documents', ['domain/'], 'Storage, letters and papers do not know each other: an activity joins them.'),
  knowsOnly(
    'exhibits',
    ['domain/'],
    'A file is bytes and a key: who brings it, and where that is noted, is said by whoever joins this room with the tables.',
  ),
  runsOnlyPackages(
    'exhibits',
    ['file-type', 'yauzl', 'csv-parse', 'htmlparser2'],
    'exhibits looks into files, seals them and keeps them; above all not Temporal.',
  ),
  runsOnlyPackages(
    'db',
    ['kysely', 'pg', 'canonicalize'],
    'db is PostgreSQL and nothing else; above all not Temporal.',
  ),
  runsOnlyPackages(
    'mail',
    ['nodemailer', 'smtp-server', 'mailparser'],
    'mail is SMTP and nothing else; above all not Temporal.',
  ),
  runsOnlyPackages(
    'documents',
    ['@aws-sdk', '@smithy', '@myriaddreamin', '@embedpdf', '@libpdf', 'canonicalize', 'docx'],
    'documents is typesetting, the seal of papers and two places to keep files; above all not Temporal.',
  ),
]

const api = [
  {
    name: 'contract-knows-only-the-domain',
    comment:
      'The contract is imported by the browser and by the command line. One import of a server room would carry the server along.',
    severity: 'error',
    from: { path: '^api/contract/' },
    to: { pathNot: ['^api/contract/', '^domain/', ...packagesNamed('zod')] },
  },
  knowsOnly(
    'api',
    [
      'domain/',
      'clock/',
      'db/',
      'documents/',
      'exhibits/',
      'web/',
      'workflows/',
      'config/',
      'stamps/',
      'reconciliation/',
      'activities/papers/',
    ],
    'The API asks a workflow or a read model, and draws the pages of web/. It sends no letter, runs no activity and starts no worker. What a draft of the memorandum begins with is told where its paper is composed, in activities/papers/.',
  ),
  {
    name: 'api-runs-only-messages-of-workflows',
    comment:
      'workflows/messages.ts is the one file that others may run: names and types of updates, queries and ids. ' +
      'Anything else of a workflow may be named with `import type`.',
    severity: 'error',
    from: { path: '^api/' },
    to: { path: '^workflows/', pathNot: '^workflows/messages\\.ts$', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'api-is-a-client-of-temporal',
    comment: 'The API talks to Temporal as a client. The worker, activity and testing packages belong to other rooms.',
    severity: 'error',
    from: { path: '^api/' },
    to: { path: packagesNamed('@temporalio/(worker|activity|workflow|testing)'), dependencyTypesNot: ['type-only'] },
  },
]

const workers = [
  knowsOnly(
    'workers',
    [
      'activities/',
      'clock/',
      'db/',
      'mail/',
      'documents/',
      'exhibits/',
      'config/',
      'domain/',
      'workflows/',
      'reconciliation/',
    ],
    'A process wires real things together. It starts the API and the command line by path, never by import, so that one can fail without the other.',
  ),
  {
    name: 'workers-run-only-messages-of-workflows',
    comment:
      'Workflow code runs in the sandbox, from the bundle. A worker passes its path; by value it may import workflows/messages.ts, and ' +
      'in cores.ts the two pure cores, which the recording of a decision judges by.',
    severity: 'error',
    from: { path: '^workers/', pathNot: '^workers/cores\\.ts$' },
    to: { path: '^workflows/', pathNot: '^workflows/messages\\.ts$', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'only-pure-cores-leave-the-sandbox',
    comment:
      'What a worker runs of the workflows outside the sandbox must be pure: base-core.ts and programme-core.ts, never a driver.',
    severity: 'error',
    from: { path: '^workers/cores\\.ts$' },
    to: { path: '^workflows/', pathNot: '^workflows/(base|programme)-core\\.ts$', dependencyTypesNot: ['type-only'] },
  },
]

const edges = [
  knowsOnly(
    'cli',
    ['domain/', 'clock/', 'api/contract/', 'config/', 'verify/', 'stamps/', 'exhibits/tables/', 'exhibits/texts/'],
    'The command line speaks HTTP, like everybody else; what it does offline is to verify, and to read the table or the text somebody filled in.',
  ),
  {
    name: 'verify-stands-alone',
    comment:
      'An auditor runs this room with Node and nothing else, and it must not share a mistake with the code that writes the ledger. ' +
      "It imports itself and Node's own modules only.",
    severity: 'error',
    from: { path: '^verify/' },
    to: { pathNot: '^verify/', dependencyTypesNot: ['core'] },
  },
  knowsOnly(
    'reconciliation',
    ['domain/'],
    'What the two witnesses say is compared as plain facts: who reads a server, a database or a store brings them.',
  ),
  knowsOnly('stamps', ['domain/'], 'A time stamp is bytes, a text and certificates: whoever asks brings all three.'),
  runsOnlyPackages(
    'stamps',
    ['asn1js', 'pkijs'],
    'The library that reads ASN.1 has one room, apart from the verifier an auditor runs with Node alone.',
  ),
  knowsOnly(
    'web',
    ['domain/', 'api/contract/'],
    'A page is drawn from what it is given: it asks no database and no workflow.',
  ),
  runsOnlyPackages('web', ['react', 'react-dom'], 'A page is React and nothing else.'),
  knowsOnly('config', ['domain/'], 'Settings are read before anything else exists.'),
  knowsOnly('clock', ['domain/'], 'What time it is hangs on nothing but the machine.'),
  {
    name: 'only-processes-run-config',
    comment:
      'The environment is read once, where a process starts, and handed down as a frozen object. A room in the middle may name its type.',
    severity: 'error',
    from: { path: productRooms, pathNot: ['^config/', '^workers/', '^cli/', '^api/server\\.ts$'] },
    to: { path: '^config/', dependencyTypesNot: ['type-only'] },
  },
]

const everywhere = [
  {
    name: 'nobody-imports-test',
    comment: 'The product must not lean on what proves it. Move the piece to the room whose idea it is.',
    severity: 'error',
    from: { pathNot: '^test/' },
    to: { path: '^test/' },
  },
  {
    name: 'no-cycles',
    comment:
      'Two files that need each other, if only for a type, can be neither read nor moved on their own. Move the shared idea below both.',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'no-orphans',
    comment: 'A file that nothing imports and that imports nothing is forgotten, or an entry point to be listed here.',
    severity: 'error',
    from: { orphan: true, path: productRooms, pathNot: ['\\.d\\.ts$'] },
    to: {},
  },
  {
    name: 'no-development-package-in-the-product',
    comment: 'The image is installed without development packages; this import would fail there and nowhere else.',
    severity: 'error',
    from: { path: productRooms },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'no-unlisted-package',
    comment:
      'A package that came along with another can leave with it. List it in package.json, with an exact version.',
    severity: 'error',
    from: {},
    to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
  },
  {
    name: 'no-broken-import',
    comment: 'The file or package imported does not exist.',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true },
  },
]

export default {
  forbidden: [...domain, ...workflows, ...activities, ...worldRooms, ...api, ...workers, ...edges, ...everywhere],
  options: {
    doNotFollow: { path: packages },
    exclude: { path: '^test/architecture/fixtures/|^\\.cornerstone/' },
    // A type-only import says so itself (`verbatimModuleSyntax`): nothing needs to be compiled to find out.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    moduleSystems: ['es6', 'cjs'],
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'node', 'default'] },
  },
}
