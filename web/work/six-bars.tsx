import type { ReactNode } from 'react'

interface SixBarsProps {
  readonly title: string
  /** What each value of a row is. */
  readonly names: readonly string[]
  readonly rows: readonly { readonly key: string; readonly label: string; readonly values: readonly number[] }[]
}

/** Sizes of the drawing in its own units. */
const [labelWidth, barWidth, barHeight, gap] = [290, 430, 15, 14]

/** Bars beneath each other. The same stands in the table beside it, so that whoever does not see it misses nothing. */
export const SixBars = ({ title, names, rows }: SixBarsProps): ReactNode => {
  const most = Math.max(1, ...rows.flatMap(({ values }) => values))
  const rowHeight = names.length * barHeight + gap
  return (
    <>
      {names.length < 2 ? null : (
        <ul className="key" aria-hidden="true">
          {names.map((name, at) => (
            <li key={name}>
              <svg viewBox="0 0 16 12" className="swatch">
                <rect className={`six${at}`} width="16" height="12" />
              </svg>
              {name}
            </li>
          ))}
        </ul>
      )}
      <figure className="chart" tabIndex={0} role="region" aria-label={title}>
        <svg
          viewBox={`0 0 ${labelWidth + barWidth + 60} ${rows.length * rowHeight + gap}`}
          role="img"
          aria-label={title}
        >
          {rows.map(({ key, label, values }, row) => (
            <g key={key} transform={`translate(0 ${gap + row * rowHeight})`}>
              <text className="name" x="8" y={(names.length * barHeight) / 2 + 5}>
                {label}
              </text>
              {values.map((value, at) => (
                <g key={names[at]}>
                  <rect
                    className={`six${at}`}
                    x={labelWidth}
                    y={at * barHeight}
                    width={Math.round((value / most) * barWidth)}
                    height={barHeight - 3}
                  />
                  <text
                    className="degree"
                    x={labelWidth + Math.round((value / most) * barWidth) + 6}
                    y={at * barHeight + 10}
                  >
                    {value}
                  </text>
                </g>
              ))}
            </g>
          ))}
        </svg>
      </figure>
    </>
  )
}
