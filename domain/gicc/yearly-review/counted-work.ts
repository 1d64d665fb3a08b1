import { daysFrom, isPlainDate } from '../../calendar-date.js'
import { moneyIn, numberIn, type ReadCells } from '../../form/rows.js'
import { indicatorCodes, type IndicatorCode } from '../../indicators.js'

/** What the records of a year come to for one indicator. */
export interface CountedWork {
  readonly indicator: IndicatorCode
  readonly value: number
}

interface Work {
  readonly done: (kind: string) => readonly ReadCells[]
  /** Leads of investors, as they stand now. */
  readonly leads: readonly ReadCells[]
  readonly running: readonly ReadCells[]
  /** In millions of US dollars; undefined where the budget has no rate for a currency of it. */
  readonly worth: (rows: readonly ReadCells[], column: string) => number | undefined
}

const sum = (rows: readonly ReadCells[], column: string): number | undefined =>
  rows.length === 0 ? undefined : rows.reduce((all, row) => all + numberIn(row[column]), 0)

/** A share of a hundred; undefined where there is nothing to have a share of. */
const share = (part: number | undefined, whole: number | undefined): number | undefined =>
  part === undefined || whole === undefined || whole === 0 ? undefined : (100 * part) / whole

const mean = (values: readonly number[]): number | undefined =>
  values.length === 0 ? undefined : values.reduce((all, one) => all + one, 0) / values.length

const standing = (leads: readonly ReadCells[], ...states: readonly string[]): readonly ReadCells[] =>
  leads.filter(({ lead_state: state }) => states.some((one) => one === state))

const some = (rows: readonly ReadCells[]): number | undefined => (rows.length === 0 ? undefined : rows.length)

const projects = ({ leads }: Work): readonly ReadCells[] => standing(leads, 'signed', 'started', 'paid_in')

/** How an indicator is counted from the records by which it is fed; the others come from registers and statistics (7). */
const counting: Partial<Record<IndicatorCode, (work: Work) => number | undefined>> = {
  HC1: ({ done }) => some(done('advice')),
  HC2: ({ done }) => sum(done('advice'), 'firms'),
  HC3: ({ done }) => sum(done('advice'), 'expert_days'),
  HC4: ({ done }) => {
    const followed = done('advice').filter(({ carried_out: put }) => typeof put === 'number')
    return share(sum(followed, 'carried_out'), sum(followed, 'advised'))
  },
  HC5: ({ done }) => mean(done('advice').flatMap(({ client_mark: mark }) => (typeof mark === 'number' ? [mark] : []))),
  FD1: ({ leads }) => some(standing(leads, 'qualified', 'visited', 'signed', 'started', 'paid_in')),
  FD2: ({ leads }) => some(standing(leads, 'visited', 'signed', 'started', 'paid_in')),
  FD3: (work) => some(projects(work)),
  FD4: ({ leads, worth }) => worth(standing(leads, 'paid_in'), 'paid_in'),
  FD5: (work) => sum(projects(work), 'jobs'),
  FD7: (work) => share(projects(work).filter(({ fills_gap: fills }) => fills === true).length, projects(work).length),
  MK1: ({ done }) => sum(done('market'), 'firms'),
  MK2: ({ done }) => sum(done('market'), 'meetings'),
  MK3: ({ done, worth }) => worth(done('market'), 'contracted'),
  MK5: ({ done }) => sum(done('market'), 'new_markets'),
  BR5: ({ done }) => sum(done('brand'), 'appearances'),
  BR6: ({ done }) => sum(done('brand'), 'misuse_closed'),
  IC1: ({ done }) => sum(done('cooperation'), 'cluster_meetings'),
  IC2: ({ done }) => sum(done('cooperation'), 'agreements'),
  IC3: ({ running }) => some(running),
  IC4: ({ done, worth }) => worth(done('cooperation'), 'technology'),
  TA1: ({ done }) => sum(done('training'), 'trained'),
  TA2: ({ done }) => personDays(done('training')),
  TA3: ({ done }) => share(sum(done('training'), 'certified'), sum(done('training'), 'trained')),
  TA5: ({ done }) => sum(done('training'), 'experts_moved'),
  TA6: ({ done }) => mean(done('hiring').flatMap(daysToFill)),
  T2: ({ done }) => sum(done('hiring'), 'filled'),
  F2: ({ done, worth }) => worth(done('finance'), 'credit'),
}

/** Each course counts its days as often as it had people. */
const personDays = (courses: readonly ReadCells[]): number | undefined =>
  courses.length === 0
    ? undefined
    : courses.reduce((all, row) => all + numberIn(row['trained']) * numberIn(row['course_days']), 0)

const daysToFill = ({ opened_on: opened, filled_on: filled }: ReadCells): readonly number[] =>
  typeof opened === 'string' && typeof filled === 'string' && isPlainDate(opened) && isPlainDate(filled)
    ? [daysFrom(opened, filled)]
    : []

/**
 * What noted activities come to, indicator by indicator (5.14): work that is done, and leads and projects as they stand. A firm that took
 * part in two activities is counted with each. What nobody noted is not told, and no zero stands for it.
 */
export const countedWork = (
  activities: readonly ReadCells[],
  { perUsd }: { readonly perUsd: Readonly<Record<string, number>> },
): readonly CountedWork[] => {
  const ofKind = (kind: string) => activities.filter((row) => row['kind'] === kind)
  const work: Work = {
    done: (kind) => ofKind(kind).filter(({ state }) => state === 'done'),
    leads: ofKind('lead'),
    running: ofKind('cooperation').filter(({ project_state: state }) => state === 'running'),
    worth: (rows, column) =>
      millionsIn(
        rows.flatMap((row) => moneyIn(row[column]) ?? []),
        perUsd,
      ),
  }
  return indicatorCodes.flatMap((indicator) => {
    const value = counting[indicator]?.(work)
    return value === undefined ? [] : [{ indicator, value: Math.round(value * 100) / 100 }]
  })
}

const millionsIn = (
  amounts: readonly { readonly amount: number; readonly currency: string }[],
  perUsd: Readonly<Record<string, number>>,
): number | undefined => {
  const worth = amounts.map(({ amount, currency }) => amount / (currency === 'USD' ? 1 : (perUsd[currency] ?? 0)))
  return worth.length === 0 || worth.some((one) => !Number.isFinite(one))
    ? undefined
    : worth.reduce((all, one) => all + one, 0) / 1_000_000
}
