import 'reflect-metadata'

export { EntityDatabase, type EntityTransaction } from './entity-database.js'
export { Project, ProjectMember, Setting, User } from './entities/index.js'
export { migrate, missingMigrations } from './migrate.js'
