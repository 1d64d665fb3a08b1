import { Option, type Command } from 'commander'
import type { z } from 'zod'
import { CorrespondenceResponse, LetterResponse, ResentResponse } from '../../api/contract/paper.js'
import { letterStates } from '../../domain/words/letters.js'
import { personOf, print, table, when } from '../printing.js'
import { told } from '../tongue.js'
import { askAs, asOption, verb } from './verb.js'
import type { AskingOptions } from './verb.js'

/** Adds `letters`, `resend` and `correspondence`: what a base was told, what of it did not arrive, and what was answered by mail. */
export const addLetterVerbs = (program: Command): void => {
  addLetters(program)
  addResend(program)
  addCorrespondence(program)
}

const pathOf = (base: string, rest: string): string => `/bases/${encodeURIComponent(base)}/${rest}`

const addLetters = (program: Command): void => {
  verb(program, {
    usage: 'letters <base>',
    says: 'The letters of a base: to whom, about what, and what became of each.',
    examples: ['letters gasme-C09-yueqing-1', 'letters gasme-C09-yueqing-1 --state bounced'],
  })
    .addOption(new Option('--state <state>', 'only in this state').choices(letterStates))
    .addOption(asOption())
    .action(async (base: string, wanted: AskingOptions & { readonly state?: string }) => {
      const { state } = wanted
      const path = pathOf(base, state === undefined ? 'letters' : `letters?state=${state}`)
      const items = await askAs(wanted).all(path, LetterResponse)
      print({ items }, { json: wanted.json, text: () => lettersText(items) })
    })
}

const lettersText = (items: readonly z.output<typeof LetterResponse>[]): string =>
  table(
    ['letter', 'to', 'about', 'state', 'when', 'answer'],
    items.map(({ id, recipient, recipientName, about, stateLabel, queuedAt, sentAt, bouncedAt, state, response }) => [
      id,
      personOf({ person: recipient, name: recipientName }),
      told(about),
      told(stateLabel),
      when(bouncedAt ?? sentAt ?? queuedAt),
      state === 'sent' || state === 'not_needed' ? '' : (response ?? ''),
    ]),
  )

interface Resending extends AskingOptions {
  readonly reason: string
  readonly address?: string
}

const addResend = (program: Command): void => {
  verb(program, {
    usage: 'resend <base> <letter>',
    says: 'Send a letter once more, to the address on record or to another one of its reader; who asked and why stays on record.',
    examples: [
      'resend gasme-C09-yueqing-1 5f0c2b1e-7a61-4f0e-9c39-0d1c5b1f6a11 --reason "New mail server" --as p-pm-1',
      'resend gasme-C09-yueqing-1 5f0c2b1e-7a61-4f0e-9c39-0d1c5b1f6a11 --reason "Box is full" --address wang@example.org',
    ],
  })
    .requiredOption('--reason <words>', 'why it is sent once more')
    .option('--address <address>', 'another address of its reader; what goes there has no link that acts')
    .addOption(asOption())
    .action(async (base: string, letter: string, { reason, address, ...wanted }: Resending) => {
      const body = address === undefined ? { reason } : { reason, address }
      const path = pathOf(base, `letters/${encodeURIComponent(letter)}/resends`)
      const said = await askAs(wanted).post(path, { schema: ResentResponse, body })
      print(said, {
        json: wanted.json === true,
        text: () =>
          told({
            en: `Letter ${said.letter} waits to be sent.`,
            'zh-CN': `函件 ${said.letter} 已列入发送。`,
          }),
      })
    })
}

const addCorrespondence = (program: Command): void => {
  verb(program, {
    usage: 'correspondence <base>',
    says: 'What was written to the address of a base; it is read, and never an act.',
    examples: ['correspondence gasme-C09-yueqing-1', 'correspondence gasme-C09-yueqing-1 --json'],
  })
    .addOption(asOption())
    .action(async (base: string, wanted: AskingOptions) => {
      const items = await askAs(wanted).all(pathOf(base, 'correspondence'), CorrespondenceResponse)
      const none = () => told({ en: 'Nothing was written.', 'zh-CN': '没有来信。' })
      print({ items }, { json: wanted.json, text: () => items.map(writtenText).join('\n\n') || none() })
    })
}

const writtenText = ({
  receivedAt,
  from,
  subject,
  text,
  isAutomatic,
  files,
  letter,
}: z.output<typeof CorrespondenceResponse>): string =>
  [
    `${when(receivedAt)}  ${from}  ${subject === '' ? told({ en: '(no subject)', 'zh-CN': '（无主题）' }) : subject}`,
    ...(isAutomatic ? [told({ en: '(a machine wrote it)', 'zh-CN': '（自动回复）' })] : []),
    ...(letter === null ? [] : [told({ en: `(answers letter ${letter})`, 'zh-CN': `（回复函件 ${letter}）` })]),
    text.trim(),
    ...(files === 0 ? [] : [filesCame(files)]),
  ].join('\n')

const filesCame = (count: number): string =>
  told({
    en: count === 1 ? '(one file, in the mailbox of the office)' : `(${count} files, in the mailbox of the office)`,
    'zh-CN': `（随附${count}个文件，存于办公室邮箱）`,
  })
