export * from './decide.js'
export * from './roles.js'
