import { z } from 'zod'
import { integer, time } from './scalars.js'

/** Berth's own: what deleting an artifact comes to. */
export const deletionPreview = z
  .object({
    digest: z.string(),
    tags: z.array(z.string()).describe('Tags that go with it, the first 100.'),
    tag_count: integer.describe('All that go with it.'),
    accessories: z
      .array(z.object({ type: z.string().describe('As `type` of a referrer.'), count: integer }))
      .describe('What is about it alone, and goes with it.'),
    parts: integer.describe('Images that an index lists, and that stay.'),
    frees: integer.describe('Bytes that nothing else in the project needs: free once it can no longer be restored.'),
  })
  .meta({ id: 'DeletionPreview' })

/** Berth's own: something deleted that can still be restored. */
export const deleted = z
  .object({
    kind: z.enum(['tag', 'artifact']).describe('tag: deleted by itself.'),
    name: z.string().nullable().describe('Of the tag; null for an artifact.'),
    digest: z.string(),
    type: z.string().describe('IMAGE, CHART and so on, in capitals.'),
    size: integer.describe('Bytes: manifest, config and layers; of an index with its children.'),
    tags: z.array(z.string()).describe('Tags that went with the artifact and come back with it, the first 100.'),
    taken_tags: z
      .array(z.string())
      .describe('Tags that went with the artifact and name something else by now, the first 100.'),
    deleted_at: time,
    deleted_by: z.string().nullable(),
    expires_at: time.describe('From then on it is gone for good.'),
    restorable: z.boolean().describe('False: blobs that it needs were deleted one by one.'),
  })
  .meta({ id: 'Deleted' })

export const restored = z
  .object({
    digest: z.string(),
    tags: z.array(z.string()).describe('Tags that are back.'),
    taken_tags: z.array(z.string()).describe('Tags that name something else by now, and stay there.'),
    missing: z.array(z.string()).describe('Digests of children of an index that are not there.'),
  })
  .meta({ id: 'Restored' })
