export { cooperationBase } from './cooperation-base.js'
export { programme } from './programme.js'
export { reconciliation } from './reconciliation.js'
