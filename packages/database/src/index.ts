export { createDataSource, migrate } from './connect.js'
export type { DatabaseSettings } from './settings.js'
