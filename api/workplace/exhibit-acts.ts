import type { BaseId, PersonId } from '../../domain/ids.js'
import { randomUUID } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { BaseCommand } from '../../domain/command.js'
import { rejectionCodes, rejectionLabels } from '../../domain/exhibits/exhibit.js'
import type { EvidenceClass } from '../../domain/form/field.js'
import type { FromPage } from '../../domain/form/posted.js'
import { localText } from '../../domain/locale.js'
import { exhibitActs, type ExhibitAct, type ExhibitActShown } from '../../web/work/exhibit.js'
import type { HttpAnswer } from '../commands/answer.js'
import { toBase } from '../commands/to-base.js'
import type { BaseEntry } from '../contract/commands/entry.js'
import { exhibits as entries } from '../contract/commands/exhibits.js'
import type { ApiParts } from '../parts.js'
import { defined } from '../../domain/values/defined.js'
import { askedBy, readOnPage, type FieldWords } from './contract-form.js'
import { answerTo, askOfForm } from './form-as-write.js'
import { unwritten, wouldBeTaken } from './small-acts.js'

const classes: readonly EvidenceClass[] = [1, 2, 3, 4, 5]

/** The command of the table by which each is done. */
const entryOf: Readonly<Record<ExhibitAct, BaseEntry>> = {
  accept: entries.accept_exhibit,
  check: entries.check_exhibit,
  reject: entries.return_exhibit,
}

const fieldsOf: Readonly<Record<ExhibitAct, Readonly<Record<string, FieldWords>>>> = {
  accept: {},
  check: {
    class: {
      label: localText('Evidence class', '证据等级'),
      hint: localText('1 is the strongest.', '1级最高。'),
      choices: classes.map((one) => ({ code: String(one), label: localText(String(one), `${one}级`) })),
    },
  },
  reject: {
    code: {
      label: localText('Why', '退回原因'),
      choices: rejectionCodes.map((code) => ({ code, label: rejectionLabels[code] })),
    },
    reason: { label: localText('In words for whoever brought it', '对提交人的说明') },
  },
}

const formOf = (act: ExhibitAct) => ({ schema: entryOf[act].body, fields: fieldsOf[act] })

/** What stands in for what is not chosen yet; a class is right where any of them would be. */
const triedFor = (exhibit: string): Readonly<Record<ExhibitAct, readonly BaseCommand[]>> => ({
  accept: [{ type: 'accept_exhibit', exhibit }],
  check: classes.map((one) => ({ type: 'check_exhibit', exhibit, class: one })),
  reject: [{ type: 'return_exhibit', exhibit, code: 'irrelevant', reason: unwritten }],
})

interface Asked {
  readonly person: PersonId
  readonly base: BaseId
  readonly exhibit: string
}

/** What the judge would take from somebody now about an exhibit. */
export const exhibitActsOffered = async (
  parts: ApiParts,
  { exhibit, ...of }: Asked,
): Promise<readonly ExhibitActShown[]> => {
  const takes = await wouldBeTaken(parts, of)
  const tried = triedFor(exhibit)
  return exhibitActs
    .filter((act) => tried[act].some(takes))
    .map((act) => ({ act, fields: askedBy(formOf(act)), others: [], once: randomUUID() }))
}

interface Sent {
  readonly request: FastifyRequest
  readonly base: BaseId
  readonly exhibit: string
  readonly act: ExhibitAct
  readonly posted: FromPage
  readonly once: string
}

/** Sends the command of the table, on the one path of every command; what does not fit is sent nowhere. */
export const actOnExhibit = async (
  parts: ApiParts,
  { request, base, exhibit, act, posted, once }: Sent,
): Promise<{ readonly answer: HttpAnswer | undefined; readonly shown: ExhibitActShown }> => {
  const { read, fields, others } = readOnPage(formOf(act), posted)
  const shown = { act, fields, others, once }
  if (read === undefined) return { answer: undefined, shown }
  const ask = askOfForm(request, { once, body: { act, body: read } })
  const reason = posted('reason')[0]?.trim()
  const command = (kept: Parameters<BaseEntry['command']>[0]['kept']): BaseCommand =>
    entryOf[act].command({ params: { id: base, exhibit }, body: read, kept })
  const words = defined({ reason: act === 'reject' ? reason : undefined })
  return { answer: await answerTo(ask, () => toBase(parts, { request, ask, base, command, ...words })), shown }
}
