import { organisation } from '../../documents/letterhead.js'
import { daysInWords } from '../../documents/wording.js'
import { languageNames, textSettings } from '../../domain/gicc/memorandum/model/defaults.js'
import { indicatorCodes, indicatorOf } from '../../domain/indicators.js'
import { dateInWords, dayOfYearInWords, type LocalText } from '../../domain/locale.js'
import { programmeCalendar } from '../../domain/judge/draft.js'
import type { Days } from '../../domain/procedure.js'
import { redressStepsOf } from '../../domain/redress.js'
import type { SourcedValue, TextRow, TextValue } from '../../domain/text/text.js'
import type { Wording } from '../../documents/facts/parts.js'
import { defined } from '../../domain/values/defined.js'
import { unitWords } from '../../domain/words/units.js'
import { inEveryLanguage } from '../wording.js'
import { keyed, listed } from '../../domain/form/kinds/kind.js'
import { broughtOn, chosen, quoted, rowsOf, type Quotable } from './brought.js'
import { conditionsOf } from './conditions.js'
import { dayOf } from './dates.js'
import { lastClosed, ofType, type StorySoFar } from './story-so-far.js'
import { dayOfYearFor, daysFor } from './times-of.js'

type Values = Readonly<Record<string, SourcedValue>>

/** Every value of the memorandum that has a source by now. What has none is left out and shows as a gap in the text. */
export const mouValues = (story: StorySoFar, { authentic }: { readonly authentic: readonly string[] }): Values => ({
  ...textSettings,
  ...sidesOf(story),
  ...clusterOf(story),
  ...instrumentOf(story),
  ...decidedOf(story),
  ...timesOf(story),
  ...languagesOf(authentic),
})

const from = (source: string, values: Readonly<Record<string, TextValue | undefined>>): Values =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, { value, source }]])),
  )

const sidesOf = ({ base }: StorySoFar): Values => ({
  ...from('letterhead of the programme', {
    'A.full': organisation,
    'A.called': { en: 'the Alliance', 'zh-CN': '联盟' },
  }),
  ...from('nomination', {
    'G.full': base.government,
    'G.called': { en: 'the Government', 'zh-CN': shortForm(base.government) },
    G: { en: 'the Government', 'zh-CN': shortForm(base.government) },
    'G.territory': base.place,
  }),
})

/** The short form a Chinese text has for a government: 区政府 for 某某区人民政府; elsewhere 政府. */
const shortForm = (government: LocalText): string => {
  const [, level] = /([省州盟市区县旗乡镇])人民政府$/.exec(government['zh-CN']) ?? []
  return level === undefined ? '政府' : `${level}政府`
}

const clusterOf = (story: StorySoFar): Values => {
  const dossier = broughtOn(story, { key: '1.3', also: ['units', 'area', 'cluster_org', 'map'] })
  const cluster: LocalText = { ...story.base.cluster, 'zh-CN': story.base.cluster['zh-CN'].replace(/产业集群$/, '') }
  const units = rowsOf(dossier, 'units').flatMap((row): readonly TextRow[] => {
    const unit = quoted(row, 'unit')
    const area = amountOf(row, 'unit_area')
    return unit === undefined
      ? []
      : [
          {
            unit,
            area: area === undefined ? noFigure : { en: `${area} km²`, 'zh-CN': `${area}平方公里` },
            share: quoted(row, 'output_share') ?? noFigure,
          },
        ]
  })
  return from('nomination', {
    'cluster.name': cluster,
    'base.name': cluster,
    'cluster.industry': story.base.industry,
    'place.country': story.base.place,
    'place.area': areaIn(dossier),
    'place.units': units.length === 0 ? undefined : { rows: units },
    'place.map': mapIn(story, dossier),
    'clo.name': quoted(dossier, 'cluster_org'),
  })
}

/** What a cell says that nobody has a figure for. */
const noFigure = { en: 'no figure', 'zh-CN': '无数据' } as const

