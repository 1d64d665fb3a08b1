export { cooperationBase } from './cooperation-base.js'
export { programme } from './programme.js'
