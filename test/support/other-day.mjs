import process from 'node:process'

/**
 * Lets a test process believe that it is another day: loaded first, it moves what `Date` says is now by the milliseconds of
 * CORNERSTONE_TEST_SHIFT_MS. Timers and performance.now() go on as they did; PostgreSQL and Temporal keep the machine's time.
 */
const byMs = Number(process.env['CORNERSTONE_TEST_SHIFT_MS'] ?? 0)
const Machine = Date
const now = () => Machine.now() + byMs

if (byMs !== 0) {
  globalThis.Date = new Proxy(Machine, {
    construct: (target, given, made) => Reflect.construct(target, given.length === 0 ? [now()] : given, made),
    apply: () => String(new Machine(now())),
    get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
  })
}
