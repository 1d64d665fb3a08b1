import type { Command, Option } from 'commander'
import { cliConfig } from '../config/processes.js'
import type { Locale, LocalText } from '../domain/locale.js'
import { cliWords, type CliWord } from './words.js'

/** The language of the settings; wrong settings are told by the verb that needs them, not by a wrong use. */
export const languageOfSettings = (): Locale => {
  try {
    return cliConfig().CORNERSTONE_LANGUAGE
  } catch {
    return 'en'
  }
}

let tongue: Locale | undefined

/** In which language this command speaks: that of the settings, unless its verb was told another. */
export const spoken = (): Locale => (tongue ??= languageOfSettings())

/** Options by which a verb is told in which language to speak; one that names the language of something else is none. */
const choosing = new WeakSet<Option>()

/** Marks an option as the one by which a verb is told its language. */
export const choosesTongue = (option: Option): Option => {
  choosing.add(option)
  return option
}

/** Before a verb acts: from now on the command speaks as it was told. */
export const speakAsTold = (verb: Command): void => {
  const option = verb.options.find((one) => choosing.has(one))
  const chosen: unknown = option === undefined ? undefined : verb.getOptionValue(option.attributeName())
  tongue = chosen === 'en' || chosen === 'zh-CN' ? chosen : languageOfSettings()
}

/** A text in the language that is spoken. */
export const told = (text: LocalText): string => text[spoken()]

/** A word of the lists in the language that is spoken. */
export const word = (one: CliWord): string => (spoken() === 'en' ? one : cliWords[one])
