import type { TextContent } from '../../domain/negotiation/content.js'
import type { MouTerms } from './clause.js'
import { mouClauses } from './mou-clauses.js'

/** The text a first draft begins with: the model's clauses with what is known of the base. */
export const startingText = (terms: MouTerms): TextContent => ({
  languages: ['en', 'zh-CN'],
  clauses: mouClauses.map(({ key, heading, paragraphs }) => ({
    id: key,
    heading,
    paragraphs: paragraphs.map((paragraph, index) => ({ id: `${key}.${index + 1}`, text: paragraph(terms) })),
  })),
})
