import { headOf } from '../../db/reads/heads.js'
import { letterAwaitsUndo, letterNotNeeded, letterNotYet, type OutgoingLetter } from '../../db/writes/letters.js'
import { revokeLinks } from '../../db/writes/links.js'
import { machineClock } from '../../clock/machine-clock.js'
import { defined } from '../../domain/values/defined.js'
import { letters as table } from '../../domain/letters/letters.js'
import { overtaken } from './overtaken.js'
import type { RelayParts } from './relay-parts.js'
import { standings, type StandingOf } from './standing.js'
import { keptBack } from './still-needed.js'
import { writeLetters, type WrittenMail } from './write-letters.js'

/** Mails written from one look at their bases. */
export interface LettersLook {
  readonly mails: readonly WrittenMail[]
  /** The mail as it is to be handed over at this moment; nothing where none of it is needed any more. */
  readonly asItStands: (mail: WrittenMail) => Promise<readonly WrittenMail[]>
}

/**
 * Judges letters and puts them into words from one and the same look, so that none asks for what another look no longer found. A mail
 * may wait behind others: where the record of one of its bases has grown meanwhile, it is judged and worded once more, just before it
 * is handed over.
 */
export const lookAt = async (letters: readonly OutgoingLetter[], parts: RelayParts): Promise<LettersLook> => {
  const standingOf = standings(parts.db)
  return {
    mails: await judgedAndWritten(letters, { parts, standingOf }),
    asItStands: async (mail) => {
      const all = [mail.first, ...mail.others]
      if (!(await haveGrown(all, { parts, standingOf }))) return [mail]
      // What was written bears links of its own, which nobody will ever read.
      for (const { id } of all) await revokeLinks(parts.db, { letter: id, at: machineClock().toISOString() })
      return await judgedAndWritten(all, { parts, standingOf: standings(parts.db) })
    },
  }
}

interface Looking {
  readonly parts: RelayParts
  readonly standingOf: StandingOf
}

const judgedAndWritten = async (
  letters: readonly OutgoingLetter[],
  { parts, standingOf }: Looking,
): Promise<readonly WrittenMail[]> =>
  await writeLetters(await needed(letters, { parts, standingOf }), { ...parts, standingOf })

/** Whether a base has more entries now than it had in the look; what was handed over before goes as it was. */
const haveGrown = async (letters: readonly OutgoingLetter[], { parts, standingOf }: Looking): Promise<boolean> => {
  for (const letter of letters.filter((one) => one.sentWith === null && mayBecomeUntrue(one))) {
    const seen = await standingOf(letter).catch(() => undefined)
    if (seen !== undefined && (await headOf(parts.db, letter.base)) > seen.state.seq) return true
  }
  return false
}

const mayBecomeUntrue = ({ kind, step, facts }: OutgoingLetter): boolean =>
  step !== null || table[kind].onlyWhile?.(facts) !== undefined

/** What has become untrue or useless since it was queued is noted, and not sent; what waits for the turn of its base is looked at again. */
const needed = async (
  letters: readonly OutgoingLetter[],
  { parts: { db, log, keepsHours = false, undo }, standingOf }: Looking,
): Promise<readonly OutgoingLetter[]> => {
  const kept: OutgoingLetter[] = []
  const whyKept = keptBack(db, { keepsHours, standingOf, ...defined({ undo }) })
  for (const letter of letters) {
    const { id } = letter
    const back = await whyKept(letter).catch((error: unknown) => {
      // A base that cannot be read holds up no other letter, nor its own.
      log.error({ err: error, letter: id, base: letter.base }, 'whether a letter is still needed is not known')
      return undefined
    })
    if (back === undefined) kept.push(letter)
    else if ('why' in back) await letterNotNeeded(db, { id, response: back.why })
    else if (back.until === 'undo') await letterAwaitsUndo(db, { id, until: back.at })
    else await letterNotYet(db, { id, againMs: back.until === 'turn' ? turnLookMs : hoursLookMs })
  }
  const late = overtaken(kept)
  for (const { id } of late) await letterNotNeeded(db, { id, response: 'not sent: a later reminder says the same' })
  return kept.filter((letter) => !late.includes(letter))
}

/** How often it is looked whether the turn of a base has come (R9): a committee decides several of them within the hour. */
const turnLookMs = 60_000
/** How often it is looked whether the office hours of a place have begun. */
const hoursLookMs = 10 * 60_000