/** The map that was handed in for publication, by the fingerprint of its file: its name is a person's. */
const mapIn = (story: StorySoFar, dossier: Quotable | undefined): string | undefined => {
  const [map] = dossier?.fields.some(({ code }) => code === 'map') === true ? listed(dossier.answers['map']) : []
  const exhibit = keyed(map)['exhibit']
  const received = ofType(story.events, 'exhibit_received').find((one) => one.exhibit === exhibit)
  return received && `SHA-256 ${received.file.sha256}`
}

/** The figure alone: its unit stands in the wording. */
const areaIn = (dossier: ReturnType<typeof broughtOn>): string | undefined => {
  const area = dossier?.answers['area']
  return typeof area === 'number' ? String(area) : undefined
}

/** What whoever proposes the instrument brings, since nobody did before (3.1a). */
const instrumentOf = (story: StorySoFar): Values => {
  const brought = broughtOn(story, { key: '3.1a' })
  const rows = (code: string, as: (row: Quotable) => TextRow): TextValue | undefined => {
    const found = rowsOf(brought, code).map(as)
    return found.length === 0 ? undefined : { rows: found }
  }
  return from('choice of the instrument', {
    'A.legalForm': quoted(brought, 'alliance_form'),
    'A.jurisdiction': quoted(brought, 'alliance_jurisdiction'),
    'A.regNo': quoted(brought, 'alliance_number'),
    'A.seat': quoted(brought, 'alliance_seat'),
    'resolution.no': quoted(brought, 'resolution_no'),
    'G.level': quoted(brought, 'government_level'),
    'G.seat': quoted(brought, 'government_seat'),
    'money.gov': quoted(brought, 'money_government'),
    'money.alliance': quoted(brought, 'money_alliance'),
    'superior.full': quoted(brought, 'superior'),
    contacts: rows('contacts', contactRow),
    'plan.first': rows('outline', (row) =>
      cells(row, ['area', 'activity', 'led', 'when', 'result', 'money', 'challenge']),
    ),
    indicators: rows('indicators', indicatorRow),
  })
}

/** Whom one side names: what belongs together stands in one cell, a deputy where there is one. */
const contactRow = (row: Quotable): TextRow => ({
  ...cells(row, ['side', 'post', 'hours', 'language']),
  focal: together(row, { codes: ['focal', 'deputy'], by: { en: '; ', 'zh-CN': '；' } }),
  reach: together(row, { codes: ['mail', 'phone'], by: { en: ', ', 'zh-CN': '，' } }),
})

const together = (row: Quotable, { codes, by }: { readonly codes: readonly string[]; readonly by: LocalText }) =>
  inEveryLanguage((locale) =>
    codes
      .flatMap((code) => {
        const value = quoted(row, code)
        return value === undefined ? [] : [typeof value === 'string' ? value : value[locale]]
      })
      .join(by[locale]),
  )

/** The columns of a row that have something in them. */
const cells = (row: Quotable, columns: readonly string[]): TextRow =>
  Object.fromEntries(
    columns.flatMap((column) => {
      const value = quoted(row, column)
      return value === undefined ? [] : [[column, value]]
    }),
  )

/** An indicator with what the programme says of it: its code, its unit and in which direction it is better. */
const indicatorRow = (row: Quotable): TextRow => {
  const code = chosen(row, 'indicator')
  const known = indicatorCodes.find((one) => one === code)
  const { unit, better } = known === undefined ? {} : indicatorOf(known)
  return {
    ...cells(row, ['source']),
    ...defined({
      year: yearOf(row),
      baseline: amountOf(row, 'baseline') ?? unfixed,
      target: amountOf(row, 'target'),
      code: known,
      name: quoted(row, 'indicator'),
      unit: unit === undefined ? undefined : (unitWords[unit] ?? unit),
      direction: better === undefined ? undefined : directions[better],
    }),
  }
}

/** A figure as it was brought: its unit stands in a column of its own. */
const amountOf = ({ answers }: Quotable, column: string): string | undefined => {
  const amount = answers[column]
  return typeof amount === 'number' ? String(amount) : undefined
}

