import { z } from 'zod'
import { integer, text, time } from './scalars.js'

export const label = z
  .object({
    id: integer,
    name: z.string(),
    description: z.string().optional(),
    color: z.string().optional().describe('As the client gave it, such as #0079B8; absent: none.'),
    scope: z.enum(['g', 'p']).describe('g: for every project. p: of one.'),
    project_id: integer.describe('0: of none.'),
    creation_time: time,
    update_time: time,
  })
  .meta({ id: 'Label' })

/** What an artifact is to have: of a label its id alone counts. Left out it is 0, which no label has: 404. */
export const labelReference = z.object({ id: integer.default(0) }).meta({ id: 'LabelReference' })

const labelFields = {
  // What a name may be says the service, with a status that clients of Harbor know.
  name: text.max(1024).default(''),
  description: text.max(1024).default(''),
  color: text.max(16).default(''),
}

export const labelCreation = z
  .object({
    ...labelFields,
    scope: text.max(16).default('').describe('g: for every project. p: of the project that project_id names.'),
    project_id: integer.optional(),
  })
  .meta({ id: 'LabelCreationReq' })

export const labelUpdate = z.object(labelFields).meta({ id: 'LabelUpdateReq' })
