import type { Command } from 'commander'
import { RegistrationResponse } from '../../api/contract/records.js'
import { print } from '../printing.js'
import { askAs, asOption, verb } from './verb.js'
import type { AskingOptions } from './verb.js'

interface Wanted extends AskingOptions {
  readonly programme: string
}

/** Adds `end-links`: the links in the mailbox of somebody act no more. */
export const addEndLinks = (program: Command): void => {
  verb(program, {
    usage: 'end-links <person>',
    says: 'End the links in letters to a person that were not used: a mailbox may be in other hands.',
    examples: ['end-links p-C09-yueqing-lg --as p-ad-1'],
  })
    .option('--programme <id>', 'the programme', 'gasme')
    .addOption(asOption())
    .action(async (person: string, wanted: Wanted) => {
      const [programme, whose] = [wanted.programme, person].map(encodeURIComponent)
      const path = `/programmes/${programme}/people/${whose}/links/revocations`
      const said = await askAs(wanted).post(path, { schema: RegistrationResponse, body: {} })
      print(said, { json: wanted.json, text: () => `The links of ${said.person} act no more.` })
    })
}
