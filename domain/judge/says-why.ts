import type { BaseCommand } from '../command.js'
import type { Refusal } from '../refusal.js'

/** What people do beside the steps that is negative or an exception: it takes code and words, as such an option does (8.14). */
export const saysWhy = [
  'hold',
  'withdraw',
  'revoke',
  'propose_void',
  'raise',
  'take_back',
  'extend',
  'reassign',
  'refuse_paper',
] as const satisfies readonly BaseCommand['type'][]

type SaysWhy = Extract<BaseCommand, { type: (typeof saysWhy)[number] }>

/** Whether a command is one of those that say why in words. */
export const asksWhy = (command: BaseCommand): command is SaysWhy => saysWhy.some((type) => type === command.type)

/** The "no" to one of them without words; asked last, so that nobody finds words for what would be refused anyway. */
export const whyUnsaid = (command: BaseCommand): Refusal | undefined =>
  asksWhy(command) && command.reason === undefined
    ? { code: 'text_required', detail: { step: whereOf(command), option: command.type } }
    : undefined

const whereOf = (command: SaysWhy): string =>
  'step' in command ? command.step : 'matter' in command ? command.matter : command.type
