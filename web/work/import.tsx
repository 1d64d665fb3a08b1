import type { ReactNode } from 'react'
import type { ImportedRow, PreviewedRow } from '../../api/contract/cluster.js'
import type { Locale, LocalText } from '../../domain/locale.js'
import { importTones, importWords as words } from './import-words.js'
import type { WorkContent, WorkFrame } from './model.js'
import { Moment } from './moment.js'
import { Empty, Facts, Grid, Tag } from './parts.js'
import { Refused } from './told.js'

/** A table that was handed in and is to begin, or has begun. */
interface ImportFile {
  readonly name: string
  readonly sha256: string
  /** Its bytes in base64, so that what begins is what was previewed to the last of them. */
  readonly bytes: string
  readonly again: boolean
  /** What makes a second click the same write. */
  readonly once: string
}

interface ImportPage {
  readonly programme: { readonly id: string; readonly label: LocalText; readonly rehearsal: boolean }
  readonly call: { readonly id: string; readonly until: string | null } | undefined
  /** Names of columns with an example, in the order of the template. */
  readonly columns: readonly { readonly name: string; readonly example: string; readonly mayBeEmpty: boolean }[]
  readonly no?: { readonly says: string; readonly next: string } | 'pending' | undefined
}

type Frame = Pick<WorkFrame, 'locale' | 'mark'>
const hrefOf = ({ programme }: Pick<ImportPage, 'programme'>): string => `/programmes/${programme.id}/import`

/** The page on which a nomination table is handed in. */
export const importContent = (page: ImportPage, { locale, mark }: Frame): WorkContent => {
  const say = words[locale]
  const { programme, call, columns } = page
  return {
    title: say.title,
    rehearsal: programme.rehearsal,
    main: (
      <>
        <Head page={page} title={say.title} locale={locale} />
        <p className="lead">{say.lead}</p>
        <NoIn page={page} locale={locale} />
        {call === undefined ? (
          <Empty says={say.noCall} next={<p>{say.noCallNext}</p>} />
        ) : (
          <Call {...{ call, locale }} />
        )}
        <form method="post" action={hrefOf(page)} encType="multipart/form-data" className="card">
          <input type="hidden" name="mark" value={mark} />
          <label className="tick">
            <input type="checkbox" name="again" value="yes" />
            {say.again}
          </label>
          <label htmlFor="file">{say.file}</label>
          <input id="file" name="file" type="file" accept=".csv,.xlsx" required aria-describedby="kept" />
          <p className="soft" id="kept">
            {say.fileSays}
          </p>
          <div className="acts">
            <button className="main">{say.preview}</button>
            <a className="button" href={`${hrefOf(page)}/template.csv`}>
              {say.template}
            </a>
          </div>
        </form>
        <details>
          <summary>{say.columns}</summary>
          <Grid
            caption={say.columns}
            head={[say.column, say.holds]}
            rows={columns.map(({ name, example, mayBeEmpty }) => ({
              key: name,
              cells: [<code key="name">{name}</code>, mayBeEmpty ? `${example} (${say.optional})` : example],
            }))}
          />
        </details>
      </>
    ),
  }
}

interface Judged {
  readonly page: ImportPage
  readonly file: ImportFile
  readonly rows: readonly PreviewedRow[]
}

