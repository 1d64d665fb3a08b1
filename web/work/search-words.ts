import type { Locale } from '../../domain/locale.js'

const en = {
  title: 'Search',
  titleOf: (q: string) => `Search: ${q}`,
  field: 'Search for bases, people and papers',
  hint: 'Words of a name in either language, of a place or of an id such as C08 luoshe; the number on a plaque; the id of a person; what a kind of paper is called; or how the fingerprint of a paper begins, with eight signs at least.',
  find: 'Search',
  bases: 'Bases',
  people: 'People',
  papers: 'Papers',
  nothing: 'Nothing was found that is for your eyes.',
  nothingNext: 'Try fewer words, or part of one. Lists of everything:',
  allBases: 'All bases',
  more: 'There is more than is told here: add a word.',
  moreBases: 'All bases with these words',
  closed: 'closed',
  whole: 'the whole programme',
} as const

export type SearchWords = { readonly [K in keyof typeof en]: (typeof en)[K] extends string ? string : (typeof en)[K] }

const chinese: SearchWords = {
  title: '检索',
  titleOf: (q) => `检索：${q}`,
  field: '检索基地、人员和文件',
  hint: '可输入中英文名称、地名或编号中的词语（例如 C08 luoshe）、牌匾编号、人员编号、文件种类的名称，或文件校验码的前八位以上。',
  find: '检索',
  bases: '基地',
  people: '人员',
  papers: '文件',
  nothing: '未找到您可查阅的内容。',
  nothingNext: '请减少词语，或只输入其中一部分。完整列表：',
  allBases: '全部基地',
  more: '结果较多，未全部列出；请增加词语。',
  moreBases: '含这些词语的全部基地',
  closed: '已终结',
  whole: '整个项目',
}

/** What the page says on which one searches. */
export const searchWords: Readonly<Record<Locale, SearchWords>> = { en, 'zh-CN': chinese }
