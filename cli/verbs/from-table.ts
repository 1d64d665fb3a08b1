import { Option } from 'commander'
import type { Command } from 'commander'
import type { CommandEntry, VerbOption } from '../../api/contract/commands/entry.js'
import { date, moment } from '../moments.js'
import { send } from './accepted.js'
import { asOption, verb } from './verb.js'
import type { AskingOptions } from './verb.js'
import { defined } from '../../domain/values/defined.js'

type Entries = Readonly<Record<string, CommandEntry>>

/** Adds the verbs of commands of the table: what each is called, takes and sends stands there. */
export const addVerbs = (program: Command, entries: Entries): void => {
  for (const entry of Object.values(entries)) addVerb(program, entry)
}

interface Typed extends AskingOptions {
  readonly [option: string]: unknown
}

const addVerb = (program: Command, entry: CommandEntry): void => {
  const { verb: words } = entry
  if (words === undefined) return
  const command = verb(program, words)
  for (const one of words.needs ?? []) command.addOption(optionOf(one).makeOptionMandatory())
  for (const one of words.options ?? []) command.addOption(optionOf(one))
  command.addOption(asOption()).action(() => send(askedBy(command, entry)))
}

/**
 * What a verb asks for, as it was typed: who asks, where it goes and what is sent. What the path names by `:id` is the first
 * argument; what is in no place of the path is in the body.
 */
export const askedBy = (command: Command, { path, verb: words }: CommandEntry) => {
  const { as, json, ...options } = command.opts<Typed>()
  const names = command.registeredArguments.map((argument) => argument.name())
  const typed = new Map<string, unknown>(Object.entries(options))
  for (const [at, name] of names.entries()) typed.set(name, command.args[at])
  const body = new Map(typed)
  const to = path.replaceAll(/:(\w+)/g, (_, place: string) => {
    const name = place === 'id' ? (names[0] ?? '') : place
    body.delete(name)
    return encodeURIComponent(String(typed.get(name)))
  })
  const rest = Object.fromEntries(body)
  return { wanted: defined({ as, json }), to, body: words?.body?.(rest) ?? rest }
}

/** An option of the table as commander takes it. */
export const optionOf = ([flags, says, { choices, reads, usually } = {}]: VerbOption): Option => {
  const option = new Option(flags, says).default(usually)
  if (choices !== undefined) option.choices(choices)
  if (reads === 'number') option.argParser(Number)
  if (reads === 'moment') option.argParser(moment)
  if (reads === 'date') option.argParser(date)
  return option
}
