/** What the linter refuses to see written, each with the reason a developer reads. Lists add up from room to room. */

const say = (selector, message) => ({ selector, message })

/** True of every file. */
export const everywhere = [
  say(
    'TSEnumDeclaration',
    'An enum drags its module into the sandbox. Use a union of strings, or a frozen `as const` table.',
  ),
  say(
    'ClassDeclaration:not([superClass.name=/(Error|Failure|Fault|Defect)$/])',
    'State is a plain value and behaviour a function; the only classes here are errors.',
  ),
  say(
    'MemberExpression[object.name="sql"][property.name="raw"]',
    'sql.raw puts text into a statement. Pass values as parameters and names through sql.ref or sql.table.',
  ),
  say(
    'CallExpression[callee.property.name="query"] > TemplateLiteral.arguments[expressions.length>0]',
    'A value inside the text of a statement is an injection waiting. Pass it as a parameter ($1).',
  ),
  say(
    ':matches(ObjectExpression > SpreadElement > ObjectExpression, ArrayExpression > SpreadElement > ArrayExpression).argument',
    'A literal spread into a literal only saves a line. Write its members where they belong.',
  ),
  say(
    'ObjectExpression > SpreadElement > :matches(ConditionalExpression[consequent.type="ObjectExpression"][alternate.type="ObjectExpression"]:has(> ObjectExpression[properties.length=0]), LogicalExpression:has(> ObjectExpression.right)).argument',
    'An optional field goes through `defined` of domain/values, so that it is left out in one way.',
  ),
]

export const noDefaultExport = [
  say('ExportDefaultDeclaration', 'A default export has no name to search for. Export the thing under its own name.'),
]

/** True of every room but config/, which reads the environment, and test/, which sets it. */
export const noEnvironment = [
  say(
    'MemberExpression[object.name="process"][property.name="env"]',
    'Only config/ reads the environment: once, checked, frozen. Take the settings you need as an argument.',
  ),
]

/** True of every test. */
export const honestTests = [
  say(
    'CallExpression[callee.object.name=/^(test|it|describe)$/][callee.property.name=/^(skip|only|todo|failing)$/]',
    'A test that does not run proves nothing. Mend it or take it out.',
  ),
]

/** True of every file: a process may run in any zone, and what it decides, prints or tests is the same in all of them. */
export const zoneOfTheMachine = [
  say(
    'CallExpression[callee.object.name="Date"][callee.property.name=/^(parse|UTC)$/] > Literal:not([value=/Z$/]).arguments:first-child[value=/T/]',
    'A time without a zone is read in the zone of the machine. End it with Z.',
  ),
  say(
    'NewExpression[callee.name="Date"][arguments.length>1]',
    'These fields are read in the zone of the machine. Use Date.UTC.',
  ),
  say(
    'MemberExpression[property.name=/^[gs]et(FullYear|Month|Date|Day|Hours|Minutes|Seconds|TimezoneOffset)$/]',
    'This reads the zone of the machine. Use the UTC form, or the calendar of the acting party.',
  ),
]

/** True of the rooms that are replayed: the answer must be the same in ten years, on another machine, in another zone. */
export const replayed = [
  say(
    'MemberExpression[object.name="Math"][property.name="random"]',
    'Chance is not replayable. Take the seed or the id as an argument.',
  ),
  say(
    'MemberExpression[property.name=/^(toLocale\\w*|localeCompare)$/]',
    'The answer depends on the language tables of the machine. Compare code points, or format at the edge.',
  ),
]

const handed =
  'Only clock/ asks the machine what time it is. Take the instant, or a clock, as an argument; a process asks clock/machine-clock.ts, ' +
  'a driver of workflows workflows/clock.ts. How long something takes performance.now() says.'

/** The clock. In workflows/clock.ts Temporal makes it replay-safe; clock/ is where everybody else's comes from. */
export const theClock = [
  'MemberExpression[object.name="Date"][property.name="now"]',
  'NewExpression[callee.name="Date"][arguments.length=0]',
  'CallExpression[callee.name="Date"]',
  'MemberExpression[object.name="Temporal"][property.name="Now"]',
  'MemberExpression[object.name="performance"][property.name="timeOrigin"]',
  'CallExpression[callee.property.name=/^(format|formatToParts)$/][arguments.length=0]',
].map((selector) => say(selector, handed))

/** The clock of the database server, which is not the one that decides. */
export const serverClock = [
  say(
    'TaggedTemplateExpression[tag.name="sql"] TemplateElement[value.raw=/\\b(now\\(\\)|(clock|statement|transaction)_timestamp\\(\\)|(current|local)_?(date|time|timestamp)\\b)/i]',
    'What is kept or decided goes by the clock of the process. Pass the instant as a parameter.',
  ),
]

/** True of the engine, which judges by what a step declares and knows no step by its number. */
export const stepKeys = [
  say(
    'Literal[value=/^(?:[1-5]\\.\\d+[a-z]?|R\\d|E6[abc]|8\\.\\d+[a-z])$/]:not(Property[key.name="rule"] > Literal)',
    'The engine names no step. Declare on the step, under domain/gicc/, what it means here, and ask the step for it.',
  ),
]

const asked =
  'The engine names no role, status or stage. Ask the table that says who does what, or what a status is for: `offices` of ' +
  'domain/role.ts, `statusFor` and `stageFor` of domain/lifecycle.ts.'

/** True of the engine, whose roles, statuses and stages are those of whichever programme it is built with. */
export const programmeWords = [
  'Literal[value=/^(PM|PD|SO|CO|LC|FO|EX|DL|SP|SV|CM|CH|SM|CS|BD|AS|TR|RV|RP|AP|AU|AD|LG|HG|LX|SA|CLO|EN|AL)$/]',
  'Literal[value=/^(expression_of_interest|shortlisted|in_due_diligence|deferred|mou_\\w+|preparing_launch|active_\\w+|on_hold|declined|not_recommended|withdrawn_by_nominee|lapsed|removed|ended_by_agreement|expired)$/]',
  'Literal[value=/^(due_diligence|memorandum|launch|yearly_review)$/]',
].map((selector) => say(selector, asked))

/** What the programme says of itself beside domain/gicc/: its tables, and what people read. */
export const programmesOwn = [
  'domain/{role,lifecycle,matters,reason-code,document-kind,procedure-id,supervisor}.ts',
  'domain/{letters,refusals,words}/**',
]

/** Where the engine still names roles, statuses or stages. The list only grows shorter. */
export const stillNaming = [
  'domain/sight/{act-kind,matrix,seen-as}.ts', // Who sees what of whom (8.12).
]

/** Globals that a replayed room must not touch. */
export const impureGlobals = [
  'Buffer',
  'Intl',
  'Temporal',
  'WeakRef',
  'FinalizationRegistry',
  'crypto',
  'fetch',
  'global',
  'globalThis',
  'performance',
  'process',
  'queueMicrotask',
  'require',
  'setImmediate',
  'setInterval',
  'setTimeout',
].map((name) => ({
  name,
  message: 'A replayed room is pure: what it needs of the world arrives as an argument or an activity result.',
}))
