import type { LocalText } from '../domain/locale.js'
import { headOfRehearsal } from '../domain/text/margins.js'

/** Who speaks in a paper, and for which programme. */
export const organisation: LocalText = { en: 'Global Alliance of SMEs', 'zh-CN': '全球中小企业联盟' }

export const programme: LocalText = {
  en: 'Global Industry Cluster Cooperation Base',
  'zh-CN': '全球产业集群合作基地',
}

/** Who signs a letter of the programme. */
export const office: LocalText = {
  en: 'Programme Office, Global Alliance of SMEs',
  'zh-CN': '全球中小企业联盟项目办公室',
}

/** Who signs what the Board decides. */
export const board: LocalText = {
  en: 'The Board, Global Alliance of SMEs',
  'zh-CN': '全球中小企业联盟理事会',
}

/** Printed on every page of a rehearsal, in both languages whatever the paper's own. */
export const rehearsalMark = headOfRehearsal
