import type { z } from 'zod'
import { stageLabel, lifecycle } from '../../domain/lifecycle.js'
import type { Locale } from '../../domain/locale.js'
import { roles } from '../../domain/role.js'
import type { BaseSummary } from '../contract/base.js'
import { html } from './html.js'
import type { Html } from './html.js'
import { nextPage, page, time } from './page.js'

type Base = z.output<typeof BaseSummary>

/** The first page: every base of a programme that is no rehearsal, or of the one that is named, where it stands, and what it waits for, by whom, since when, until when. */
export const basesPage = (
  bases: { readonly items: readonly Base[]; readonly next: string | null; readonly programme?: string | undefined },
  locale: Locale,
): string => {
  const say = words[locale]
  const other = locale === 'en' ? 'zh-CN' : 'en'
  const table = html`<div class="scroll" tabindex="0" role="region" aria-label="${say.title}">
      <table>
        <caption>
          ${say.caption}
        </caption>
        <thead>
          <tr>
            <th scope="col">${say.base}</th>
            <th scope="col">${say.stage}</th>
            <th scope="col">${say.status}</th>
            <th scope="col">${say.waits}</th>
          </tr>
        </thead>
        <tbody>
          ${bases.items.map((base) => row(base, locale))}
        </tbody>
      </table>
    </div>
    ${nextPage({ path: '/', next: bases.next, locale, programme: bases.programme })}`
  const main = bases.items.length === 0 ? html`<p>${say.none}</p>` : table
  return page({
    locale,
    title: say.title,
    main,
    otherLanguage: `/?lang=${other}${bases.programme === undefined ? '' : `&programme=${bases.programme}`}`,
  })
}

const row = (base: Base, locale: Locale): Html =>
  html`<tr>
    <th scope="row">
      ${base.names.name[locale]}<small>${base.id}${base.rehearsal ? ` · ${words[locale].rehearsal}` : ''}</small>
    </th>
    <td>${stageLabel[base.stage][locale]}</td>
    <td>${lifecycle[base.status].label[locale]}</td>
    <td>${waiting(base, locale)}</td>
  </tr> `

const waiting = (base: Base, locale: Locale): Html => {
  const say = words[locale]
  if (base.waitsFor.length === 0)
    return html`${base.closed ? say.ended : base.awaitsSession ? say.session : say.nothing}`
  return html`<ul>
    ${base.waitsFor.map(
      (step) =>
        html`<li>
          ${roles[step.role].label[locale]}: ${step.title[locale]}
          (${step.key})${step.vacant ? html` · <span class="late">${say.vacant}</span>` : html``}
          <small
            >${say.since} ${time(step.since, { locale, zone: base.zone })} · ${say.due}
            ${time(step.dueAt, { locale, zone: base.zone })}${step.late ? html` · <span class="late">${say.late}</span>` : html``}</small
          >
        </li>`,
    )}
  </ul>`
}

const words = {
  en: {
    title: 'Bases',
    caption: 'Every base, where it stands, and what it waits for.',
    base: 'Base',
    stage: 'Stage',
    status: 'Status',
    waits: 'Waits for',
    since: 'since',
    due: 'due',
    late: 'late',
    vacant: 'vacant: too few people may act',
    rehearsal: 'rehearsal, no decision of anybody',
    ended: 'Nothing: it has ended.',
    session: 'The next session of the committee.',
    nothing: 'Nothing is open now.',
    none: 'No base yet. A cluster is nominated with POST /programmes/{programme}/bases, or with: cornerstone import.',
  },
  'zh-CN': {
    title: '基地',
    caption: '各基地的阶段、状态与待办。',
    base: '基地',
    stage: '阶段',
    status: '状态',
    waits: '待办',
    since: '自',
    due: '截止',
    late: '逾期',
    vacant: '空缺：可办理人员不足',
    rehearsal: '演练，不构成任何决定',
    ended: '无：已终结。',
    session: '等待委员会下次会议。',
    nothing: '目前无待办事项。',
    none: '尚无基地。可通过 POST /programmes/{programme}/bases 或 cornerstone import 申报集群。',
  },
} as const satisfies Record<Locale, Record<string, string>>
