import { z } from 'zod'
import { AcceptedResponse, CreatedResponse } from '../../api/contract/answer.js'
import { BaseResponse } from '../../api/contract/base.js'
import { RegistrationResponse } from '../../api/contract/records.js'
import { RehearsalResponse } from '../../api/contract/rehearsal.js'
import { inventedForm } from './invented-form.js'
import { Refused } from '../../cli/failure.js'
import type { Client } from '../../cli/http-client.js'

const cluster = 'C09-yueqing'
const [place, manager, director] = [`p-${cluster}-lg`, 'p-pm-1', 'p-pd-1']
const [clerk, otherClerk, administrator] = ['p-cs-1', 'p-cs-2', 'p-ad-1']
const reason = 'Invented for rehearsal. 为演练虚构。'

/**
 * What no rehearsal does: an act on paper that is turned away, entered again and confirmed; holds in one moment, of which the
 * handler refuses all but the first; and somebody who leaves for good. Gives the base it was played on.
 */
export const actsOfOneBase = async (client: Client): Promise<string> => {
  const { programme } = await client.post('/rehearsals', { schema: RehearsalResponse, as: manager, body: {} })
  const { base } = await client.post(`/programmes/${programme}/bases`, {
    schema: CreatedResponse,
    as: manager,
    body: { cluster, invited: false },
  })
  const send = sending(client, base)
  await onPaper(client, { base, send })
  for (let round = 0; round < moments; round += 1) {
    await inOneMoment(send)
    await send('resumptions', { as: director, reason })
  }
  await somebodyLeaves(client, programme)
  await send('steps/1.2b.1/decisions', {
    as: manager,
    option: 'invite',
    form: await inventedForm(client, { base, as: manager, key: '1.2b', option: 'invite' }),
  })
  await send('steps/1.2b.1/revocations', { as: manager, code: 'DAT', reason })
  return base
}

/** So often holds arrive together: once at least the first is being recorded while the others are looked at. */
const moments = 6

/** One compliance officer stops a standing base, and another lifts the stop (E6). */
export const stopAndLift = async (client: Client, base: string): Promise<void> => {
  const send = sending(client, base)
  await send('matters', { as: 'p-co-1', matter: 'integrity_stop', code: 'INT', reason })
  await send('steps/E6a.1/decisions', {
    as: 'p-co-2',
    option: 'lift',
    reason,
    form: await inventedForm(client, { base, as: 'p-co-2', key: 'E6a', option: 'lift' }),
  })
}

/** Sends one act to the base, in the name of `as`. */
type Send = (
  resource: string,
  act: { readonly as: string; readonly [more: string]: unknown },
) => Promise<z.infer<typeof AcceptedResponse>>

const sending =
  (client: Client, base: string): Send =>
  (resource, { as, ...body }) =>
    client.post(`/bases/${base}/${resource}`, { schema: AcceptedResponse, as, body })

const onPaper = async (client: Client, { base, send }: { base: string; send: Send }): Promise<void> => {
  const { sha256: scan } = await client.post(`/bases/${base}/scans`, {
    schema: Scanned,
    as: clerk,
    contentType: 'application/pdf',
    body: Buffer.from('%PDF-1.7 the sealed letter of intent, as scanned\n%%EOF\n'),
  })
  const { lastEntryAt } = await client.get(`/bases/${base}`, { schema: BaseResponse, as: 'p-au-1' })
  const signedOn = dateThere.format(new Date(lastEntryAt))
  const form = await inventedForm(client, { base, as: clerk, key: '1.2a', option: 'sent' })
  const paper = { option: 'sent', signatory: place, number: 'Yue [2027] 15', signedOn, scan, form }
  const papers = 'steps/1.2a.1/papers'
  await send(papers, { as: clerk, ...paper })
  await send(`${papers}/refusals`, { as: otherClerk, signatory: place, code: 'DAT', reason })
  const { head: seq } = await send(papers, { as: clerk, ...paper })
  await send(`${papers}/confirmations`, { as: director, signatory: place, scan, seq })
}

/** The date of an instant at the place, as ISO 8601 writes it: a paper bears the date of who signs it. */
const dateThere = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' })

const Scanned = z.object({ sha256: z.string() })

/** They wait together behind the remark, so no validator can tell that all holds but the first are too late. */
const inOneMoment = async (send: Send): Promise<void> => {
  const remark = send('comments', { as: manager, text: reason })
  const holds = [manager, director, 'p-pm-2'].map((as) => send('holds', { as, code: 'FMJ', reason }).catch(ifRefused))
  await Promise.all([remark, ...holds])
}

/** A manager of a few moments, erased by two others: the bases where managers are waited for hear of it (8.13). */
const somebodyLeaves = async (client: Client, programme: string): Promise<void> => {
  const person = `p-${programme}-leaves`
  const on = `/programmes/${programme}`
  await client.post(`${on}/people/${person}`, {
    schema: RegistrationResponse,
    as: administrator,
    body: { name: { en: 'Somebody Leaving', local: '某人' }, email: `${person}@rehearsal.example`, language: 'en' },
  })
  const seat = { person, role: 'PM', organisation: 'o-office', from: '2026-01-01T00:00:00.000Z' }
  const proposed = { mandates: [seat], proposal: 'leaves', paper: { number: '2026-14', date: '2026-11-20' } }
  const waits = await client.post(`${on}/mandates`, { schema: AcceptedResponse, as: administrator, body: proposed })
  const confirmation = `${on}/mandates/leaves/confirmations`
  await client.post(confirmation, { schema: AcceptedResponse, as: director, body: { seq: waits.head } })
  const erasures = `${on}/people/${person}/erasures`
  const { head: seq } = await client.post(erasures, { schema: AcceptedResponse, as: director, body: {} })
  await client.post(`${erasures}/confirmations`, { schema: AcceptedResponse, as: administrator, body: { seq } })
}

const ifRefused = (error: unknown): void => {
  if (!(error instanceof Refused)) throw error
}