const yearOf = ({ answers }: Quotable): string | undefined => {
  const day = answers['baseline_on']
  return typeof day === 'string' ? day.slice(0, 'YYYY'.length) : undefined
}

const unfixed = { en: 'to be fixed before the launch', 'zh-CN': '启动前确定' } as const
const directions = { up: { en: 'up', 'zh-CN': '上升' }, down: { en: 'down', 'zh-CN': '下降' } } as const

const decidedOf = (story: StorySoFar): Values => {
  const resolved = lastClosed(story, ['2.10'])
  return {
    ...from('resolution of the Board', {
      'resolution.date':
        resolved === undefined
          ? undefined
          : inEveryLanguage((locale) => dateInWords(dayOf(resolved.at, programmeCalendar.zone), locale)),
      'slot.no': story.base.slot === undefined ? undefined : String(story.base.slot),
      conditions: {
        rows: conditionsOf(story).map(({ text, due, proof, owner }, index) => ({
          no: String(index + 1),
          condition: text,
          due,
          proof: proof ?? '—',
          owner,
        })),
      },
    }),
  }
}

/** What the memorandum promises in days is what the steps are given by the rules it is made under (9). */
const timesOf = ({ procedure }: StorySoFar): Values => {
  const { settings } = procedure
  const days = (key: string) => figure(daysFor(procedure, key))
  const report = dayOfYearFor(procedure, '5.2a')
  const redress = redressStepsOf(procedure)
  const [request, admission, decision] =
    redress === undefined
      ? []
      : [redress.request, redress.admission, redress.decision].map((key) => daysFor(procedure, key))
  return from('rules of the programme', {
    'slot.total': String(settings.slots),
    'term.years': String(settings.mouTermYears),
    'renewal.years': String(settings.mouTermYears),
    'launch.days': figureOf(settings.reservation?.launchDays),
    'talks.days': String(settings.renewalDays),
    'notice.days': days('3.13k'),
    'grace.days': days('3.13e'),
    'plans.days': days('4.5c'),
    'sitting.within': said(daysFor(procedure, '4.1a')),
    'signsOff.within': said(daysFor(procedure, '5.12b')),
    'report.by': report === undefined ? undefined : inEveryLanguage((locale) => dayOfYearInWords(report, locale)),
    'redress.within': said(request),
    'redress.answer':
      admission !== undefined && decision !== undefined && admission.unit === decision.unit
        ? said({ unit: decision.unit, n: admission.n + decision.n })
        : undefined,
    'rules.version': inWords(procedure.version),
  })
}

const figure = (days: Days | undefined): string | undefined => figureOf(days?.n)

const figureOf = (count: number | undefined): string | undefined => (count === undefined ? undefined : String(count))

const said = (days: Days | undefined): LocalText | undefined =>
  days === undefined ? undefined : inEveryLanguage((locale) => daysInWords(days, locale))

/** A version is called by its day; one that bears another name goes by that. */
const inWords = (version: string): Wording => {
  const [day] = /\d{4}-\d{2}-\d{2}/.exec(version) ?? []
  return day === undefined ? version : inEveryLanguage((locale) => dateInWords(day, locale))
}

const languagesOf = (authentic: readonly string[]): Values => {
  const named = (language: string) =>
    authentic.flatMap((one) => (languageNames[one]?.[language] === undefined ? [] : [languageNames[one][language]]))
  const local = authentic.find((language) => language !== 'en') ?? 'en'
  const several = { en: 'all', 'zh-CN': authentic.length === 2 ? '两种' : '各' }
  return from('languages of the place', {
    'lang.list': {
      en: named('en').join(' and '),
      'zh-CN': named('zh-CN')
        .join('、')
        .replace(/、([^、]*)$/, '和$1'),
    },
    'lang.all': authentic.length > 1 ? several : undefined,
    'lang.local': languageNames[local],
  })
}
