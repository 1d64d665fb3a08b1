import type { FastifyRequest } from 'fastify'
import { clockOf, readBase } from '../../db/reads/bases.js'
import { lateStep, type LateLetter } from '../../db/reads/late-letters.js'
import { programmeOfBase, type PersonId, type ProgrammeId } from '../../domain/ids.js'
import type { Locale } from '../../domain/locale.js'
import { momentInWords } from '../../domain/words/hours.js'
import { mustSeeBase } from '../auth/sight.js'
import type { WriteRequest } from '../commands/ask.js'
import { bodyMark, derivedUuid } from '../commands/fingerprint.js'
import { resend } from '../commands/resend.js'
import type { ApiParts } from '../parts.js'
import { notFound, type ProblemSetting } from '../problems.js'
import { lettersSeenBy } from '../views/letter-view.js'
import { stepsUnseen } from '../views/steps-unseen.js'
import { eachAlone, left, toldOf, type BulkRow, type StepNamed } from './rows.js'

interface Reminding {
  readonly request: FastifyRequest
  readonly programme: ProgrammeId
  readonly steps: readonly StepNamed[]
  readonly reason: string
  readonly setting: ProblemSetting
}

/** Nobody is reminded of the same step within a day, by whatever letter, and of so many steps by one request. */
const [restMs, perPerson] = [24 * 60 * 60_000, 10] as const

/** What would become of each step, and nothing is done. */
export const remindersSeen = async (parts: ApiParts, reminding: Reminding): Promise<BulkRow[]> =>
  await eachLate(parts, {
    ...reminding,
    work: async (of, letters) => ({
      ...of,
      result: 'would',
      people: letters.map(({ recipient }) => recipient),
      says: words[reminding.setting.locale].would(letters.length),
      commands: [],
    }),
  })

/** Sends the letter of each late step once more to who has yet to act, each by the one way in which a letter is sent once more. */
export const remind = async (
  parts: ApiParts,
  { ask, ...reminding }: Reminding & { readonly ask: WriteRequest },
): Promise<BulkRow[]> =>
  await eachLate(parts, {
    ...reminding,
    work: async (of, letters) => {
      const { request, reason } = reminding
      const people: string[] = []
      const commands: string[] = []
      let no: string | undefined
      for (const { id, recipient } of letters) {
        const route = `POST /bases/${of.base}/letters/${id}/resends`
        const own = { ...ask, key: derivedUuid(ask.key, 'reminder', id), route, ...bodyMark({ reason }) }
        const told = toldOf(await resend(parts, { request, ask: own, base: of.base, id, reason }))
        if (told.result === 'left') no = told.detail
        else people.push(recipient)
        commands.push(...told.commands)
      }
      const say = words[reminding.setting.locale]
      if (people.length === 0) return left(of, no ?? say.nobody)
      return { ...of, result: 'done', people, says: say.done(people.length), commands }
    },
  })

interface EachLate extends Reminding {
  readonly work: (of: StepNamed, letters: readonly LateLetter[]) => Promise<BulkRow>
}

const eachLate = async (
  parts: ApiParts,
  { request, programme, steps, setting, work }: EachLate,
): Promise<BulkRow[]> => {
  const say = words[setting.locale]
  const reminded = new Map<string, number>()
  const mayHear = (person: PersonId): boolean => (reminded.get(person) ?? 0) < perPerson
  const row = async (of: StepNamed): Promise<BulkRow> => {
    const { base: id, step } = of
    const sight = await mustSeeBase(parts, { person: request.person, base: id })
    const seen = { unseen: stepsUnseen(sight), letters: lettersSeenBy(sight) }
    const base = programmeOfBase(id) === programme ? await readBase(parts.db, { id }) : undefined
    const found = base && (await lateStep(parts.db, { base: id, step, ...seen }))
    if (base === undefined || found === undefined) throw notFound(`step ${step}`)
    if (found.closedAt !== null) return left(of, say.closed)
    const now = clockOf(base, parts.clock())
    if (found.dueAt > now)
      return left(of, say.early(momentInWords(found.dueAt, base.zone ?? undefined)[setting.locale]))
    if (found.letters.length === 0) return left(of, say.nobody)
    const rested = found.letters.filter(({ lastTold }) => parts.clock().getTime() - Date.parse(lastTold) >= restMs)
    if (rested.length === 0) return left(of, say.lately)
    const letters = rested.filter(({ recipient }) => mayHear(recipient))
    if (letters.length === 0) return left(of, say.enough(perPerson))
    for (const { recipient } of letters) reminded.set(recipient, (reminded.get(recipient) ?? 0) + 1)
    return await work(of, letters)
  }
  return await eachAlone(steps, { setting, row })
}

interface Words {
  readonly would: (count: number) => string
  readonly done: (count: number) => string
  readonly closed: string
  readonly early: (due: string) => string
  readonly nobody: string
  readonly lately: string
  readonly enough: (most: number) => string
}

const words: Readonly<Record<Locale, Words>> = {
  en: {
    would: (count) => (count === 1 ? 'One letter would be sent.' : `${count} letters would be sent.`),
    done: (count) => (count === 1 ? 'One letter waits to be sent.' : `${count} letters wait to be sent.`),
    closed: 'The step is closed: nobody is late.',
    early: (due) => `The step is not late: it is due ${due}.`,
    nobody: 'Nobody who has yet to act was asked by a letter that can be sent once more.',
    lately: 'Everybody who has yet to act was written to about it within a day. Remind them tomorrow.',
    enough: (most) =>
      `Those who have yet to act are reminded of ${most} steps by this already. Send the rest tomorrow.`,
  },
  'zh-CN': {
    would: (count) => `将发出${count}封函件。`,
    done: (count) => `${count}封函件待发送。`,
    closed: '该步骤已关闭，无人逾期。',
    early: (due) => `该步骤尚未逾期，期限为${due}。`,
    nobody: '尚未办理的人员均无可再次发送的函件。',
    lately: '尚未办理的人员一日内均已收到相关函件，请明日再提醒。',
    enough: (most) => `本次已就${most}个步骤提醒上述人员，其余请明日再发。`,
  },
}
