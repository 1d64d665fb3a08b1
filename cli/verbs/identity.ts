import type { Command } from 'commander'
import { RegistrationResponse } from '../../api/contract/records.js'
import { print } from '../printing.js'
import { askAs, asOption, verb } from './verb.js'
import type { AskingOptions } from './verb.js'

interface Wanted extends AskingOptions {
  readonly issuer: string
  readonly subject: string
  readonly programme: string
  readonly remove?: true
}

/** Adds `identify`: whom an issuer of tokens means by its own name for somebody. */
export const addIdentify = (program: Command): void => {
  verb(program, {
    usage: 'identify <person>',
    says: 'Say which person an issuer of tokens means by a subject of its own, or that it means nobody any more.',
    examples: [
      'identify p-so-9 --issuer https://login.example.org --subject auth0|5f7c8ec7 --as p-ad-1',
      'identify p-so-9 --issuer https://login.example.org --subject auth0|5f7c8ec7 --remove --as p-ad-1',
    ],
  })
    .requiredOption('--issuer <issuer>', 'the `iss` of its tokens')
    .requiredOption('--subject <subject>', 'the `sub` of its tokens; it is kept as a hash')
    .option('--remove', 'it is nobody any more')
    .option('--programme <id>', 'the programme', 'gasme')
    .addOption(asOption())
    .action(async (person: string, wanted: Wanted) => {
      const { issuer, subject, programme, remove = false } = wanted
      const path = `/programmes/${encodeURIComponent(programme)}/people/${encodeURIComponent(person)}/identities`
      const said = await askAs(wanted).post(remove ? `${path}/removals` : path, {
        schema: RegistrationResponse,
        body: { issuer, subject },
      })
      const text = () => (remove ? `That subject is nobody any more.` : `That subject is ${said.person}.`)
      print(said, { json: wanted.json, text })
    })
}
