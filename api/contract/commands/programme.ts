import { z } from 'zod'
import { appointmentPaper, CallParams, MandateParams, ProgrammeParams, ProposalParams } from '../programme.js'
import { dateOrInstant } from '../asking.js'
import { seqRead } from '../publishing.js'
import { day, identifier, instant, reasonCode, role, saying, uuid, words } from '../scalars.js'
import { SessionParams } from '../session.js'
import { reasonCodes } from '../../../domain/reason-code.js'
import { defined } from '../../../domain/values/defined.js'
import { sessionModes } from '../../../domain/values/session-meeting.js'
import { alsoAsJson, codeOption, type CommandEntry, onProgramme, seqOption, type VerbOption } from './entry.js'
import { papersTyped, presenceTyped } from './typed-lists.js'

/** An id of a call or session, short enough to be said. */
const shortId = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/, 'must be an id of 1 to 40 letters, digits, dots, hyphens or underscores')
const aProgramme = { params: ProgrammeParams, tag: 'programmes' }
const programmeOption: VerbOption = ['--programme <id>', 'the programme', { usually: 'gasme' }]
const place = saying({ max: 200 })
const callChoices = ['open', 'not_now'] as const

/** Calls: proposed by one person, opened by another. */
export const calls = {
  propose_call: onProgramme(
    {
      ...aProgramme,
      path: '/programmes/:programme/calls',
      body: z.strictObject({ call: shortId }).meta({ id: 'CallRequest' }),
      summary: 'Propose a call',
      verb: {
        usage: 'propose-call <call>',
        says: 'Propose a call for nominations, as programme manager; another person opens it.',
        examples: alsoAsJson('propose-call 2027-spring'),
        options: [programmeOption],
      },
    },
    ({ body: { call } }) => ({ type: 'propose_call', call }),
  ),
  approve_call: onProgramme(
    {
      params: CallParams,
      tag: 'programmes',
      path: '/programmes/:programme/calls/:call/decisions',
      body: z.strictObject({ option: z.enum(callChoices) }).meta({ id: 'CallDecisionRequest' }),
      summary: 'Open a call, or not now',
      verb: {
        usage: 'decide-call <call>',
        says: 'Open a proposed call, or put it off, as programme director.',
        examples: alsoAsJson('decide-call 2027-spring --option open --as p-pd-1'),
        needs: [['--option <option>', 'open it, or not now', { choices: callChoices }]],
        options: [programmeOption],
      },
    },
    ({ params: { call }, body: { option } }) => ({ type: 'approve_call', call, option }),
  ),
}

