import { digestOf, mediaTypes } from '@berth/oci'
import { expect, it } from 'vitest'
import { type MetadataUnderTest, fill, imageOf, indexOf } from '../testing/fill.js'

/** What it has to show of blobs, and of what is missing. */
export function describeBlobs(open: () => Promise<MetadataUnderTest>): void {
  it('admits uploads to repositories that are there, and to new ones', async () => {
    const { metadata, repository, other, addBlob } = fill(await open())
    await metadata.admitUpload(repository)
    await addBlob(repository, 'layer')
    await metadata.admitUpload(repository)
    await metadata.admitUpload(other)
  })

  it('shows a blob to the repositories that link it', async () => {
    const { metadata, repository, other, addBlob } = fill(await open())
    const blob = await addBlob(repository, 'layer')
    const found = await metadata.findBlob(repository, blob)
    expect(found?.size).toBe(5)
    expect(Math.abs(Date.now() - (found?.linkedAt.getTime() ?? 0))).toBeLessThan(60_000)
    expect(await metadata.findBlob(other, blob)).toBeUndefined()
    expect(await metadata.mountBlob(other, blob, { from: [], fromPublic: false })).toBe(false)
    expect(await metadata.mountBlob(other, blob, { from: [other], fromPublic: false })).toBe(false)
    expect(await metadata.mountBlob(other, blob, { from: [repository], fromPublic: false })).toBe(true)
    expect((await metadata.findBlob(other, blob))?.size).toBe(5)
  })

  it('keeps nothing of an upload whose bytes cannot be stored', async () => {
    const { metadata, repository } = fill(await open())
    const blob = digestOf(Buffer.from('lost'))
    const failing = () => Promise.reject(new Error('no space'))
    await expect(metadata.commitUpload({ repository, digest: blob, size: 4 }, failing)).rejects.toThrow('no space')
    expect(await metadata.findBlob(repository, blob)).toBeUndefined()
  })

  it('refuses a manifest whose blobs or children the repository does not hold, naming them', async () => {
    const { metadata, repository, other, addBlob, push } = fill(await open())
    const elsewhere = await addBlob(other, 'elsewhere')
    const missing = Buffer.from(JSON.stringify(imageOf(elsewhere, 9)))
    await expect(push(repository, missing, [])).rejects.toMatchObject({
      code: 'MANIFEST_BLOB_UNKNOWN',
      detail: [{ digest: elsewhere }],
    })
    expect(await metadata.findManifest(repository, { digest: digestOf(missing) })).toBeUndefined()
    const index = Buffer.from(JSON.stringify(indexOf([digestOf(missing)])))
    await expect(push(repository, index, [], mediaTypes.ociIndex)).rejects.toMatchObject({
      code: 'MANIFEST_BLOB_UNKNOWN',
    })
    await push(repository, index, [], mediaTypes.ociIndex, digestOf(index), true)
    expect(await metadata.findManifest(repository, { digest: digestOf(index) })).toBeDefined()
  })

  it('names some of what is missing where a manifest names very much of it', async () => {
    const { metadata, repository, push, addBlob } = fill(await open())
    await addBlob(repository, 'there')
    const digests = Array.from({ length: 1_000 }, (_, at) => digestOf(Buffer.from(`missing ${at}`)))
    const index = Buffer.from(JSON.stringify(indexOf(digests)))
    const refused = push(repository, index, [], mediaTypes.ociIndex)
    await expect(refused).rejects.toMatchObject({ code: 'MANIFEST_BLOB_UNKNOWN' })
    await expect(refused).rejects.toThrow(/and 900 more$/)
    expect(await metadata.findManifest(repository, { digest: digestOf(index) })).toBeUndefined()
  })

  it('accepts a manifest whose layers stay with the client', async () => {
    const { metadata, repository, addBlob, push } = fill(await open())
    const config = await addBlob(repository, '{}')
    const foreign = {
      mediaType: 'application/vnd.oci.image.layer.nondistributable.v1.tar',
      digest: digestOf(Buffer.from('foreign')),
      size: 7,
    }
    const bytes = Buffer.from(JSON.stringify({ ...imageOf(config, 2), layers: [foreign] }))
    await push(repository, bytes, [])
    expect(await metadata.findManifest(repository, { digest: digestOf(bytes) })).toBeDefined()
  })

  it('unlinks a blob only where no manifest needs it', async () => {
    const { metadata, repository, addBlob, pushImage } = fill(await open())
    const { config } = await pushImage(repository, 'used', [])
    const unused = await addBlob(repository, 'unused')
    await expect(metadata.unlinkBlob(repository, config)).rejects.toMatchObject({ code: 'UNSUPPORTED' })
    expect(await metadata.unlinkBlob(repository, unused)).toBe(true)
    expect(await metadata.unlinkBlob(repository, unused)).toBe(false)
    expect(await metadata.findBlob(repository, unused)).toBeUndefined()
  })
}
