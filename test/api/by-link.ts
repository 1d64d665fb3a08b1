import { createRulesOf } from '../../activities/prepare.js'
import { createRecord } from '../../activities/record.js'
import type { Delivery } from '../../api/temporal/parcel.js'
import { baseStateOf } from '../../db/reads/base-states.js'
import { readBase } from '../../db/reads/bases.js'
import { baseCommandTypes, type BaseCommand } from '../../domain/command.js'
import { cores } from '../../workers/cores.js'
import { exampleBase } from '../support/an-example.js'
import { sentByTheDoor } from '../support/sent-by-the-door.js'
import { dayOfTheApi, type AnApi, type Sent } from './an-api.js'
import { posted } from './a-page.js'

const origin = 'http://127.0.0.1:4310'
/** What a browser says of itself when it sends a form of ours. */
export const ours = {
  origin,
  'sec-fetch-site': 'same-origin',
  'content-type': 'application/x-www-form-urlencoded',
  accept: 'text/html',
}
export interface FormSent {
  readonly url: string
  readonly fields: Readonly<Record<string, string>>
}

/** Sends a form to the page of a link. */
export const sendForm = (
  { app }: AnApi,
  { url, fields, headers = ours }: FormSent & { readonly headers?: Readonly<Record<string, string>> },
) => app.inject({ method: 'POST', url, headers: { ...headers }, payload: posted(fields) })

/** What a worker does with a command: the same activity over the same database. */
export const recording = ({ parts: { db } }: AnApi, now: string = dayOfTheApi) => {
  const record = sentByTheDoor(createRecord({ db, cores, rulesOf: createRulesOf({ db }), onDefect: () => undefined }))
  return async ({ parcel, id, actor }: Sent): Promise<Delivery> => {
    const base = await readBase(db, { id: exampleBase })
    const state = base && (await baseStateOf(db, base))
    if (state === undefined || !isOfBase(parcel.command)) throw new Error('the base is there')
    const place = { country: 'CN', zone: 'Asia/Shanghai' }
    const { answer } = await record({
      kind: 'base',
      base: exampleBase,
      place,
      procedure: 'full',
      state,
      id,
      command: parcel.command,
      actor,
      now,
      namespace: 'cornerstone',
      run: 'run-1',
      isRepeat: false,
      rules: {
        procedure: 'full',
        calendars: [{ country: 'US', zone: 'America/New_York' }, place],
        from: dayOfTheApi.slice(0, 10),
      },
    })
    if (!answer.ok) return { kind: 'refused', refusal: answer.refusal }
    return { kind: 'accepted', accepted: { head: answer.head, entries: answer.entries } }
  }
}
const isOfBase = (command: { readonly type: string }): command is BaseCommand =>
  Object.hasOwn(baseCommandTypes, command.type)
