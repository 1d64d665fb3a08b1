import type { Kysely } from 'kysely'
import { broughtOn, quoted, rowsOf, type Quotable } from '../../activities/papers/brought.js'
import { ofType, storyNow, type StorySoFar } from '../../activities/papers/story-so-far.js'
import type { Database } from '../../db/schema.js'
import type { OutgoingLetter } from '../../db/writes/letters.js'
import type { Wording } from '../../documents/facts/parts.js'
import { escalation } from '../../domain/gicc/escalation.js'
import { steps } from '../../domain/gicc/steps.js'
import type { StepNews } from '../../domain/letters/wording.js'
import type { LocalText } from '../../domain/locale.js'
import { defined } from '../../domain/values/defined.js'
import type { MailFacts } from '../../mail/letter.js'

/** The words by which a step tells others of itself, and what fills their gaps; nothing for any other letter. */
export const newsTold = async (
  db: Kysely<Database>,
  { base, facts }: OutgoingLetter,
): Promise<Pick<MailFacts, 'news' | 'told'>> => {
  const { key, option, rung } = facts
  if (key === undefined) return {}
  if (rung !== undefined) return { ...defined({ told: writtenReminder(facts) }) }
  const news = option === undefined ? undefined : steps[key]?.news?.[option]
  if (news === undefined) return {}
  const story = await storyNow(db, base)
  return { news: news.words, ...defined({ told: story && gapsOf(story, news) }) }
}

/** The how-many-th of the reminders after the date it is: those that a rule counts (E3). */
export const writtenReminder = ({ key, rung }: Pick<OutgoingLetter['facts'], 'key' | 'rung'>): MailFacts['told'] => {
  const profile = key === undefined ? undefined : steps[key]?.escalation
  if (profile === undefined || rung === undefined) return undefined
  const written = escalation[profile].flatMap(({ kind, moment }, at) =>
    kind === 'reminder' && moment.at === 'late' ? [at] : [],
  )
  const nth = written.indexOf(rung) + 1
  return nth === 0 ? undefined : { written: same(String(nth)), writtenOf: same(String(written.length)) }
}

const gapsOf = (story: StorySoFar, { quotes = {} }: StepNews): NonNullable<MailFacts['told']> => {
  const year = ofType(story.events, 'stage_entered').at(-1)?.year
  const quotedGaps = Object.entries(quotes).flatMap(([gap, { step, field }]) => {
    const said = answerOf(broughtOn(story, { key: step, also: [field] }), field)
    return said === undefined ? [] : [[gap, said] as const]
  })
  return {
    ...Object.fromEntries(quotedGaps),
    ...defined({ year: year === undefined ? undefined : same(String(year)) }),
  }
}

/** One answer; of a table the first column of each row. */
const answerOf = (brought: Quotable | undefined, field: string): LocalText | undefined => {
  const rows = rowsOf(brought, field).flatMap((row) => {
    const [first] = row.fields.flatMap(({ code }) => quoted(row, code) ?? [])
    return first === undefined ? [] : [bothOf(first)]
  })
  if (rows.length > 0)
    return { en: rows.map(({ en }) => en).join('; '), 'zh-CN': rows.map((row) => row['zh-CN']).join('；') }
  const one = quoted(brought, field)
  return one === undefined ? undefined : bothOf(one)
}

const bothOf = (text: Wording): LocalText => (typeof text === 'string' ? same(text) : text)
const same = (text: string): LocalText => ({ en: text, 'zh-CN': text })
