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

/** True of the rooms that are replayed: the answer must be the same in ten years, on another machine, in another zone. */
export const replayed = [
  say(
    'MemberExpression[object.name="Math"][property.name="random"]',
    'Chance is not replayable. Take the seed or the id as an argument.',
  ),
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
  say(
    'MemberExpression[property.name=/^(toLocale\\w*|localeCompare)$/]',
    'The answer depends on the language tables of the machine. Compare code points, or format at the edge.',
  ),
]

/** The clock. A driver of workflows asks it in workflows/clock.ts, where Temporal makes it replay-safe. */
export const theClock = [
  say('MemberExpression[object.name="Date"][property.name="now"]', 'The domain has no clock: it receives `now`.'),
  say('NewExpression[callee.name="Date"][arguments.length=0]', 'The domain has no clock: it receives `now`.'),
  say('CallExpression[callee.name="Date"]', 'The domain has no clock: it receives `now`.'),
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
