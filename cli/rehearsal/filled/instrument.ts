import type { Form, FormAnswers } from '../../../domain/form/form.js'

/** Who the Alliance and the government of a play are in law, worded so that the memorandum reads, and that nobody takes it for real (3.1a). */
export const instrumentGiven = ({ fields }: Form): FormAnswers =>
  fields.some(({ code }) => code === 'alliance_form')
    ? {
        alliance_form: { en: 'an invented association', 'zh-CN': '虚构社团' },
        alliance_jurisdiction: { en: 'an invented country', 'zh-CN': '虚构国' },
        alliance_number: 'INVENTED-0001',
        alliance_seat: { en: 'an invented city', 'zh-CN': '虚构市' },
        resolution_no: 'INVENTED-01',
        government_level: { en: 'invented-level', 'zh-CN': '虚构级' },
        government_seat: { en: 'an invented town', 'zh-CN': '虚构镇' },
        indicators: figures,
      }
    : {}

const source = { en: 'Records of the cluster organisation, invented', 'zh-CN': '集群组织登记（虚构）' }

/** Annex 3 as a place of middling ambition would bring it: assignments, investors' leads, firms at fairs. */
const figures = [
  { id: 'k1', indicator: 'HC1', source, baseline: 4, target: 12 },
  { id: 'k2', indicator: 'FD1', source, baseline: 5, target: 15 },
  { id: 'k3', indicator: 'MK1', source, baseline: 18, target: 30 },
]
