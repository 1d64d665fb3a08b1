import { runInThisContext } from 'node:vm'

/**
 * Temporal asks for a trace at every promise of a workflow, and Jest maps each place of it to its source: a tenth of what a replay
 * costs. What is thrown in tests is mapped as ever; what is thrown in a workflow's own realm stays as it is.
 */
const outer = runInThisContext('Error')
const mapped = outer.prepareStackTrace
if (typeof mapped === 'function')
  outer.prepareStackTrace = (error, sites) =>
    error instanceof Error || error instanceof outer
      ? mapped(error, sites)
      : [String(error), ...(error.message === '' ? [] : sites.map((site) => `    at ${site}`))].join('\n')