/** Ranked sessions of the committee; mandates: who may act as what, for which base, from when until when. */
export const seating = {
  convene_session: {
    ...aProgramme,
    path: '/programmes/:programme/sessions',
    body: z
      .strictObject({
        session: shortId,
        bases: z
          .array(identifier)
          .min(1)
          .max(200)
          .optional()
          .describe('Left out: every base of the programme that waits for a session.'),
        on: day.optional().describe('On which day it meets, in New York.'),
        mode: z.enum(sessionModes).optional().describe('How it meets; counts with a day alone. Left out: in the room.'),
        place: place.optional().describe('Where it meets, or the address of the link; counts with a day alone.'),
      })
      .meta({ id: 'SessionRequest' }),
    summary: 'Convene a session',
    verb: {
      usage: 'convene <session>',
      says: 'Convene a ranked session of the committee on the bases that wait for one (1.10).',
      examples: [
        'convene 2027-06 --as p-cs-1',
        'convene 2027-06 --on 2027-06-14 --mode by_link --as p-cs-1',
        'convene 2027-06 --bases gasme-C09-yueqing-1 gasme-W05-prato-1 --as p-cs-1',
      ],
      options: [
        ['--bases <base...>', 'only these; left out: every base that waits'],
        ['--on <date>', 'the day on which it meets, as 2027-06-14', { reads: 'date' }],
        ['--mode <mode>', 'how it meets; left out: in the room', { choices: sessionModes }],
        ['--place <text>', 'where it meets, or the address of the link'],
        programmeOption,
      ],
    },
  } satisfies CommandEntry,
  move_session: {
    params: SessionParams,
    tag: 'programmes',
    path: '/programmes/:programme/sessions/:session/moves',
    body: z
      .strictObject({
        on: day.describe('On which day it meets now, in New York.'),
        mode: z.enum(sessionModes).optional().describe('How it meets; left out: in the room.'),
        place: place.optional().describe('Where it meets now, or the address of the link.'),
        code: reasonCode,
        reason: words.describe(
          'Why, in words; whoever was convened hears the code by letter, and reads the words here.',
        ),
      })
      .meta({ id: 'SessionMoveRequest' }),
    summary: 'Move a session to another day',
    verb: {
      usage: 'move-session <session>',
      says: 'Move a session that was convened to another day, and say why; whoever was convened is told by letter.',
      examples: ['move-session 2027-06 --on 2027-06-21 --code FMJ --reason "The hall is closed." --as p-cs-1'],
      needs: [
        ['--on <date>', 'the day on which it meets now', { reads: 'date' }],
        ['--code <code>', 'reason code', { choices: reasonCodes }],
        ['--reason <text>', 'why, in words'],
      ],
      options: [
        ['--mode <mode>', 'how it meets; left out: in the room', { choices: sessionModes }],
        ['--place <text>', 'where it meets, or the address of the link'],
        programmeOption,
      ],
    },
  } satisfies CommandEntry,
  note_session: {
    params: SessionParams,
    tag: 'programmes',
    path: '/programmes/:programme/sessions/:session/notes',
    body: z
      .strictObject({
        papers: z
          .array(z.strictObject({ base: identifier, exhibit: uuid }))
          .min(1)
          .max(100)
          .optional()
          .describe('What was laid before it: exhibits of bases on its agenda.'),
        present: z
          .array(
            z
              .strictObject({ person: identifier, from: instant, to: instant.optional() })
              .refine(({ from, to }) => to === undefined || from < to, 'must end after it begins'),
          )
          .min(1)
          .max(60)
          .optional()
          .describe(
            'Who was there, from when and until when; without an end to the end. Who left and came back has two.',
          ),
        minutes: saying({ max: 9_000 }).optional().describe('The minutes; they are sealed, and read by the body.'),
        extracts: z
          .array(
            z.strictObject({
              base: identifier,
              text: z.strictObject({ en: saying({ max: 900 }), 'zh-CN': saying({ max: 300 }) }),
            }),
          )
          .min(1)
          .max(100)
          .optional()
          .describe('What the minutes say of a base of its agenda, for its place: no vote, and nobody by name.'),
      })
      .refine(
        (noted) => Object.values(noted).some((one) => one !== undefined),
        'must hold papers, who was present, minutes, or extracts',
      )
      .meta({
        id: 'SessionNoteRequest',
        description: 'Each is noted as often as there is something new; the newest counts.',
      }),
    summary: 'Note papers, presence, minutes and extracts of a session',
    verb: {
      usage: 'note-session <session>',
      says: 'Note what was laid before a session, who was there from when until when, its minutes, and what they say of one base for its place.',
      examples: [
        'note-session 2027-06 --paper gasme-C09-yueqing-1/0f8e7d6c-5b4a-4392-8170-6f5e4d3c2b1a --as p-cs-1',
        'note-session 2027-06 --present p-cm-1/2027-06-14T13:00:00Z/2027-06-14T16:00:00Z --minutes "The committee met in the room." --as p-cs-1',
      ],
      options: [
        ['--paper <base/exhibit...>', 'what was laid before it: a base and one of its exhibits'],
        ['--present <person/from/to...>', 'who was there, from when and until when; left out: to the end'],
        ['--minutes <text>', 'the minutes'],
        ['--extract-of <base>', 'of which base the extract is'],
        ['--extract-en <text>', 'what the minutes say of it, in English'],
        ['--extract-zh <text>', 'the same in Chinese'],
        programmeOption,
      ],
      body: ({ paper, present, extractOf, extractEn, extractZh, ...typed }) => ({
        ...typed,
        ...defined({
          papers: papersTyped(paper),
          present: presenceTyped(present),
          extracts:
            extractOf === undefined ? undefined : [{ base: extractOf, text: { en: extractEn, 'zh-CN': extractZh } }],
        }),
      }),
    },
  } satisfies CommandEntry,
  grant_mandates: {
    ...aProgramme,
    path: '/programmes/:programme/mandates',
    body: z
      .strictObject({
        proposal: shortId.optional().describe('Under which name it waits; left out: the key of this request.'),
        paper: appointmentPaper
          .optional()
          .describe('The paper of appointment; without one nothing is proposed (SD10).'),
        mandates: z
          .array(
            z.strictObject({
              person: identifier,
              organisation: identifier,
              role,
              base: identifier
                .optional()
                .describe('One base; left out: the whole programme. A role of a place is given for one base.'),
              from: dateOrInstant
                .optional()
                .describe(
                  'A date begins with its day, of the place for a seat of the place, else of New York. Left out: from now on.',
                ),
              until: dateOrInstant
                .optional()
                .describe(
                  'A date is held to 24:00 of its day, of the place for a seat of the place, else of New York.',
                ),
            }),
          )
          .min(1)
          .max(100),
      })
      .meta({ id: 'MandatesRequest' }),
    summary: 'Propose mandates; another person confirms them',
    verb: {
      usage: 'grant-seat <role>',
      says: 'Propose a seat for a person on a paper of appointment, as director or administrator; another one confirms it (confirm-seat).',
      examples: [
        'grant-seat SO --to p-so-3 --organisation o-office --paper-number GASME-2026-14 --paper-date 2026-11-30 --proposal so-3 --as p-pd-1',
        'grant-seat CLO --to p-C09-yueqing-clo --organisation o-C09-yueqing-cluster-body --base gasme-C09-yueqing-1 --from 2027-03-01 --until 2029-12-31 --paper-sha256 <sha256> --as p-pd-1',
      ],
      needs: [
        ['--to <person>', 'who gets the seat'],
        ['--organisation <id>', 'on behalf of whom it is held'],
      ],
      options: [
        ['--base <base>', 'for this base alone; left out: the whole programme. A role of a place needs it'],
        [
          '--from <moment>',
          'when it begins; a date at the beginning of its day, where the place is for a seat of the place, else in New York; left out: now',
          { reads: 'moment' },
        ],
        [
          '--until <moment>',
          'when it ends; a date at 24:00 of its day, where the place is for a seat of the place, else in New York',
          { reads: 'moment' },
        ],
        ['--paper-number <number>', 'the number on the paper of appointment'],
        ['--paper-date <date>', 'the day on it, as 2026-11-30', { reads: 'date' }],
        ['--paper-sha256 <hash>', 'or the SHA-256 of its file'],
        ['--proposal <name>', 'under which name it waits for the second person; left out: the id of this command'],
        programmeOption,
      ],
      body: ({ to: person, paperNumber: number, paperDate: date, paperSha256: sha256, proposal, ...seat }) => ({
        proposal,
        paper: sha256 !== undefined ? { sha256 } : number !== undefined ? { number, date } : undefined,
        mandates: [{ ...seat, person }],
      }),
    },
  } satisfies CommandEntry,
  confirm_seats: {
    params: ProposalParams,
    tag: 'programmes',
    path: '/programmes/:programme/mandates/:proposal/confirmations',
    body: z.strictObject({ seq: seqRead }).meta({ id: 'SeatsConfirmation' }),
    summary: 'Confirm proposed mandates as a second person',
    verb: {
      usage: 'confirm-seat <proposal>',
      says: 'Confirm seats that another person proposed, as director or administrator (SD10); from then on they are held.',
      examples: ['confirm-seat so-3 --seq 41 --as p-ad-1'],
      needs: [seqOption],
      options: [programmeOption],
    },
  } satisfies CommandEntry,
  revoke_mandate: {
    params: MandateParams,
    tag: 'programmes',
    path: '/mandates/:id/revocations',
    body: z.strictObject({ code: reasonCode }).meta({ id: 'MandateRevocationRequest' }),
    summary: 'Revoke a mandate',
    verb: {
      usage: 'revoke-seat <mandate>',
      says: 'Take a seat back, with a reason code; what was done in it stays.',
      examples: ['revoke-seat 0b5f7c1e-8a44-8d0e-9f3b-3f6f0c2f7a11 --code WDR --as p-pd-1'],
      needs: [codeOption],
    },
  } satisfies CommandEntry,
}
