import { expect, test } from '@jest/globals'
import { renderToStaticMarkup } from 'react-dom/server'
import { figuresContent } from '../../web/work/base-registers.js'

const gate = { kind: 'binding', treat: 'accept', passed: true } as const
const gates = [
  { ...gate, gate: 'G1' as const, label: { en: 'a', 'zh-CN': '甲' }, limit: { least: 1 }, declared: 1, accepted: 1 },
  {
    ...gate,
    gate: 'G4' as const,
    label: { en: 'b', 'zh-CN': '乙' },
    limit: { least: 0.3 },
    declared: 0.41,
    accepted: 0.4,
  },
  {
    ...gate,
    gate: 'G6' as const,
    label: { en: 'c', 'zh-CN': '丙' },
    limit: { least: 50 },
    declared: null,
    accepted: 80,
  },
]
const figures = { base: 'b', year: null, report: null, values: [], gates, parts: {}, evidence: null }
const page = (locale: 'en' | 'zh-CN'): string =>
  renderToStaticMarkup(
    figuresContent(
      { ...figures, gaps: { missing: [], weak: [], stale: [] } },
      { head: { id: 'b', name: { en: 'B', 'zh-CN': '基' }, rehearsal: false }, locale, years: [] },
    ).main,
  )

test('a reading of a gate stands with its unit and what is asked, a yes as a word, in both languages', () => {
  const [english, chinese] = [page('en'), page('zh-CN')]
  for (const said of ['>yes<', '>41 %<', '>at least 30 %<', '>80 firms<', '>cannot be read<'])
    expect(english).toContain(said)
  for (const said of ['>是<', '>不低于50 家<', '>80 家<', '>无法读取<']) expect(chinese).toContain(said)
})
