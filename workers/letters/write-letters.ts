import { lastCheckpoint } from '../../db/reads/checkpoints.js'
import type { OutgoingLetter } from '../../db/writes/letters.js'
import type { RenderedLetter } from '../../mail/letter.js'
import type { Notice } from '../../mail/letter-blocks.js'
import { renderTogether } from '../../mail/render-letter.js'
import type { RelayParts } from './relay-parts.js'
import { arounds } from './around.js'
import { askedBefore } from './asked-before.js'
import { linksFor } from './letter-links.js'
import { factsOf } from './letter-facts.js'
import { namers } from './named.js'
import { stepsOf } from './letter-steps.js'
import { mailsOf, type Mail } from './mails.js'
import { asKept, withoutNames } from './kept-copy.js'
import { standings, type StandingOf } from './standing.js'
import { newsTold } from './news-told.js'
import { paperTold } from './paper-told.js'
import type { Locale } from '../../domain/locale.js'
import { defined } from '../../domain/values/defined.js'

export interface WrittenMail extends Mail {
  /** Absent when it could not be written: a defect, told in the log, that must not hold up the letters behind it. */
  readonly rendered?: RenderedLetter
  /**
   * What is kept of each letter in it, by its id and by itself, since others may read one of them and not the next: the same without
   * what stands under keys of others or acts for its reader.
   */
  readonly kept?: ReadonlyMap<string, Pick<RenderedLetter, 'subject' | 'text'>>
}

/** A notice as it leaves, and as it is kept. */
interface Written {
  readonly sent: Notice
  readonly kept: Notice
}

type Parts = Pick<RelayParts, 'db' | 'publicUrl' | 'office' | 'log'> & {
  /** The look by which it was judged whether the letters are still needed; left out: one of their own. */
  readonly standingOf?: StandingOf
}

/** Writes letters in their readers' languages, with what is known now of the steps they tell of: one mail for each reader. */
export const writeLetters = async (
  due: readonly OutgoingLetter[],
  { db, publicUrl, office, log, standingOf = standings(db) }: Parts,
): Promise<readonly WrittenMail[]> => {
  if (due.length === 0) return []
  const [steps, checkpoint] = [await stepsOf(due, { db, standingOf }), await lastCheckpoint(db)]
  const [namerOf, aroundOf] = [namers(db), arounds(db, standingOf)]
  const languages = new Map<string, readonly Locale[]>()
  const tokens = await linksFor(due, { db, steps })
  const noticeOf = async (letter: OutgoingLetter): Promise<Written | undefined> => {
    try {
      const isNamed = await namerOf(letter)
      const [step, token] = [steps.get(letter.id), tokens.get(letter.id)]
      const [around, before] = [await aroundOf(letter), await askedBefore(db, letter)]
      const [paper, news] = [await paperTold(db, letter), await newsTold(db, letter)]
      const told = { step, publicUrl, isNamed, around, before, paper, news, ...defined({ checkpoint, token, office }) }
      const { kind } = letter
      languages.set(letter.id, around.languages)
      const kept = factsOf(letter, { ...told, around: withoutNames(around) })
      return { sent: { kind, facts: factsOf(letter, told) }, kept: asKept({ kind, facts: kept }) }
    } catch (error) {
      log.error({ err: error, letter: letter.id, kind: letter.kind }, 'a letter could not be written')
      return undefined
    }
  }
  const notices = new Map<string, Written | undefined>()
  for (const letter of due) notices.set(letter.id, await noticeOf(letter))
  const isWritten = ({ id }: OutgoingLetter): boolean => notices.get(id) !== undefined
  return [
    ...due.filter((letter) => !isWritten(letter)).map((first) => ({ id: first.id, first, others: [] })),
    ...mailsOf(due.filter(isWritten)).map((mail) => {
      const told = [mail.first, ...mail.others].flatMap(({ id }) => {
        const notice = notices.get(id)
        return notice === undefined ? [] : [{ id, ...notice }]
      })
      const own = languages.get(mail.first.id) ?? [mail.first.language]
      const sent = told.map((one) => one.sent)
      const kept = new Map(told.map((one) => [one.id, renderTogether([one.kept], own)]))
      return { ...mail, rendered: renderTogether(sent, own), kept }
    }),
  ]
}
