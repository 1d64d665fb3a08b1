import { expect, test } from '@jest/globals'
import type { Argument, Command, Option } from 'commander'
import { date, moment } from '../../cli/moments.js'
import { cornerstone } from '../../cli/program.js'

test.each(['2027-03-01', '2028-02-29', '2027-03-01T08:00:00Z', '2027-03-01T08:00:00.123Z'])(
  '%s is a moment',
  (text) => {
    expect(moment(text)).toBe(text)
  },
)

test.each(['', 'yesterday', '2027-3-1', '2027-02-29', '2027-03-01T08:00', '2027-03-01T08:00:00+08:00', '9999-12-31'])(
  '"%s" is no moment, and the refusal shows both forms of one',
  (text) => {
    expect(() => moment(text)).toThrow(
      `${text} was got; allowed is a date such as 2027-03-01, or an instant in UTC such as 2027-03-01T08:00:00Z`,
    )
  },
)

test('the day on a paper is a date, and no instant', () => {
  expect(date('2027-03-01')).toBe('2027-03-01')
  expect(() => date('2027-03-01T08:00:00Z')).toThrow('allowed is a date such as 2027-03-01;')
})

/** What a verb takes, as its help names it: `as-of <moment>`, `history --from <moment>`. */
const taken = (program: Command) =>
  program.commands.flatMap((verb) => [
    ...verb.registeredArguments.map((one) => ({ of: `${verb.name()} <${one.name()}>`, one })),
    ...verb.options.map((one) => ({ of: `${verb.name()} ${one.long ?? ''} ${valueOf(one)}`, one })),
  ])
const valueOf = ({ flags }: Option): string => /[<[].*/.exec(flags)?.[0] ?? ''
const readBy =
  (reader: (text: string) => string) =>
  ({ one }: { one: Argument | Option }) =>
    one.parseArg === reader

test('every verb that asks for a moment reads it alike, and calls it by the one word', () => {
  const all = taken(cornerstone())
  expect(all.filter(readBy(moment)).map(({ of }) => of)).toEqual([
    'history --from <moment>',
    'history --to <moment>',
    'delegate --until <moment>',
    'delegate --from <moment>',
    'grant-seat --from <moment>',
    'grant-seat --until <moment>',
    'propose-rules --in-force-from <moment>',
    'as-of <moment>',
    'portfolio <moment>',
    'diff <from>',
    'diff <to>',
    'refused-attempts --from <moment>',
    'refused-attempts --to <moment>',
    'access-log --from <moment>',
    'access-log --to <moment>',
    'exceptions --from <moment>',
    'exceptions --to <moment>',
  ])
  expect(all.filter(readBy(date)).map(({ of }) => of)).toEqual([
    'convene --on <date>',
    'move-session --on <date>',
    'raise --until <date>',
    'add-exhibit --issued <date>',
    'enter-paper --signed-on <date>',
    'grant-seat --paper-date <date>',
    'retention --by <date>',
  ])
  const word = /<(moment|date|day|instant|when|time stamp)>/
  const unread = all.filter((one) => word.test(one.of) && !readBy(moment)(one) && !readBy(date)(one))
  expect(unread.map(({ of }) => of)).toEqual([])
})

test('the help of each says what a date means', () => {
  const silent = taken(cornerstone()).filter(
    (each) => readBy(moment)(each) && !each.one.description.includes('New York'),
  )
  expect(silent.map(({ of }) => of)).toEqual([])
})
