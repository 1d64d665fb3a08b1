/** One acting party as its own authorities list its days, kept by hand and apart from the packages the product reads. */
export interface OfficialParty {
  readonly country: string
  readonly zone: string
  readonly off: ReadonlySet<string>
  readonly makeUp: ReadonlySet<string>
}

const days = (...years: readonly string[]): ReadonlySet<string> => new Set(years.flatMap((year) => year.split(' ')))

/** All days from the first to the last. */
const spans = (...pairs: readonly (readonly [string, string])[]): ReadonlySet<string> =>
  new Set(
    pairs.flatMap(([first, last]) => {
      const count = (Date.parse(last) - Date.parse(first)) / 86_400_000 + 1
      return Array.from({ length: count }, (_, index) =>
        new Date(Date.parse(first) + index * 86_400_000).toISOString().slice(0, 10),
      )
    }),
  )

export const officialDays: readonly OfficialParty[] = [
  {
    // General Office of the State Council, notices on the arrangement of holidays of each year (for 2026 of 4 November 2025,
    // 国办发明电〔2025〕7号), with the days worked in exchange. After 2026: the statutory day alone.
    country: 'CN',
    zone: 'Asia/Shanghai',
    off: spans(
      ...([
        ['2024-01-01', '2024-01-01'],
        ['2024-02-10', '2024-02-17'],
        ['2024-04-04', '2024-04-06'],
      ] as const),
      ...([
        ['2024-05-01', '2024-05-05'],
        ['2024-06-10', '2024-06-10'],
        ['2024-09-15', '2024-09-17'],
      ] as const),
      ...([
        ['2024-10-01', '2024-10-07'],
        ['2025-01-01', '2025-01-01'],
        ['2025-01-28', '2025-02-04'],
      ] as const),
      ...([
        ['2025-04-04', '2025-04-06'],
        ['2025-05-01', '2025-05-05'],
        ['2025-05-31', '2025-06-02'],
      ] as const),
      ...([
        ['2025-10-01', '2025-10-08'],
        ['2026-01-01', '2026-01-03'],
        ['2026-02-15', '2026-02-23'],
      ] as const),
      ...([
        ['2026-04-04', '2026-04-06'],
        ['2026-05-01', '2026-05-05'],
        ['2026-06-19', '2026-06-21'],
      ] as const),
      ...([
        ['2026-09-25', '2026-09-27'],
        ['2026-10-01', '2026-10-07'],
        ['2027-01-01', '2027-01-01'],
      ] as const),
    ),
    makeUp: days(
      '2024-02-04 2024-02-18 2024-04-07 2024-04-28 2024-05-11 2024-09-14 2024-09-29 2024-10-12',
      '2025-01-26 2025-02-08 2025-04-27 2025-09-28 2025-10-11',
      '2026-01-04 2026-02-14 2026-02-28 2026-05-09 2026-09-20 2026-10-10',
    ),
  },
  {
    // United States Office of Personnel Management, Federal Holidays (5 U.S.C. 6103), with the days observed instead.
    country: 'US',
    zone: 'America/New_York',
    off: days(
      '2024-01-01 2024-01-15 2024-02-19 2024-05-27 2024-06-19 2024-07-04 2024-09-02 2024-10-14 2024-11-11 2024-11-28 2024-12-25',
      '2025-01-01 2025-01-20 2025-02-17 2025-05-26 2025-06-19 2025-07-04 2025-09-01 2025-10-13 2025-11-11 2025-11-27 2025-12-25',
      '2026-01-01 2026-01-19 2026-02-16 2026-05-25 2026-06-19 2026-07-03 2026-09-07 2026-10-12 2026-11-11 2026-11-26 2026-12-25',
      '2027-01-01 2027-01-18 2027-02-15',
    ),
    makeUp: new Set(),
  },
  {
    // The days that are holidays in all sixteen Länder: their Feiertagsgesetze, and 3 October by the Unification Treaty, art. 2.
    country: 'DE',
    zone: 'Europe/Berlin',
    off: days(
      '2024-01-01 2024-03-29 2024-04-01 2024-05-01 2024-05-09 2024-05-20 2024-10-03 2024-12-25 2024-12-26',
      '2025-01-01 2025-04-18 2025-04-21 2025-05-01 2025-05-29 2025-06-09 2025-10-03 2025-12-25 2025-12-26',
      '2026-01-01 2026-04-03 2026-04-06 2026-05-01 2026-05-14 2026-05-25 2026-10-03 2026-12-25 2026-12-26',
      '2027-01-01',
    ),
    makeUp: new Set(),
  },
  {
    // Closed holidays of central offices in Delhi, Department of Personnel and Training: 2024 and 2026 as published in the
    // press; 2025 was not compared with a publication. No package knows them, so the product is given this very list as
    // an office's decree: for India the oracle checks the counting and the zone, not the list.
    country: 'IN',
    zone: 'Asia/Kolkata',
    off: days(
      '2024-01-26 2024-03-25 2024-03-29 2024-04-11 2024-04-17 2024-05-23 2024-06-17 2024-07-17 2024-08-15 2024-08-26 2024-09-16',
      '2024-10-02 2024-10-12 2024-10-31 2024-11-15 2024-12-25',
      '2025-01-26 2025-02-26 2025-03-14 2025-03-31 2025-04-10 2025-04-18 2025-05-12 2025-06-07 2025-07-06 2025-08-15 2025-08-16',
      '2025-09-05 2025-10-02 2025-10-20 2025-11-05 2025-12-25',
      '2026-01-26 2026-03-04 2026-03-21 2026-03-26 2026-03-31 2026-04-03 2026-05-01 2026-05-27 2026-06-26 2026-08-15 2026-08-26 2026-09-04',
      '2026-10-02 2026-10-20 2026-11-08 2026-11-24 2026-12-25',
      '2027-01-26',
    ),
    makeUp: new Set(),
  },
]
