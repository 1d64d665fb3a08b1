/**
 * Words of a treaty or a contract stand nowhere in a text that records what is intended. They are looked for as words, so
 * that 应对 and 供应 pass; a paragraph that binds may command, and a clause that says what the text is not may name them.
 */
const never: Readonly<Record<string, { readonly words: readonly RegExp[]; readonly commands: readonly RegExp[] }>> = {
  en: {
    words: [
      /\bmust\b/i,
      /\bagree(?:s|d|ment|ments|ing)?\b/i,
      /\bpart(?:y|ies)\b/i,
      /\barticles?\b/i,
      /\bobligat(?:ion|ions|ed)\b/i,
      /\bundertak(?:e|es|en|ing|ings)\b/i,
      /\bhereby\b/i,
      /\bent(?:er|ers|ered|ry) into force\b/i,
      /\bequally authentic\b/i,
    ],
    commands: [/\bshall\b/i],
  },
  'zh-CN': {
    words: [/应当/, /必须/, /甲方/, /乙方/, /缔约/, /条约/, /协议/, /违约/, /同等作准/],
    commands: [/不得/, /(?<![相供反响适对顺感照])应(?![对用急变聘答付邀])/],
  },
}

/** The words in a wording that do not belong there; a language without a rule has none. */
export const wordsAmiss = (
  wording: string,
  { language, binding }: { readonly language: string; readonly binding: boolean },
): readonly string[] => {
  const rule = never[language]
  if (rule === undefined) return []
  return [...rule.words, ...(binding ? [] : rule.commands)].flatMap((word) => wording.match(word)?.slice(0, 1) ?? [])
}
