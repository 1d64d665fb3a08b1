import type { Command } from 'commander'
import { WhyResponse } from '../../api/contract/why.js'
import type { Locale, LocalText } from '../../domain/locale.js'
import { print } from '../printing.js'
import { saidLines } from '../said-lines.js'
import { askAs, asOption, languageOption, verb } from './verb.js'
import type { AskingOptions } from './verb.js'

/** Adds the verb that says why a base waits: `why`. */
export const addWhy = (program: Command): void => {
  verb(program, {
    usage: 'why <base>',
    says: 'Say in one sentence for each step why a base waits: who, since when, until when, and what if nobody acts.',
    examples: ['why gasme-C09-yueqing-1', 'why gasme-C09-yueqing-1 --language zh-CN', 'why gasme-C09-yueqing-1 --json'],
  })
    .addOption(languageOption('sentences'))
    .addOption(asOption())
    .action(async (base: string, wanted: AskingOptions & { readonly language: Locale }) => {
      const why = await askAs(wanted).get(`/bases/${encodeURIComponent(base)}/why`, WhyResponse)
      const text = () =>
        why.items.length === 0
          ? waitsForNothing(base)[wanted.language]
          : why.items.flatMap(({ sentence, raised }) => [sentence[wanted.language], ...saidLines(raised)]).join('\n')
      print(why, { json: wanted.json, text })
    })
}

const waitsForNothing = (base: string): LocalText => ({
  en: `${base} waits for nothing: it is closed.`,
  'zh-CN': `${base} 已结束，无待办事项。`,
})
