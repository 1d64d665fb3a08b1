/** Five small lint rules of this house, for which no installed plugin speaks. */

const suppression = /^\s*(eslint-disable(?:-next-line|-line)?|eslint-enable)(?:\s|$)/

const describedSuppression = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      reason:
        'This suppression gives no reason. Write it after two hyphens: `{{directive}} <rule> -- <why it is right here>`.',
      rule: 'This suppression names no rule, so it hides every one. Name the rule that is wrong here.',
    },
  },
  create: (context) => ({
    Program: () => {
      for (const comment of context.sourceCode.getAllComments()) {
        const directive = suppression.exec(comment.value)?.[1]
        if (directive === undefined || directive === 'eslint-enable') continue
        const [rules, ...reason] = comment.value.replace(directive, '').split(/\s-{2,}\s/)
        if (rules.trim() === '') context.report({ loc: comment.loc, messageId: 'rule' })
        if (reason.join(' ').trim().length < 10) {
          context.report({ loc: comment.loc, messageId: 'reason', data: { directive } })
        }
      }
    },
  }),
}

const documentedExport = {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: {
      missing: 'Say above `{{name}}` in a doc comment what it is for, in what units or shape, and what it refuses.',
    },
  },
  create: (context) => ({
    ExportNamedDeclaration: (node) => {
      for (const name of functionsIn(node.declaration)) {
        if (!hasDocComment(context.sourceCode, node)) context.report({ node, messageId: 'missing', data: { name } })
      }
    },
  }),
}

const functionsIn = (declaration) => {
  if (declaration?.type === 'FunctionDeclaration') return [declaration.id.name]
  if (declaration?.type !== 'VariableDeclaration') return []
  return declaration.declarations.filter(({ init }) => isFunction(init)).map(({ id }) => id.name)
}

const isFunction = (init) => init?.type === 'ArrowFunctionExpression' || init?.type === 'FunctionExpression'

const hasDocComment = (sourceCode, node) =>
  sourceCode.getCommentsBefore(node).some(({ type, value }) => type === 'Block' && value.startsWith('*'))

const noBarrel = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      reexport: 'A name has one home. Import it from the file that defines it; do not hand it on from here.',
    },
  },
  create: (context) => {
    const handsOn = (node) => node.source && context.report({ node, messageId: 'reexport' })
    return { ExportAllDeclaration: handsOn, ExportNamedDeclaration: handsOn }
  },
}

/** A callback handed to a call has the signature its caller chose; every other function is ours to shape. */
const positionalParameters = {
  meta: {
    type: 'suggestion',
    schema: [{ type: 'integer', minimum: 1 }],
    messages: {
      many: '{{count}} positional parameters where {{max}} are allowed. Pass one object whose fields have names.',
    },
  },
  create: (context) => {
    const [max] = context.options
    const count = (node) => {
      const isCallback = /^(Call|New)Expression$/.test(node.parent.type) && node.parent.callee !== node
      if (isCallback || node.params.length <= max) return
      context.report({ node, messageId: 'many', data: { count: node.params.length, max } })
    }
    return { FunctionDeclaration: count, FunctionExpression: count, ArrowFunctionExpression: count }
  },
}

/** kysely builds a statement without sending it, and a builder is no promise, so no other rule sees one left lying. */
const executedQuery = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      left: 'This statement is built and never sent. End it with execute, executeTakeFirst or a stream, and await it.',
    },
  },
  create: (context) => ({
    ExpressionStatement: (node) => {
      const calls = callsOf(node.expression)
      if (calls.some((name) => statementStart.test(name)) && !calls.some((name) => statementEnd.test(name))) {
        context.report({ node, messageId: 'left' })
      }
    },
  }),
}

const statementStart = /^(selectFrom|insertInto|updateTable|deleteFrom|mergeInto|createTable|alterTable|dropTable)$/
const statementEnd = /^(execute.*|stream|compile)$/

/** The names of the methods in a chain of calls, last one first. */
const callsOf = (expression) => {
  const call = expression.type === 'AwaitExpression' ? expression.argument : expression
  if (call.type !== 'CallExpression' || call.callee.type !== 'MemberExpression') return []
  return [call.callee.property.name ?? '', ...callsOf(call.callee.object)]
}

export const house = {
  meta: { name: 'house' },
  rules: {
    'described-suppression': describedSuppression,
    'documented-export': documentedExport,
    'executed-query': executedQuery,
    'no-barrel': noBarrel,
    'positional-parameters': positionalParameters,
  },
}
