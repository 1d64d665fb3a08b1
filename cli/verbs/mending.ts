import { Option } from 'commander'
import type { Command } from 'commander'
import type { z } from 'zod'
import { AcceptedResponse } from '../../api/contract/answer.js'
import { RetryResponse, SkipResponse, StuckResponse } from '../../api/contract/mending.js'
import type { Locale } from '../../domain/locale.js'
import { mendingCodes, mendingLabels } from '../../domain/mending.js'
import { CliFailure, exits } from '../failure.js'
import { print, when } from '../printing.js'
import { acceptedText } from './accepted.js'
import { askAs, asOption, languageOption, verb } from './verb.js'
import type { AskingOptions } from './verb.js'
import { isBaseId } from '../../domain/ids.js'

/** Adds the verbs by which operators see and mend what stands still: `stuck`, `revive`, `retry`, `skip`. */
export const addMending = (program: Command): void => {
  addStuck(program)
  addMend(program, {
    usage: 'revive <stream>',
    says: 'Begin the missing workflow of a base or programme again from the ledger.',
    examples: [
      'revive gasme-C09-yueqing-1 --code TER --reason "ended by mistake" --as p-ad-1',
      'revive gasme --code LOS --as p-ad-1 --json',
    ],
    path: (stream) => `${placeOf(stream)}/revivals`,
    schema: AcceptedResponse,
    text: acceptedText,
  })
  addMend(program, {
    usage: 'retry <stream>',
    says: 'Try again at once what fails on a base or programme: its unanswered commands and its papers.',
    examples: [
      'retry gasme-C09-yueqing-1 --code FLT --reason "the store is back" --as p-ad-1',
      'retry gasme --code FLT --as p-ad-1',
    ],
    path: (stream) => `${placeOf(stream)}/retries`,
    schema: RetryResponse,
    text: ({ settled, reset }) =>
      settled + reset === 0
        ? 'nothing was there to be tried again; see what else stands still with `cornerstone stuck`'
        : `${settled} commands have their answer, ${reset} activities are tried again`,
  })
  addMend(program, {
    usage: 'skip <command>',
    says: 'Answer a command that has no outcome as failed; it is never carried out. Nothing in the ledger is skipped.',
    examples: [
      'skip 6f1c2d9e-0b1f-4b57-9d2a-4b0b1f0f7a11 --code ERR --reason "sent twice" --as p-ad-1',
      'skip 6f1c2d9e-0b1f-4b57-9d2a-4b0b1f0f7a11 --code FLT --as p-ad-1 --json',
    ],
    path: (command) => `/commands/${encodeURIComponent(command)}/skips`,
    schema: SkipResponse,
    text: ({ skipped }) => `command ${skipped} was answered as failed and will not be carried out`,
  })
}

const addStuck = (program: Command): void => {
  verb(program, {
    usage: 'stuck',
    says: 'Say what stands still, since when, and what to do: ends with 1 where something does.',
    examples: ['stuck', 'stuck --language zh-CN', 'stuck --programme gasme --json'],
  })
    .addOption(new Option('--programme <programme>', 'one programme; left out: all that are no rehearsals'))
    .addOption(languageOption('sentences'))
    .addOption(asOption())
    .action(async (wanted: AskingOptions & { readonly programme?: string; readonly language: Locale }) => {
      const query = wanted.programme === undefined ? '' : `?programme=${encodeURIComponent(wanted.programme)}`
      const found = await askAs(wanted).get(`/stuck${query}`, StuckResponse)
      print(found, { json: wanted.json, text: () => inWords(found, wanted.language) })
      if (found.count > 0)
        throw new CliFailure(
          `${found.count} things are stuck; nothing should be; do what stands under each, and look again`,
          exits.refused,
        )
    })
}

const nothingStuck: Readonly<Record<Locale, string>> = { en: 'nothing is stuck', 'zh-CN': '没有停滞' }

const inWords = ({ items, count, lookedAt }: z.infer<typeof StuckResponse>, language: Locale): string =>
  count === 0
    ? `${nothingStuck[language]}, ${when(lookedAt, { language })}`
    : items
        .map(({ kind, stream, since, says, allowed, next }) =>
          [
            `${stream}  ${kind}${since === null ? '' : `  since ${when(since, { language })}`}`,
            says[language],
            allowed[language],
            `→ ${next[language]}`,
          ].join('\n  '),
        )
        .join('\n')

/** A base's id has hyphens, a programme's has none. */
const placeOf = (stream: string): string =>
  `/${isBaseId(stream) ? 'bases' : 'programmes'}/${encodeURIComponent(stream)}`

interface Mend<S extends z.ZodType> {
  readonly usage: string
  readonly says: string
  readonly examples: readonly string[]
  readonly path: (what: string) => string
  readonly schema: S
  readonly text: (answer: z.infer<S>) => string
}

const addMend = <S extends z.ZodType>(
  program: Command,
  { usage, says, examples, path, schema, text }: Mend<S>,
): void => {
  const codes = mendingCodes.map((code) => `${code} ${mendingLabels[code].en}`).join('; ')
  verb(program, { usage, says, examples })
    .addOption(new Option('--code <code>', `why: ${codes}`).choices(mendingCodes).makeOptionMandatory())
    .option('--reason <text>', 'the reason in words')
    .addOption(asOption())
    .action(async (what: string, wanted: AskingOptions & { readonly code: string; readonly reason?: string }) => {
      const { code, reason } = wanted
      const answer = await askAs(wanted).post(path(what), { body: { code, reason }, schema })
      print(answer, { json: wanted.json, text: () => text(answer) })
    })
}
