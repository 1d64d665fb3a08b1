import { z } from 'zod'
import { ProgrammeParams } from '../programme.js'
import { seqRead } from '../publishing.js'
import { HoldParams, PersonParams, PlainRequest } from '../records.js'
import { identifier, reasonCode } from '../scalars.js'
import { type CommandEntry, onProgramme } from './entry.js'

// The verbs are written out: each of them sends either of two commands, and `erase` lists what becomes of it.
const aPerson = { params: PersonParams, tag: 'records', body: PlainRequest }
const aHold = { params: HoldParams, tag: 'records', body: PlainRequest }

const confirmed = z.strictObject({ seq: seqRead }).meta({ id: 'RecordsConfirmation' })

/** Erasing what names a person: asked for by one, confirmed by another; and keeping records whatever else is asked. */
export const records = {
  request_erasure: {
    ...aPerson,
    path: '/programmes/:programme/people/:person/erasures',
    summary: 'Ask that a person be erased',
  } satisfies CommandEntry,
  confirm_erasure: {
    ...aPerson,
    body: confirmed,
    path: '/programmes/:programme/people/:person/erasures/confirmations',
    summary: 'Confirm it: what names the person is erased',
  } satisfies CommandEntry,
  hold_records: {
    params: ProgrammeParams,
    tag: 'records',
    path: '/programmes/:programme/holds',
    body: z
      .strictObject({
        person: identifier.optional().describe('Whose records are kept; or the base.'),
        base: identifier.optional().describe('The records of everybody who acted on this base.'),
        code: reasonCode,
      })
      .refine(
        ({ person, base }) => (person === undefined) !== (base === undefined),
        'names a person or a base, and not both',
      )
      .meta({ id: 'RecordsHoldRequest', description: 'Keeps records whatever else is asked, from now on (8.13).' }),
    summary: 'Hold records',
  } satisfies CommandEntry,
}

/** What becomes of a hold: begun and ended by two persons each. */
export const onHold = {
  confirm_hold: onProgramme(
    {
      ...aHold,
      body: confirmed,
      path: '/programmes/:programme/holds/:hold/confirmations',
      summary: 'Confirm a hold',
    },
    ({ params: { hold }, body: { seq } }) => ({ type: 'confirm_hold', hold, seq }),
  ),
  release_records: onProgramme(
    { ...aHold, path: '/programmes/:programme/holds/:hold/releases', summary: 'Ask that a hold end' },
    ({ params: { hold } }) => ({ type: 'release_records', hold }),
  ),
  confirm_release: onProgramme(
    {
      ...aHold,
      body: confirmed,
      path: '/programmes/:programme/holds/:hold/releases/confirmations',
      summary: 'Confirm that a hold ends',
    },
    ({ params: { hold }, body: { seq } }) => ({ type: 'confirm_release', hold, seq }),
  ),
}
