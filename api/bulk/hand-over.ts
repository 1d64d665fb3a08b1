import type { FastifyRequest } from 'fastify'
import { stepsGivenTo } from '../../db/reads/late-letters.js'
import { readBase } from '../../db/reads/bases.js'
import { listSteps } from '../../db/reads/steps.js'
import { programmeOfBase, type PersonId, type ProgrammeId } from '../../domain/ids.js'
import type { Locale } from '../../domain/locale.js'
import type { ReasonCode } from '../../domain/reason-code.js'
import type { WriteRequest } from '../commands/ask.js'
import { bodyMark, derivedUuid } from '../commands/fingerprint.js'
import { toBase } from '../commands/to-base.js'
import { isOpenTo, mustSeeBase, sightOf, sightOn } from '../auth/sight.js'
import { stepsAtOnce } from '../contract/bulk.js'
import type { ApiParts } from '../parts.js'
import { notFound, problemBody, type ProblemSetting } from '../problems.js'
import { everyPage } from '../every-page.js'
import { named } from '../routes/who.js'
import { refusalsFor } from '../workplace/small-acts.js'
import { stepsUnseen } from '../views/steps-unseen.js'
import { eachAlone, left, toldOf, type BulkRow, type BulkRows, type StepNamed } from './rows.js'

interface HandingOver {
  readonly request: FastifyRequest
  readonly programme: ProgrammeId
  readonly from: string
  readonly to: string
  readonly code: ReasonCode
  readonly reason: string
  readonly steps?: readonly StepNamed[] | undefined
  readonly setting: ProblemSetting
}

/** What would become of each step that was given to somebody: the judge itself is asked, and nothing is done. */
export const handOverSeen = async (parts: ApiParts, handing: HandingOver): Promise<BulkRows> =>
  await eachGiven(parts, {
    ...handing,
    work: async (of) => {
      const { request, to: person, code, setting } = handing
      const to = await named(parts, { by: request.person, person, base: of.base })
      const whyNot = await refusalsFor(parts, { person: request.person, base: of.base })
      const no = whyNot({ type: 'reassign', step: of.step, to, code })
      if (no !== undefined) return left(of, problemBody(no, setting).detail)
      return { ...of, result: 'would', people: [person], says: words[setting.locale].would(person), commands: [] }
    },
  })

/** Gives each step to the other holder, each by the one command that gives a step. */
export const handOver = async (
  parts: ApiParts,
  { ask, ...handing }: HandingOver & { readonly ask: WriteRequest },
): Promise<BulkRows> =>
  await eachGiven(parts, {
    ...handing,
    work: async (of) => {
      const { request, to: person, code, reason, setting } = handing
      const { base, step } = of
      const to = await named(parts, { by: request.person, person, base })
      const route = `POST /bases/${base}/steps/${step}/reassignments`
      const own = { ...ask, key: derivedUuid(ask.key, base, step), route, ...bodyMark({ to: person, code, reason }) }
      const answer = await toBase(parts, {
        request,
        ask: own,
        base,
        reason,
        command: (kept) => ({ type: 'reassign', step, to, code, ...kept }),
      })
      const { detail, ...told } = toldOf(answer)
      const say = words[setting.locale]
      if (told.result === 'left') return left(of, detail ?? say.notHis)
      return { ...of, ...told, people: [person], says: told.result === 'sent' ? say.sent : say.done(person) }
    },
  })

interface EachGiven extends HandingOver {
  readonly work: (of: StepNamed) => Promise<BulkRow>
}

const eachGiven = async (parts: ApiParts, handing: EachGiven): Promise<BulkRows> => {
  const { request, programme, from, setting, work } = handing
  const steps = handing.steps ?? (await givenAndSeen(parts, handing))
  const row = async (of: StepNamed): Promise<BulkRow> => {
    const { base: id, step } = of
    const sight = await mustSeeBase(parts, { person: request.person, base: id })
    if (programmeOfBase(id) !== programme || (await readBase(parts.db, { id })) === undefined)
      throw notFound(`base ${id}`)
    const open = await everyPage((page) =>
      listSteps(parts.db, { base: id, open: true, without: stepsUnseen(sight), ...page }),
    )
    const found = open.find((one) => one.id === step)
    if (found === undefined) throw notFound(`step ${step}`)
    return found.holder === from ? await work(of) : left(of, words[setting.locale].notHis)
  }
  const rows = await eachAlone(steps.slice(0, stepsAtOnce), { setting, row })
  return { rows, more: Math.max(0, steps.length - stepsAtOnce) }
}

/** All that was given to who leaves; what is not there for whoever asks is neither listed nor counted. */
const givenAndSeen = async (
  parts: ApiParts,
  { request: { person }, from, programme }: HandingOver,
): Promise<readonly StepNamed[]> => {
  const [sight, given] = await Promise.all([
    sightOf(parts, person),
    stepsGivenTo(parts.db, { person: from, programme }),
  ])
  return given
    .filter(({ base, key }) => isOpenTo(sight, base) && !stepsUnseen(sightOn(sight, { person, base })).includes(key))
    .map(({ base, step }) => ({ base, step }))
}

interface Words {
  readonly would: (person: PersonId) => string
  readonly done: (person: PersonId) => string
  readonly sent: string
  readonly notHis: string
}

const words: Readonly<Record<Locale, Words>> = {
  en: {
    would: (person) => `The step would be given to ${person}.`,
    done: (person) => `The step is given to ${person}.`,
    sent: 'It was sent, and not answered yet.',
    notHis: 'The step was not given to the person who leaves.',
  },
  'zh-CN': {
    would: (person) => `该步骤将改派给${person}。`,
    done: (person) => `该步骤已改派给${person}。`,
    sent: '已发送，尚未答复。',
    notHis: '该步骤并未指派给离任人员。',
  },
}
