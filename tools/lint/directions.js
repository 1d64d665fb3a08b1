/** What the rules of directions are made of: the rooms, and the two kinds of rule that most rooms have. */

// prettier-ignore
const everyRoom = [
  'activities', 'api', 'bench', 'cli', 'clock', 'config', 'db', 'documents', 'domain', 'exhibits',
  'mail', 'reconciliation', 'stamps', 'test', 'tools', 'verify', 'web', 'workers', 'workflows',
]
export const productRooms =
  '^(activities|api|cli|clock|config|db|documents|domain|exhibits|mail|reconciliation|stamps|verify|web|workers|workflows)/'
export const packages = 'node_modules/'
export const packagesNamed = (...names) => names.map((name) => `(^|/)node_modules/(@types/)?${name}/`)

/** A room may import, by value or by type, only itself and the rooms listed. */
export const knowsOnly = (room, listed, reason) => ({
  name: `${room}-knows-only-its-neighbours`,
  comment: reason,
  severity: 'error',
  from: { path: `^${room}/` },
  to: { path: `^(${everyRoom.join('|')})/`, pathNot: [room, ...listed].map((path) => `^${path}`) },
})

/** A room may run only the packages listed; naming a type of another one costs nothing at run time. */
export const runsOnlyPackages = (room, listed, reason) => ({
  name: `${room}-runs-only-its-own-packages`,
  comment: reason,
  severity: 'error',
  from: { path: `^${room}/` },
  to: { path: packages, pathNot: packagesNamed(...listed), dependencyTypesNot: ['type-only', 'core'] },
})
