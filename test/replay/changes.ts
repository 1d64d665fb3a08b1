import type { SourceChange } from '../../tools/replay/copied-sources.js'
import type { Found } from '../../tools/replay/gate.js'

/** A change of the code, in the words of whoever would have made it. */
export interface KnownChange extends SourceChange {
  readonly what: string
}

/** A change that does harm, and what has to see it: the replay itself, the transcript, or judging again. */
export interface Harmful extends KnownChange {
  readonly by: Found['by']
}

const desk = 'workflows/desk.ts'
const baseRun = 'workflows/cooperation-base.ts'
const programmeRun = 'workflows/programme.ts'
const decide = 'activities/decide.ts'

/** Changes of rules. A replay takes what is stored and asks no rule, so judging again alone can see these. */
const ofRules: readonly Harmful[] = [
  {
    what: 'every step is due a day later',
    file: 'domain/judge/deadline.ts',
    from: 'addWorkingDays(calendar, { from, days: days.n })',
    to: 'addWorkingDays(calendar, { from, days: days.n + 1 })',
    by: 'judging',
  },
  {
    what: 'two steps are swapped',
    file: 'domain/gicc/nomination/story.ts',
    from: "  yield* step('1.2a')\n  yield* step('1.2b')\n",
    to: "  yield* step('1.2b')\n  yield* step('1.2a')\n",
    by: 'judging',
  },
  {
    what: 'the receipt of the dossier is dropped',
    file: 'domain/gicc/nomination/story.ts',
    from: "  yield* happens({ effect: 'order', kind: 'dossier_receipt' })\n",
    to: '',
    by: 'judging',
  },
  {
    what: 'nobody is reminded',
    file: 'domain/judge/clock.ts',
    from: 'tells: silent ? [] : alarm.tells',
    to: 'tells: []',
    by: 'judging',
  },
  {
    what: 'claims are not sent',
    file: decide,
    from: 'claims: judged.claims,',
    to: 'claims: [],',
    by: 'judging',
  },
  {
    what: 'the answer names another head',
    file: decide,
    from: 'head: entries.at(-1)?.seq ?? head',
    to: 'head: head + 1',
    by: 'judging',
  },
  {
    what: 'a vote needs more than the majority',
    file: 'domain/body.ts',
    from: 'count * 2 > base',
    to: 'count > base',
    by: 'judging',
  },
  {
    what: 'the clock is told that nothing is due',
    file: 'workflows/base-core.ts',
    from: 'due: nextDueAt(state, prepared),',
    to: 'due: null,',
    by: 'judging',
  },
  {
    what: 'a base tells the programme that it stands nowhere',
    file: 'domain/stand.ts',
    from: "return { is: 'holding', slot, active: activatedOn !== undefined, place }",
    to: "return { is: 'none' }",
    by: 'judging',
  },
  {
    what: 'lists show a session that nobody waits for',
    file: 'domain/view.ts',
    from: 'awaitsSession: telling?.awaitsSession ?? false',
    to: 'awaitsSession: false',
    by: 'judging',
  },
  {
    what: 'entries no longer say by which rules they came about',
    file: decide,
    from: '`${prepared.procedure.id}@${prepared.procedure.version}`',
    to: 'prepared.procedure.id',
    by: 'judging',
  },
  {
    what: 'a state forgets who acted',
    file: 'domain/evolve.ts',
    from: 'acts: [...step.acts, act]',
    to: 'acts: [act]',
    by: 'judging',
  },
]

