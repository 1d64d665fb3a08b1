import type { ReactNode } from 'react'
import { numberInWords } from '../../domain/form/answer-in-words.js'
import type { Locale } from '../../domain/locale.js'
import { unitWords } from '../../domain/words/units.js'
import { wordOf } from '../../domain/words/word-of.js'
import type { WorkContent } from './model.js'
import { Empty, Grid, NextPage } from './parts.js'
import { portfolioHref } from './portfolio-model.js'
import { portfolioWords } from './portfolio-words.js'
import { SixBars } from './six-bars.js'
import { sixHref } from './six-href.js'
import type { SixBy, SixShown } from './six-model.js'
import { sixWords as words } from './six-words.js'

interface SixPart {
  readonly of: SixShown
  readonly locale: Locale
}

/** All bases a reader may see, by the six areas or by the six challenges: sums with a drawing beside, base by base, and figures. */
export const sixContent = (shown: SixShown, locale: Locale): WorkContent => {
  const say = words[locale]
  const { by, asked, rehearsal, bases, next } = shown
  const part = { of: shown, locale }
  return {
    title: say[by],
    rehearsal,
    main: (
      <>
        <nav className="crumbs" aria-label={portfolioWords[locale].views}>
          <a href={portfolioHref({ view: 'list', asked })}>{say.bases}</a> ›
        </nav>
        <h1>{say[by]}</h1>
        <p className="lead">{by === 'areas' ? say.leadAreas : say.leadChallenges}</p>
        <Ways {...part} />
        {bases.length === 0 ? (
          <Empty says={say.none} next={<p>{say.noneNext}</p>} />
        ) : (
          <>
            {by === 'areas' ? <AreaSums {...part} /> : <ChallengeSums {...part} />}
            {by === 'areas' ? <AreasEach {...part} /> : <ChallengesEach {...part} />}
            <Figures {...part} />
          </>
        )}
        <NextPage locale={locale} href={next === null ? undefined : sixHref({ by, asked, after: next })} />
      </>
    ),
  }
}

const Ways = ({ of: { by, asked }, locale }: SixPart): ReactNode => (
  <nav className="tabs" aria-label={words[locale].views}>
    <ul>
      {(['areas', 'challenges'] satisfies readonly SixBy[]).map((one) => (
        <li key={one}>
          <a href={sixHref({ by: one, asked })} aria-current={one === by ? 'page' : undefined}>
            {words[locale][one]}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)

const AreaSums = ({ of: { six, bases }, locale }: SixPart): ReactNode => {
  const say = words[locale]
  const kinds = ['proposed', 'planned', 'carriedOut'] as const
  const rows = six.map(({ code, label }) => {
    const own = bases.flatMap(({ areas }) => areas.filter(({ area }) => area === code))
    return { code, label, sums: kinds.map((kind) => own.reduce((sum, one) => sum + one[kind], 0)) }
  })
  return (
    <section>
      <h2>{say.all}</h2>
      <SixBars
        title={say.all}
        names={kinds.map((kind) => say[kind])}
        rows={rows.map(({ code, label, sums }) => ({ key: code, label: label[locale], values: sums }))}
      />
      <Grid
        caption={say.all}
        head={[say.area, ...kinds.map((kind) => say[kind])]}
        figures={[1, 2, 3]}
        rows={rows.map(({ code, label, sums }) => ({ key: code, cells: [label[locale], ...sums] }))}
      />
    </section>
  )
}

const ChallengeSums = ({ of: { six, bases }, locale }: SixPart): ReactNode => {
  const say = words[locale]
  const rows = six.map(({ code, label }) => {
    const own = bases.flatMap(({ challenges }) => challenges.filter(({ challenge }) => challenge === code))
    const grades = own.flatMap(({ ownGrade }) => ownGrade ?? [])
    const mean = grades.reduce((sum, one) => sum + one, 0) / grades.length
    const measures = own.reduce((sum, one) => sum + one.measures, 0)
    return { code, label, graded: grades.length, mean: Math.round(mean * 10) / 10, measures }
  })
  return (
    <section>
      <h2>{say.all}</h2>
      <SixBars
        title={say.all}
        names={[say.mean]}
        rows={rows.map(({ code, label, graded, mean }) => ({
          key: code,
          label: label[locale],
          values: [graded === 0 ? 0 : mean],
        }))}
      />
      <Grid
        caption={say.all}
        head={[say.challenge, say.mean, say.graded, say.measures]}
        figures={[1, 2, 3]}
        rows={rows.map(({ code, label, graded, mean, measures }) => ({
          key: code,
          cells: [label[locale], graded === 0 ? '–' : mean, graded, measures],
        }))}
      />
    </section>
  )
}

const AreasEach = ({ of: { six, bases }, locale }: SixPart): ReactNode => {
  const say = words[locale]
  return (
    <Grid
      caption={say.each}
      head={[say.base, ...six.map(({ label }) => label[locale])]}
      rows={bases.map(({ id, name, areas }) => ({
        key: id,
        cells: [
          <a href={`/bases/${id}`} key={id}>
            {name[locale]}
          </a>,
          ...areas.map(({ proposed, planned, carriedOut }) => `${proposed} / ${planned} / ${carriedOut}`),
        ],
      }))}
    />
  )
}

const ChallengesEach = ({ of: { six, bases }, locale }: SixPart): ReactNode => {
  const say = words[locale]
  return (
    <Grid
      caption={say.eachChallenge}
      head={[say.base, ...six.map(({ label }) => label[locale])]}
      rows={bases.map(({ id, name, challenges }) => ({
        key: id,
        cells: [
          <a href={`/bases/${id}`} key={id}>
            {name[locale]}
          </a>,
          ...challenges.map(({ ownGrade, measures }) =>
            measures === 0 ? (ownGrade ?? '–') : `${ownGrade ?? '–'} · ${say.measuresOf(measures)}`,
          ),
        ],
      }))}
    />
  )
}

const Figures = ({ of: { six, bases }, locale }: SixPart): ReactNode => {
  const say = words[locale]
  const there = six.flatMap(({ code, label }) => {
    const rows = bases.flatMap(({ id, name, figures }) =>
      figures.flatMap((figure) => (figure.of === code ? [{ id, name, figure }] : [])),
    )
    return rows.length === 0 ? [] : [{ code, label, rows }]
  })
  if (there.length === 0) return <p className="soft">{say.noFigures}</p>
  return (
    <>
      {there.map(({ code, label, rows }) => (
        <details key={code}>
          <summary>{say.figures(label[locale], rows.length)}</summary>
          <Grid
            caption={say.figures(label[locale], rows.length)}
            head={[say.base, say.indicator, say.unit, say.baseline, say.target, say.value]}
            figures={[3, 4, 5]}
            rows={rows.map(({ id, name, figure }) => ({
              key: `${id} ${figure.indicator}`,
              cells: [
                <a href={`/bases/${id}/figures`} key={id}>
                  {name[locale]}
                </a>,
                `${figure.indicator} ${figure.label[locale]}`,
                wordOf(unitWords, { key: figure.unit, locale }),
                numberInWords(figure.baseline),
                numberInWords(figure.target),
                reported(figure, locale),
              ],
            }))}
          />
        </details>
      ))}
    </>
  )
}

const reported = ({ value, year }: SixShown['bases'][number]['figures'][number], locale: Locale): string =>
  value === null ? '–' : year === undefined ? numberInWords(value) : words[locale].valueOf(numberInWords(value), year)