/** What would become of each row, and the button by which just that file begins. */
export const importPreviewContent = ({ page, file, rows }: Judged, { locale, mark }: Frame): WorkContent => {
  const say = words[locale]
  const ready = rows.filter(({ result }) => result === 'ready').length
  const along = { mark, name: file.name, sha256: file.sha256, bytes: file.bytes, once: file.once }
  return {
    title: `${say.previewTitle} · ${say.title}`,
    rehearsal: page.programme.rehearsal,
    main: (
      <>
        <Head page={page} title={say.previewTitle} locale={locale} />
        <NoIn page={page} locale={locale} />
        <div className="note" role="status">
          <p>{say.previewSays}</p>
        </div>
        <Summary rows={rows} locale={locale} />
        <Facts
          of={[
            [say.from, file.name],
            [say.fingerprint, <code key="hash">{file.sha256}</code>],
          ]}
        />
        <Rows rows={rows} locale={locale} isDone={false} />
        <form method="post" action={`${hrefOf(page)}/beginnings`} className="acts">
          {Object.entries({ ...along, again: file.again ? 'yes' : 'no' }).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          {ready === 0 ? (
            <Empty says={say.nothing} next={say.nothingNext} />
          ) : (
            <>
              <p>{say.last}</p>
              <button className="main">{say.begin(ready)}</button>
            </>
          )}
          <a className="button" href={hrefOf(page)}>
            {say.another}
          </a>
        </form>
      </>
    ),
  }
}

/** What became of each row. */
export const importDoneContent = (
  { page, rows }: { readonly page: ImportPage; readonly rows: readonly ImportedRow[] },
  locale: Locale,
): WorkContent => {
  const say = words[locale]
  return {
    title: `${say.doneTitle} · ${say.title}`,
    rehearsal: page.programme.rehearsal,
    main: (
      <>
        <Head page={page} title={say.doneTitle} locale={locale} />
        <div className="note good" role="status">
          <p>{say.doneSays}</p>
        </div>
        <Summary rows={rows} locale={locale} />
        <Rows rows={rows} locale={locale} isDone />
        <p className="acts">
          <a className="button main" href={basesOf(page)}>
            {say.toBases}
          </a>
          <a className="button" href={hrefOf(page)}>
            {say.another}
          </a>
        </p>
      </>
    ),
  }
}

const basesOf = ({ programme }: Pick<ImportPage, 'programme'>): string =>
  programme.rehearsal ? `/bases?programme=${programme.id}` : '/bases'

interface PartProps {
  readonly page: ImportPage
  readonly locale: Locale
}

const Head = ({ page, title, locale }: PartProps & { readonly title: string }): ReactNode => (
  <>
    <nav className="crumbs" aria-label={words[locale].crumbs}>
      <a href={basesOf(page)}>{words[locale].bases}</a> ›{' '}
      <a href={`/programmes/${page.programme.id}/start`}>{words[locale].one}</a> ›
    </nav>
    <h1>{title}</h1>
    <p className="soft">{page.programme.label[locale]}</p>
  </>
)

const NoIn = ({ page: { no }, locale }: PartProps): ReactNode => {
  if (no === undefined) return null
  if (no === 'pending')
    return (
      <div className="note" role="status">
        <p>{words[locale].pending}</p>
      </div>
    )
  return <Refused no={no} title={words[locale].refusedTitle} />
}

const Call = ({
  call,
  locale,
}: {
  readonly call: NonNullable<ImportPage['call']>
  readonly locale: Locale
}): ReactNode => (
  <Facts
    of={[
      [words[locale].call, call.id],
      [words[locale].until, call.until === null ? undefined : <Moment key="until" at={call.until} locale={locale} />],
    ]}
  />
)

type AnyRow = PreviewedRow | ImportedRow

/** How many rows came to each end, in words. */
const Summary = ({ rows, locale }: { readonly rows: readonly AnyRow[]; readonly locale: Locale }): ReactNode => {
  const say = words[locale]
  const results = [...new Set(rows.map(({ result }) => result))]
  const many = (of: AnyRow['result']): number => rows.filter(({ result }) => result === of).length
  return (
    <p>
      {results.map((result) => (
        <span key={result}>
          <Tag tone={importTones[result]}>{say.countOf(say[result], many(result))}</Tag>{' '}
        </span>
      ))}
    </p>
  )
}

interface RowsProps {
  readonly rows: readonly AnyRow[]
  readonly locale: Locale
  /** Whether the bases are there, so that each can be opened. */
  readonly isDone: boolean
}

const Rows = ({ rows, locale, isDone }: RowsProps): ReactNode => {
  const say = words[locale]
  return (
    <Grid
      caption={isDone ? say.doneTitle : say.previewTitle}
      head={[say.cluster, say.result, say.base, say.missing, say.reason]}
      rows={rows.map((row, at) => ({
        key: `${at} ${row.cluster}`,
        cells: [
          `${at + 1}. ${row.cluster}`,
          <Tag key="result" tone={importTones[row.result]}>
            {say[row.result]}
          </Tag>,
          row.base === undefined || (!isDone && row.result === 'ready') ? (
            (row.base ?? '')
          ) : (
            <a key="base" href={`/bases/${row.base}`}>
              {row.base}
            </a>
          ),
          missingIn(row, locale),
          row.reason ?? '',
        ],
      }))}
    />
  )
}

const missingIn = ({ missingParts = [], undated = [], missingSeats = [] }: AnyRow, locale: Locale): string => {
  const say = words[locale]
  return [
    ...(missingParts.length === 0 ? [] : [say.parts(missingParts.length)]),
    ...(undated.length === 0 ? [] : [say.undated(undated.length)]),
    ...(missingSeats.length === 0 ? [] : [say.seats(missingSeats.length)]),
  ].join(locale === 'en' ? ', ' : '、')
}
