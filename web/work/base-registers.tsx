import { gateLimitInWords, gateReadingInWords } from '../../domain/words/gates.js'
import { unitWords } from '../../domain/words/units.js'
import { wordOf } from '../../domain/words/word-of.js'
import type { z } from 'zod'
import type { ConditionView } from '../../api/contract/conditions.js'
import type { FiguresResponse } from '../../api/contract/figures.js'
import type { FollowedItemView } from '../../api/contract/follow-up.js'
import type { LaunchItemsResponse } from '../../api/contract/launch-items.js'
import { numberInWords } from '../../domain/form/answer-in-words.js'
import { drawnToConfirm } from '../../domain/third-parties.js'
import type { Locale } from '../../domain/locale.js'
import { baseContent } from './base-frame.js'
import type { BaseHead } from './base-model.js'
import { baseWords as words } from './base-words.js'
import type { WorkContent } from './model.js'
import { Empty, Grid, Tag } from './parts.js'

interface To {
  readonly head: BaseHead
  readonly locale: Locale
}

/** The conditions of a base, and how each stands. */
export const conditionsContent = (
  items: readonly z.output<typeof ConditionView>[],
  { head, locale }: To,
): WorkContent => {
  const say = words[locale]
  const rows = items.map(({ id, text, shownBy, dueLabel, dueBy = dueLabel, ownerLabel, binding, statusLabel }) => ({
    key: id,
    cells: [
      <>
        {text?.[locale] ?? say.erased} {binding ? <Tag tone="warn">{say.binding}</Tag> : null}
      </>,
      shownBy?.[locale] ?? '',
      dueBy[locale],
      ownerLabel[locale],
      <Tag key="status">{statusLabel[locale]}</Tag>,
    ],
  }))
  return baseContent({
    head,
    tab: 'conditions',
    locale,
    children:
      rows.length === 0 ? (
        <Empty says={say.noConditions} />
      ) : (
        <Grid caption={say.conditions} head={[say.asked, say.shownBy, say.due, say.owner, say.status]} rows={rows} />
      ),
  })
}

/** What is followed from form to form: findings, measures, risks, activities, with what was said of each later. */
export const followUpContent = (
  items: readonly z.output<typeof FollowedItemView>[],
  { head, locale }: To,
): WorkContent => {
  const say = words[locale]
  return baseContent({
    head,
    tab: 'followUp',
    locale,
    children:
      items.length === 0 ? (
        <Empty says={say.noFollowed} />
      ) : (
        <Grid
          caption={say.followUp}
          head={[say.kind, say.item, say.status, say.said]}
          rows={items.map(({ id, kindLabel, statusLabel, words: own, said, step, title, drawn, thirdParty }) => ({
            key: id,
            cells: [
              kindLabel[locale],
              <>
                {inLines(own, locale)}
                <small>
                  <a href={`/bases/${head.id}/steps/${step}`}>{title[locale]}</a>
                </small>
              </>,
              <Tag key="status">{statusLabel[locale]}</Tag>,
              <>
                {drawn === undefined ? null : <p>{drawnToConfirm[locale]}</p>}
                {thirdParty === undefined ? null : <Outside said={thirdParty} locale={locale} />}
                {said.map((one) => (
                  <div key={`${one.step} ${one.at}`}>
                    {inLines(one.words, locale)}
                    <small>
                      <a href={`/bases/${head.id}/steps/${one.step}`}>{one.title[locale]}</a>
                    </small>
                  </div>
                ))}
              </>,
            ],
          }))}
        />
      ),
  })
}

/** What somebody outside said of an activity, by what number it differs, and in which capacity. */
const Outside = ({
  said: { stateLabel, ownNumber, capacity },
  locale,
}: {
  readonly said: NonNullable<z.output<typeof FollowedItemView>['thirdParty']>
  readonly locale: Locale
}) => (
  <p>
    {[stateLabel[locale], ...(ownNumber === undefined ? [] : [numberInWords(ownNumber)]), capacity ?? '']
      .filter((text) => text !== '')
      .join(locale === 'en' ? ', ' : '，')}
  </p>
)

const inLines = (lines: z.output<typeof FollowedItemView>['words'], locale: Locale) =>
  lines.map(({ label, says }) => (
    <div key={label.en}>
      <span className="soft">{`${label[locale]}${locale === 'en' ? ': ' : '：'}`}</span>
      {says[locale]}
    </div>
  ))

/** What must and should stand before the launch. */
export const launchContent = (
  items: z.output<typeof LaunchItemsResponse>['items'],
  { head, locale }: To,
): WorkContent => {
  const say = words[locale]
  return baseContent({
    head,
    tab: 'launch',
    locale,
    children:
      items.length === 0 ? (
        <Empty says={say.noLaunch} />
      ) : (
        <Grid
          caption={say.launch}
          head={[say.item, say.owner, say.due, say.status]}
          rows={items.map((item) => ({
            key: item.label.en,
            cells: [
              item.label[locale],
              item.owners.map(({ label }) => label[locale]).join(locale === 'en' ? ', ' : '、'),
              item.dueBy?.[locale] ?? '',
              <>
                <Tag tone={item.status === 'done' ? 'good' : undefined}>{item.statusLabel[locale]}</Tag>{' '}
                {item.overdue ? <Tag tone="bad">{say.overdue}</Tag> : null}
              </>,
            ],
          }))}
        />
      ),
  })
}

/** The indicators of a base, year by year, and the gates it passed. */
export const figuresContent = (
  figures: z.output<typeof FiguresResponse>,
  { head, locale, years }: To & { readonly years: readonly number[] },
): WorkContent => {
  const say = words[locale]
  const { values, gates, year } = figures
  return baseContent({
    head,
    tab: 'figures',
    locale,
    children: (
      <>
        {years.length === 0 ? null : (
          <nav className="tabs" aria-label={say.figures}>
            <ul>
              {[undefined, ...years].map((one) => (
                <li key={one ?? 0}>
                  <a
                    href={`/bases/${head.id}/figures${one === undefined ? '' : `?year=${one}`}`}
                    aria-current={(one ?? null) === year ? 'page' : undefined}
                  >
                    {one ?? say.baseline}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )}
        {values.length === 0 ? (
          <Empty says={say.noFigures} />
        ) : (
          <Grid
            caption={year === null ? say.figuresAtLaunch : say.figuresOf(year)}
            figures={[2, 3, 4, 5]}
            head={[
              say.indicator,
              say.unit,
              say.baseline,
              say.target,
              ...(year === null ? [] : [say.value, say.evidence]),
            ]}
            rows={values.map(({ indicator, label, unit, baseline, target, value, evidence }) => ({
              key: indicator,
              cells: [
                label[locale],
                wordOf(unitWords, { key: unit, locale }),
                numberInWords(baseline),
                numberInWords(target),
                ...(year === null ? [] : [value === null ? '—' : numberInWords(value), evidence ?? '—']),
              ],
            }))}
          />
        )}
        {gates === undefined || gates.length === 0 ? null : (
          <Grid
            caption={say.gates}
            head={[say.gate, say.asks, say.declared, say.accepted, say.passed]}
            rows={gates.map(({ gate, label, limit, declared, accepted, passed }) => ({
              key: gate,
              cells: [
                label[locale],
                gateLimitInWords({ gate, limit })[locale],
                gateReadingInWords({ gate, accepted: declared })[locale],
                gateReadingInWords({ gate, accepted })[locale],
                <Tag key="passed" tone={passed ? 'good' : 'bad'}>
                  {passed ? say.yes : say.no}
                </Tag>,
              ],
            }))}
          />
        )}
      </>
    ),
  })
}
