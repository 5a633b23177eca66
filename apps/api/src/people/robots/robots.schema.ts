import type { rest } from '@berth/contracts'
import type { z } from 'zod'

export type RobotRow = z.output<typeof rest.robot>
export type RobotCreation = z.output<typeof rest.robotCreation>
export type RobotCreationV1 = z.output<typeof rest.robotCreationV1>
export type RobotCreated = z.output<typeof rest.robotCreated>
export type RobotUpdate = z.output<typeof rest.robotUpdate>
export type RobotSecret = z.output<typeof rest.robotSecret>
export type RobotSecretAnswer = z.output<typeof rest.robotSecretAnswer>
/** Rights as clients write them. */
export type RobotPermissions = RobotCreation['permissions']
export type Accesses = RobotCreation['created_project_access']
export type Trusts = RobotCreation['trust']
