import { z } from 'zod'
import { integer, text, time } from './scalars.js'

/** What stands for a secret that is kept; given back, it leaves the secret as it is. */
export const MASKED_SECRET = '*****'

const credential = z
  .object({
    type: z.string(),
    access_key: z.string(),
    access_secret: z.string().describe('Never the secret itself.'),
  })
  .partial()
  .meta({ id: 'RegistryCredential' })

export const registry = z
  .object({
    id: integer,
    name: z.string(),
    description: z.string().optional(),
    type: z.string(),
    url: z.string().optional().describe('Absent of this registry itself, as an end of a replication.'),
    credential: credential.describe('Empty where nobody signs in there.'),
    insecure: z.boolean().describe('Whatever certificate it shows is taken.'),
    ca_certificate: z.string().optional(),
    status: z.string().describe('healthy or unhealthy, as it was last looked at.'),
    status_detail: z.string().optional().describe('Why it is unhealthy.'),
    checked_time: time.optional(),
    creation_time: time,
    update_time: time,
  })
  .meta({ id: 'Registry' })

const name = text.trim().min(1).max(255)
const description = text.max(1024)
const url = text.trim().min(1).max(2048)
const accessKey = text.trim().max(1024)
// Of Google's services it is a file.
const accessSecret = text.max(16_384)
const credentialType = text.max(64)
const authority = text.max(65_536)

export const registryCreation = z
  .object({
    name,
    description: description.default(''),
    type: text.min(1).max(64),
    url,
    credential: z
      .object({
        type: credentialType.default('basic'),
        access_key: accessKey.default(''),
        access_secret: accessSecret.default(''),
      })
      .nullish(),
    insecure: z.boolean().default(false),
    ca_certificate: authority.nullish(),
  })
  .meta({ id: 'RegistryCreation' })

const changes = {
  url: url.nullish(),
  credential_type: credentialType.nullish(),
  access_key: accessKey.nullish(),
  access_secret: accessSecret
    .nullish()
    .describe('Left out: stays as it is. Empty: none any more. With another url it has to be given.'),
  insecure: z.boolean().nullish(),
  ca_certificate: authority.nullish(),
}

export const registryUpdate = z
  .object({ name: name.nullish(), description: description.nullish(), ...changes })
  .meta({ id: 'RegistryUpdate' })

export const registryPing = z
  .object({
    id: integer.nullish().describe('What is left out is as this one is set up.'),
    type: text.max(64).nullish(),
    ...changes,
  })
  .meta({ id: 'RegistryPing' })

const filterStyle = z
  .object({ type: z.string(), style: z.string(), values: z.array(z.string()).optional() })
  .meta({ id: 'FilterStyle' })

export const registryInfo = z
  .object({
    type: z.string(),
    description: z.string().optional(),
    supported_resource_filters: z.array(filterStyle),
    supported_triggers: z.array(z.string()),
    supported_copy_by_chunk: z.boolean(),
  })
  .meta({ id: 'RegistryInfo' })

export const registryProviderInfo = z
  .object({
    endpoint_pattern: z
      .object({
        endpoint_type: z.string(),
        endpoints: z.array(z.object({ key: z.string(), value: z.string() }).meta({ id: 'RegistryEndpoint' })),
      })
      .meta({ id: 'RegistryProviderEndpointPattern' }),
    credential_pattern: z
      .object({
        access_key_type: z.string(),
        access_key_data: z.string().optional(),
        access_secret_type: z.string(),
      })
      .meta({ id: 'RegistryProviderCredentialPattern' }),
  })
  .meta({ id: 'RegistryProviderInfo' })
