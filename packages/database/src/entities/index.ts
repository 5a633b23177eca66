import { Project } from './project.entity.js'
import { ProjectMember } from './project-member.entity.js'
import { Setting } from './setting.entity.js'
import { User } from './user.entity.js'

/**
 * What the services change through TypeORM. Repositories, artifacts and tags belong to the metadata package, which speaks SQL.
 */
export const entities = [User, Project, ProjectMember, Setting]
export { Project, ProjectMember, Setting, User }
