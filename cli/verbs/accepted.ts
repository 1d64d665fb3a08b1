import { Option } from 'commander'
import type { z } from 'zod'
import { AcceptedResponse } from '../../api/contract/answer.js'
import { reasonCodes } from '../../domain/reason-code.js'
import type { Connection } from '../connection.js'
import { eventWords } from '../../domain/words/events.js'
import { wordOf } from '../../domain/words/word-of.js'
import { print } from '../printing.js'
import { spoken, told } from '../tongue.js'
import { askAs, overTheLine } from './verb.js'
import type { AskingOptions } from './verb.js'

/** The option for a reason code of the procedure. */
export const codeOption = (): Option =>
  new Option('--code <code>', 'reason code, where one is needed').choices(reasonCodes)

type Accepted = z.infer<typeof AcceptedResponse>

/** Sends one body as the person wanted, and prints what became of it. */
export const send = ({ wanted, to, body }: { wanted: AskingOptions; to: string; body: object }): Promise<void> =>
  tell(wanted, askAs(wanted).post(to, { schema: AcceptedResponse, body }))

/** Prints what became of a command, however it is sent. */
export const sentBy = (wanted: AskingOptions, post: (connection: Connection) => Promise<Accepted>): Promise<void> =>
  tell(wanted, overTheLine({}, post))

const tell = async (wanted: AskingOptions, sent: Promise<Accepted>): Promise<void> => {
  const accepted = await sent
  print(accepted, { json: wanted.json, text: () => acceptedText(accepted) })
}

/** The address of something of a base, such as `holds`. */
export const ofBase = (base: string, rest: string): string => `/bases/${encodeURIComponent(base)}/${rest}`
/** The address of something of a step of a base, such as `extensions`. */
export const ofStep = (base: string, { step, rest }: { step: string; rest: string }): string =>
  ofBase(base, `steps/${encodeURIComponent(step)}/${rest}`)

/** What a person reads of an accepted command. */
export const acceptedText = ({ head, entries }: Accepted): string =>
  [
    told({
      en: `Accepted; the ledger now has ${head} entries. New:`,
      'zh-CN': `已受理；现有登记${head}条。新增：`,
    }),
    ...entries.map(({ seq, type }) => `  ${seq}  ${wordOf(eventWords, { key: type, locale: spoken() })}`),
  ].join('\n')