/** Changes of the shell that keep the order of its calls: Temporal looks at none of these. */
const ofTheShell: readonly Harmful[] = [
  {
    what: 'every timer runs nine days longer',
    file: 'workflows/alarm.ts',
    from: ': Math.min(millisecondsTo(due), longestSleep)',
    to: ': Math.min(millisecondsTo(due), longestSleep) + 9 * 24 * 60 * 60 * 1000',
    by: 'transcript',
  },
  {
    what: 'a run without anything due sleeps for ever, and stays on its build',
    file: 'workflows/alarm.ts',
    from: 'const wait = due === null',
    to: 'if (due === null) return\n      const wait = due === null',
    by: 'replay',
  },
  {
    what: 'a base hears another place of the session',
    file: programmeRun,
    from: 'place: index + 1',
    to: 'place: index',
    by: 'transcript',
  },
  {
    what: 'a base tells where it stands after another entry',
    file: baseRun,
    from: 'seq: desk.head(), stand',
    to: 'seq: desk.head() - 1, stand',
    by: 'transcript',
  },
  {
    what: 'papers are made for another base',
    file: baseRun,
    from: 'makeDocuments({ base, ...order })',
    to: 'makeDocuments({ ...order, base: `${base}0` })',
    by: 'transcript',
  },
  {
    what: 'a run goes on without the ids it has handled',
    file: desk,
    from: 'handled: [...desk.handled].slice(-handledKept)',
    to: 'handled: []',
    by: 'transcript',
  },
  {
    what: 'a run goes on pinned to its build for ever',
    file: baseRun,
    from: "makeContinueAsNewFunc<typeof cooperationBase>({ initialVersioningBehavior: 'AUTO_UPGRADE' })",
    to: 'makeContinueAsNewFunc<typeof cooperationBase>()',
    by: 'transcript',
  },
  {
    what: 'a decision is recorded at another instant',
    file: desk,
    from: '    now: now(),\n    namespace,',
    to: '    now: now().replace(/...Z$/, "000Z"),\n    namespace,',
    by: 'transcript',
  },
  {
    what: 'a decision is recorded without who made it',
    file: desk,
    from: 'take(desk, { command, id, ...sender })',
    to: 'take(desk, { command, id })',
    by: 'transcript',
  },
  {
    what: 'a repeated command is judged once more',
    file: desk,
    from: 'isRepeat: desk.handled.has(taken.id)',
    to: 'isRepeat: false',
    by: 'transcript',
  },
  {
    what: 'the sender hears another head than the outcome says',
    file: desk,
    from: 'accepted: { head, entries,',
    to: 'accepted: { head: desk.state.seq + 1, entries,',
    by: 'transcript',
  },
  {
    what: 'a refusal reaches its sender without what it is about',
    file: 'workflows/as-failure.ts',
    from: 'details: [refusal.detail, head]',
    to: 'details: [undefined, head]',
    by: 'transcript',
  },
  {
    what: 'two alarms of a base bear the same id',
    file: 'workflows/live.ts',
    from: '`clock:${life.stream}:${desk.head()}`',
    to: '`clock:${life.stream}`',
    by: 'transcript',
  },
  {
    what: 'somebody who left is told to the bases with other roles',
    file: programmeRun,
    from: '.signal(personLeft, { person, roles })',
    to: '.signal(personLeft, { person, roles: [] })',
    by: 'transcript',
  },
]

/** Changes of the shell that alter the order of its calls: these stop a workflow, and a replay sees them. */
const ofTheOrder: readonly Harmful[] = [
  {
    what: 'a run goes on across the boundary of a stage',
    file: 'workflows/live.ts',
    from: 'desk.course().stages > stages || isRunLong()',
    to: 'isRunLong()',
    by: 'replay',
  },
  {
    what: 'no base is asked whether it takes a slot',
    file: programmeRun,
    from: 'if (!asked.has(offer)) void askAbout({ base, offer, asked })',
    to: 'if (asked.has(offer)) void askAbout({ base, offer, asked })',
    by: 'replay',
  },
]

/** A rule that is stricter than it was towards people who act no more. */
export const stricter: KnownChange = {
  what: 'whoever did one of several works that exclude another may do no second of them either',
  file: 'domain/separation.ts',
  from: 'const others = [...(first.includes(key) ? second : []), ...(second.includes(key) ? first : [])]',
  to: 'const others = [...first, ...second].filter((one) => [...first, ...second].includes(key) && one !== key)',
}

/** What the gate has to see. */
export const harmful: readonly Harmful[] = [{ ...stricter, by: 'judging' }, ...ofRules, ...ofTheShell, ...ofTheOrder]

/** What the gate must let through: no running base notices any of these. */
export const harmless: readonly KnownChange[] = [
  {
    what: 'a title is worded otherwise',
    file: 'domain/gicc/nomination/intake.ts',
    from: "en: 'Express interest'",
    to: "en: 'Say that the place is interested'",
  },
  {
    what: 'the next version keeps two steps apart, and bases are under the one they were given',
    file: 'domain/gicc/nomination/intake.ts',
    from: "title: { en: 'Submit the dossier', 'zh-CN'",
    to: "apart: { SD1: ['1.2a'] }, title: { en: 'Submit the dossier', 'zh-CN'",
  },
  {
    what: 'a comment says more',
    file: 'domain/judge/clock.ts',
    from: '/** An alarm is a command of the clock: ',
    to: '/** An alarm is a command of the clock, and nobody is asked for it: ',
  },
  {
    what: 'a validator refuses more',
    file: desk,
    from: 'if (prepared === undefined || core.wants(command) !== undefined) return',
    to: "if (command.type === 'comment') throw asFailure({ code: 'unknown_step', detail: {} }, head)\n  if (prepared === undefined || core.wants(command) !== undefined) return",
  },
  {
    what: 'an activity may take longer',
    file: baseRun,
    from: "startToCloseTimeout: '2 minutes'",
    to: "startToCloseTimeout: '9 minutes'",
  },
  {
    what: 'a query is answered besides',
    file: baseRun,
    from: '  setHandler(baseView, () => desk.view())\n',
    to: "  setHandler(baseView, () => desk.view())\n  setHandler({ ...baseView, name: 'another_view' }, () => desk.view())\n",
  },
]
