import type { BundleOptions } from '@temporalio/worker'

type Hook = NonNullable<BundleOptions['webpackConfigHook']>
type Config = ReturnType<Hook>
type Rule = NonNullable<NonNullable<Config['module']>['rules']>[number]

/**
 * What our own code is translated to for the sandbox. The bundler's default is of 2017, in which every `{ ...state }`
 * becomes calls that define property by property; the core is made of such values, and the sandbox runs on the Node
 * that runs this, 20 or newer.
 */
const target = 'es2022'

/** Has the workflow bundler leave our code as modern as it is written. Throws when the bundler no longer works as known. */
export const asModernCode: Hook = (config) => {
  const rules = config.module?.rules ?? []
  if (!rules.some(isTranslator))
    throw new Error('The workflow bundler translates TypeScript in a way that is not known here.')
  return {
    ...config,
    module: { ...config.module, rules: rules.map((rule) => (isTranslator(rule) ? modern(rule) : rule)) },
  }
}

const isTranslator = (rule: Rule): rule is Translator => {
  if (typeof rule !== 'object' || rule === null || typeof rule.use !== 'object' || !('options' in rule.use))
    return false
  const { options } = rule.use
  return typeof options === 'object' && 'jsc' in options
}

interface Translator {
  readonly use: { readonly options: { readonly jsc: object } }
}

const modern = (rule: Translator): Translator => {
  const { options } = rule.use
  return { ...rule, use: { ...rule.use, options: { ...options, jsc: { ...options.jsc, target } } } }
}
