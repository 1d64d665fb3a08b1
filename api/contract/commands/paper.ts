import { z } from 'zod'
import { seqRead } from '../publishing.js'
import { day, identifier, reasonCode, sha256, text, words } from '../scalars.js'
import { DecisionRequest, StepParams } from '../step.js'
import { codeOption, type CommandEntry, onBase, seqOption, wordsNeeded } from './entry.js'

const signatory = identifier.describe('Whose act it is: the person who signed.')
const scan = sha256.describe('The scan, by its fingerprint.')
const aStep = { params: StepParams, tag: 'steps', channel: 'paper' } as const

/** Acts that came on paper (R16): entered by one person, confirmed or turned away by another. */
export const paper = {
  // Its verb reads a file, so that it is written out.
  enter_paper: {
    ...aStep,
    path: '/bases/:id/steps/:step/papers',
    body: DecisionRequest.extend({
      signatory,
      scan,
      number: text({ max: 200 }).describe('The number the document bears.'),
      signedOn: day.describe('The day it bears, where the signatory is.'),
    }).meta({ id: 'PaperEntryRequest', description: 'An act that came on paper, as one person has read it (R16).' }),
    summary: 'Enter an act that came on paper',
  } satisfies CommandEntry,
  confirm_paper: {
    ...aStep,
    path: '/bases/:id/steps/:step/papers/confirmations',
    body: z.strictObject({ signatory, scan, seq: seqRead }).meta({
      id: 'PaperConfirmationRequest',
      description: 'Confirms, as the second person, what the scan shows (R16).',
    }),
    summary: 'Confirm what the paper says',
    verb: {
      usage: 'confirm-paper <base> <step>',
      says: 'Confirm, as the second person, what the scan of an entered act shows: now the step is acted on (R16).',
      examples: ['confirm-paper gasme-C09-yueqing-1 1.7.1 --signatory p-sa-1 --scan <sha256> --seq 12 --as p-pd-1'],
      needs: [['--signatory <person>', 'whose act it is'], ['--scan <sha256>', 'the scan you have read'], seqOption],
    },
  } satisfies CommandEntry,
  refuse_paper: onBase(
    {
      ...aStep,
      path: '/bases/:id/steps/:step/papers/refusals',
      body: z
        .strictObject({ signatory, code: reasonCode, reason: words })
        .meta({ id: 'PaperRefusalRequest', description: 'Turns an entered act on paper away (R16).' }),
      summary: 'Turn an entered paper away',
      verb: {
        usage: 'refuse-paper <base> <step>',
        says: 'Turn an entered act on paper away: it was misread, or the paper is not sound. It stays in the record (R16).',
        examples: [
          'refuse-paper gasme-C09-yueqing-1 1.7.1 --signatory p-sa-1 --code DAT --reason "no seal" --as p-pd-1',
        ],
        needs: [['--signatory <person>', 'whose act it would have been'], codeOption, wordsNeeded],
      },
    },
    ({ params: { step }, body: { signatory: person, code }, kept }) => ({
      type: 'refuse_paper',
      step,
      signatory: person,
      code,
      ...kept,
    }),
  ),
}
