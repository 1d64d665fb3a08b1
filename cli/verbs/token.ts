import { called } from '../called.js'
import type { Command } from 'commander'
import { print } from '../printing.js'
import { overTheLine, verb } from './verb.js'
import type { Common } from './verb.js'

/** Adds `token`: a bearer token of the local issuer for one of the seeded people. */
export const addToken = (program: Command): void => {
  verb(program, {
    usage: 'token <person>',
    says: 'Print a bearer token for a person of the sample programme. Only the embedded trial gives one.',
    examples: [
      'token p-so-1',
      'token p-C09-yueqing-lg --json',
      `token p-pm-1   # then: CORNERSTONE_TOKEN=… ${called} inbox`,
    ],
  }).action(async (person: string, wanted: Common) => {
    const token = await overTheLine({}, ({ client }) => client.tokenOf(person))
    print(token, { json: wanted.json, text: () => token.token })
  })
}
