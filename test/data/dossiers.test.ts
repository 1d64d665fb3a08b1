import { expect, test } from '@jest/globals'
import { checkTen } from '../../cli/rehearsal/check-ten.js'
import type { Play } from '../../cli/rehearsal/story.js'
import { sampleClusters, sampleDossiers } from '../../cli/sample-data.js'
import { clusterFacts } from '../../domain/cluster-record.js'
import { diligenceScore, recommendable } from '../../domain/diligence.js'
import type { ClusterFacts } from '../../domain/facts.js'
import { failedGates } from '../../domain/gates.js'
import { procedures } from '../../domain/gicc/procedures.js'
import { supportedColours } from '../../domain/review.js'
import { resultOf } from '../../domain/score.js'

const file = sampleClusters()
const plays = sampleDossiers().clusters
const [full] = procedures
if (full === undefined) throw new TypeError('no procedure ships')
const { settings } = full

const short = (id: string) => id.slice(0, 3)
const playOf = (id: string): Play => {
  const play = Object.entries(plays).find(([cluster]) => short(cluster) === id)?.[1]
  if (play === undefined) throw new TypeError(`no play for ${id}`)
  return play
}
const factsOf = (id: string): ClusterFacts => {
  const read = clusterFacts(
    file.clusters.find((record) => short(record.id) === id),
    { nesting: file.nesting, recordHash: '' },
  )
  if (!read.ok) throw new TypeError(read.field)
  return read.facts
}
const gatesFailedBy = (id: string) => {
  const { dossier } = playOf(id)
  if (dossier === undefined) return ['no dossier']
  return failedGates({ dossier: { ...dossier, dossierHash: '' } }, settings).map(({ gate }) => gate)
}
const scoreOf = (id: string) => resultOf(playOf(id).sheets, full.nominationSheet)

const ten = ['C01', 'C04', 'C07', 'C09', 'C10', 'C11', 'C12', 'C13', 'C14', 'C15']

test('there is one play for each of the 22 records, and each says that it is invented', () => {
  expect(Object.keys(plays).sort()).toEqual(file.clusters.map(({ id }) => id).sort())
  expect(Object.values(plays).map(({ origin }) => origin)).not.toContain(undefined)
})

test('W01 and W07 fail the gate of the single authority, C08 only the guiding one of scale, the others none', () => {
  const failing = Object.keys(plays).flatMap((id) => gatesFailedBy(short(id)).map((gate) => `${short(id)} ${gate}`))
  expect(failing.sort()).toEqual(['C08 G5', 'W01 G1', 'W02 no dossier', 'W03 no dossier', 'W07 G1'])
})

const scored = Object.keys(plays)
  .map(short)
  .filter((id) => playOf(id).sheets.length > 0)
  .sort((first, second) => scoreOf(second).total - scoreOf(first).total)

test('the scored nominations stand in a strict order, the eleven that break no cap before those that do', () => {
  expect(scored.join(' ')).toBe('C09 C13 C14 C12 C07 C11 C10 C01 C15 C04 W05 W06 W04 C03 C02 C06 C05 C08')
  const totals = scored.map((id) => scoreOf(id).total)
  expect(new Set(totals).size).toBe(totals.length)
})

test('all pass the mark of 70 with every criterion at its minimum, save C08 whose scale does not', () => {
  expect(scored.filter((id) => scoreOf(id).total < settings.passMark)).toEqual([])
  expect(scored.flatMap((id) => scoreOf(id).failing.map(({ key }) => `${id} ${key}`))).toEqual(['C08 scale'])
})

test('C01 needs a fourth sheet, nobody else does', () => {
  const first = (id: string) => resultOf(playOf(id).sheets.slice(0, 3), full.nominationSheet)
  expect(scored.filter((id) => first(id).spread > settings.spreadLimit)).toEqual(['C01'])
  expect(playOf('C01').sheets).toHaveLength(4)
})

/** The shortlist as the caps of 8.2 and R9 leave it when places are given in rank order. */
const shortlist = (): { readonly taken: readonly string[]; readonly capped: readonly string[] } => {
  const taken: ClusterFacts[] = []
  const capped: string[] = []
  for (const id of scored.filter((candidate) => scoreOf(candidate).failing.length === 0)) {
    const facts = factsOf(id)
    const same = (key: 'category' | 'province') => taken.filter((other) => other[key] === facts[key]).length
    const fits =
      same('category') < settings.capPerCategory &&
      same('province') < settings.capPerProvince &&
      !taken.some(({ cluster }) => facts.overlaps.includes(cluster)) &&
      taken.length < settings.slots * settings.shortlistFactor
    if (fits) taken.push(facts)
    else capped.push(id)
  }
  return { taken: taken.map(({ cluster }) => short(cluster)), capped }
}

test('in rank order the caps leave C02, C03, C05 and C06 out and thirteen in', () => {
  expect([...shortlist().capped].sort()).toEqual(['C02', 'C03', 'C05', 'C06'])
  expect([...shortlist().taken].sort()).toEqual([...ten, 'W04', 'W05', 'W06'])
})

test('due diligence recommends the ten and W04, and stops W05 on labour and W06 on data', () => {
  const optionsOf = (id: string) => recommendable(playOf(id).ratings, {
      score: diligenceScore(playOf(id).ratings, full.streams),
      limits: full.settings.recommends,
    })
  const stopped = shortlist().taken.filter((id) => !optionsOf(id).some((option) => option.startsWith('recommend')))
  expect(stopped.sort()).toEqual(['W05', 'W06'])
  expect(optionsOf('C01')).not.toContain('recommend')
  expect(optionsOf('C01')).toContain('recommend_with_conditions')
})

test('ten slots go to the ten, and W04, the last in rank, stays on the waiting list', () => {
  const recommended = shortlist().taken.filter((id) => !['W05', 'W06'].includes(id))
  expect(recommended.slice(0, settings.slots).sort()).toEqual(ten)
  expect(recommended.slice(settings.slots)).toEqual(['W04'])
})

const standing = file.clusters.map(({ id }) => id).filter((id) => ten.includes(short(id)))

test('the ten satisfy the limits of variety and territory', () => {
  expect(checkTen(standing, file)).toMatchObject({ holds: true, standing: 10, categories: 10, broken: [] })
})

test('an eleventh that breaks them is found: one too many, of the province, and on the same territory', () => {
  const { holds, broken } = checkTen([...standing, 'C02-shaoxing'], file)
  expect(holds).toBe(false)
  expect(broken).toEqual([
    '11 bases stand; at most 10 may',
    '4 bases of province CN-ZJ; at most 3 may stand',
    'C02-shaoxing and C07-shengzhou share territory',
  ])
})

test('both yearly reviews of each of the ten support the colour that is played', () => {
  for (const id of ten) {
    const planned = playOf(id).answers['5.8']
    const past: { year: number; colour: 'green'; total: number }[] = []
    for (const [index, { sheets, programmeRecord }] of playOf(id).reviews.entries()) {
      const result = resultOf(sheets, full.reviewSheet)
      const options = supportedColours({ limits: full.settings.colours, result, reportMissing: false, integrityBreach: false, planMissing: false, ...programmeRecord, past })
      const option = Array.isArray(planned) ? planned[index]?.option : planned?.option
      expect([id, options]).toEqual([id, expect.arrayContaining([option ?? 'green'])])
      past.push({ year: 2028 + index, colour: 'green', total: result.total })
    }
  }
})
