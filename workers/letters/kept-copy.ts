import { defined } from '../../domain/values/defined.js'
import type { Notice } from '../../mail/letter-blocks.js'
import type { MailFacts } from '../../mail/letter.js'
import type { AroundLetter } from './around.js'

/** Whom a letter names besides its reader, by the id alone: what names them is kept under their own keys, and goes with those. */
export const withoutNames = ({ manager: _, ...around }: AroundLetter): AroundLetter => ({
  ...around,
  nameOf: (person) => ({ en: person, 'zh-CN': person }),
})

/**
 * A notice as it is kept: its link has no token, by which whoever reads the copy would act for its reader (0051), and the words of
 * others are not repeated, since they stand under the keys of those who said them and go with them.
 */
export const asKept = ({ kind, facts }: Notice): Notice => {
  const { sentBack, raised, link, told } = facts
  return {
    kind,
    facts: {
      ...facts,
      link: link.replace(/#.*$/, ''),
      ...defined({
        sentBack: sentBack && withoutWords(sentBack),
        raised: raised && withoutWords(raised),
        told: told && withoutReason(told),
      }),
    },
  }
}

const withoutWords = <T extends { readonly words?: string }>(told: T): T =>
  told.words === undefined ? told : { ...told, words: elsewhere }

const withoutReason = (told: NonNullable<MailFacts['told']>): NonNullable<MailFacts['told']> =>
  told['reasonText'] === undefined ? told : { ...told, reasonText: { en: elsewhere, 'zh-CN': elsewhere } }

const elsewhere = '… (in the record of the base; 原文存于基地登记) …'
