import { gunzipSync, gzipSync } from 'node:zlib'
import { packTar } from 'modern-tar'
import { expect, it } from 'vitest'
import { readTexts } from './read-texts.js'
import { tooLarge } from './text-blobs.js'

const wanted = { values: /^[^/]+\/values\.yaml$/, readme: /^[^/]+\/readme\.md$/i }

async function archiveOf(files: Readonly<Record<string, string>>): Promise<Buffer> {
  const entries = Object.entries(files).map(([name, body]) => ({
    header: { name, size: Buffer.byteLength(body) },
    body,
  }))
  return gzipSync(await packTar(entries))
}
/** The files alone, without the end of an archive. */
const tarOf = async (files: Readonly<Record<string, string>>) => gunzipSync(await archiveOf(files)).subarray(0, -1024)

const read = (bytes: Uint8Array) => readTexts(new Blob([new Uint8Array(bytes)]).stream(), 'tar.gz', wanted)

it('reads the files of the chart itself, not those of charts within', async () => {
  const archive = await archiveOf({
    'web/charts/db/values.yaml': 'of: db',
    'web/Chart.yaml': 'name: web',
    'web/values.yaml': 'replicas: 2 # 副本',
    'web/README.md': '# Web',
    'web/values.yaml.bak': 'old: true',
  })
  expect(await read(archive)).toEqual({ values: 'replicas: 2 # 副本', readme: '# Web' })
})

it.each([1_000, 20_000, 90_000, 1_000_000])(
  'reads a text of %i bytes behind small files and before others',
  async (size) => {
    const readme = '['.repeat(size)
    const files = { 'web/Chart.yaml': 'name: web', 'web/.helmignore': '*', 'web/README.md': readme, 'web/z.yaml': 'z' }
    expect(await read(await archiveOf(files))).toEqual({ readme })
    expect(await read(await archiveOf({ ...files, 'web/values.yaml': readme }))).toEqual({ readme, values: readme })
  },
)

it('gives what came before the archive breaks off or is none, and tells what is too large', async () => {
  const chart = { 'web/values.yaml': 'a: 1', 'web/filler': 'x'.repeat(1_000_000), 'web/README.md': '# Web' }
  const archive = await archiveOf(chart)
  expect(await read(archive.subarray(0, archive.length / 2))).toEqual({ values: 'a: 1' })
  expect(await read(Buffer.from('no archive'))).toEqual({})
  expect(await read(await archiveOf({ 'web/values.yaml': 'x'.repeat(1_100_000) }))).toEqual({ values: tooLarge })
})

// Inflating takes a second or two of a processor, and more where others want it too.
it('gives what came before a small archive grows too large', { timeout: 30_000 }, async () => {
  const filler = new Uint8Array(65 * 1024 * 1024)
  const tar = await packTar([
    { header: { name: 'web/values.yaml', size: 4 }, body: 'a: 1' },
    { header: { name: 'web/filler', size: filler.length }, body: filler },
    { header: { name: 'web/README.md', size: 1 }, body: '#' },
  ])
  const bomb = gzipSync(tar, { level: 1 })
  expect(bomb.length).toBeLessThan(tar.length / 100)
  expect(await read(bomb)).toEqual({ values: 'a: 1', readme: tooLarge })
})

it('looks for texts in the first 5,000 files', async () => {
  const files = Object.fromEntries(Array.from({ length: 6_000 }, (_, place) => [`web/${place}`, '']))
  expect(await read(await archiveOf({ 'web/values.yaml': 'a: 1', ...files, 'web/README.md': '#' }))).toEqual({
    values: 'a: 1',
    readme: tooLarge,
  })
})

it.each(['tar.gz', 'tar', 'bare'] as const)(
  'takes bytes that do not come for no end of what is in them: %s',
  async (packing) => {
    const archive = await archiveOf({ 'web/values.yaml': 'a: 1', 'web/README.md': '#' })
    const bytes = packing === 'tar.gz' ? archive.subarray(0, 100) : gunzipSync(archive).subarray(0, 1600)
    let isFirst = true
    const broken = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (isFirst) controller.enqueue(new Uint8Array(bytes))
        else controller.error(new Error('the connection was lost'))
        isFirst = false
      },
    })
    await expect(readTexts(broken, packing, wanted)).rejects.toMatchObject({ reason: 'UNAVAILABLE' })
  },
)

it('lets go of bytes that it needs no more', async () => {
  const tar = gunzipSync(await archiveOf({ 'web/values.yaml': 'a: 1' }))
  let isLetGo = false
  const endless = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(new Uint8Array(tar.subarray(0, 1024))),
    cancel: () => void (isLetGo = true),
  })
  expect(await readTexts(endless, 'tar', { values: wanted.values })).toEqual({ values: 'a: 1' })
  await expect.poll(() => isLetGo).toBe(true)
})

/** A header of a tar by itself, whose checksum no reader of texts asks for. */
function headerOf(type: string, size: string | Buffer): Buffer {
  const block = Buffer.alloc(512)
  block.write('extended')
  Buffer.from(size).copy(block, 124)
  block.write(type, 156)
  return block
}
const octal = (size: number) => size.toString(8).padStart(11, '0')
function base256(size: number): Buffer {
  const field = Buffer.alloc(12)
  field.writeUInt8(0x80)
  field.writeUInt32BE(size, 8)
  return field
}
/** An extended header of so many attributes, each with a name of its own. */
function extended(type: string, attributes: number, sizeOf: typeof base256 | typeof octal = octal): Buffer {
  const records = Array.from({ length: attributes }, (_, place) => `11 a${place.toString(36).padStart(5, '0')}=\n`)
  const body = Buffer.from(records.join(''))
  return Buffer.concat([headerOf(type, sizeOf(body.length)), body, Buffer.alloc(-body.length & 511)])
}

it.each([
  ['attributes', 'x', octal],
  ['attributes, with its size as a binary number', 'x', base256],
  ['attributes of all files', 'g', octal],
  ['a name', 'L', octal],
  ['a name of a link', 'K', octal],
] as const)('reads no extended header of more than 16 KiB: %s', async (_, type, sizeOf) => {
  const [before, after] = [await tarOf({ 'web/values.yaml': 'a: 1' }), await tarOf({ 'web/README.md': '#' })]
  const filler = await tarOf({ 'web/filler': 'x'.repeat(1_000_000) })
  const archive = (attributes: number) =>
    gzipSync(Buffer.concat([before, filler, extended(type, attributes, sizeOf), after, Buffer.alloc(1024)]))
  expect(await read(archive(100))).toMatchObject({ values: 'a: 1' })
  expect(await read(archive(1_600))).toEqual({ values: 'a: 1', readme: tooLarge })
})

it.each([
  ['large', 15_000, 8, 9],
  ['short', 100, 5_000, 6_000],
])('reads no more %s extended headers than it has time for', async (_, size, few, many) => {
  const attribute = Buffer.from(`${size} a=`.padEnd(size - 1, 'x') + '\n')
  const header = Buffer.concat([headerOf('x', octal(size)), attribute, Buffer.alloc(-size & 511)])
  const readme = await tarOf({ 'web/README.md': '#' })
  const archive = (headers: number) =>
    gzipSync(Buffer.concat([...Array<Buffer>(headers).fill(header), readme]), { level: 1 })
  expect(await read(archive(few))).toEqual({ readme: '#' })
  expect(await read(archive(many))).toEqual({ values: tooLarge, readme: tooLarge })
})

it('spends little time on attributes that say wrongly how long they are', async () => {
  const attributes = Buffer.from('2x'.repeat(7_999) + 'x ')
  const header = Buffer.concat([
    headerOf('x', octal(attributes.length)),
    attributes,
    Buffer.alloc(-attributes.length & 511),
  ])
  const archive = gzipSync(Buffer.concat(Array<Buffer>(400).fill(header)))
  const before = performance.now()
  expect(await read(archive)).toEqual({ values: tooLarge, readme: tooLarge })
  expect(performance.now() - before).toBeLessThan(5_000)
})

it('takes what only looks like an extended header for what it is: a text', async () => {
  const readme = 'x'.repeat(100_000)
  expect(await read(await archiveOf({ 'web/README.md': readme }))).toEqual({ readme })
})

it.each([0, 1, 600, 1_023])('shows nothing of a text that the archive ends in, %i bytes in', async (bytes) => {
  const tar = await tarOf({ 'web/values.yaml': 'a: 1', 'web/README.md': '#'.repeat(1_024) })
  const begin = 512 + 512 + 512
  expect(await read(gzipSync(tar.subarray(0, begin + bytes)))).toEqual({ values: 'a: 1' })
  expect(await read(gzipSync(tar.subarray(0, begin + 1_024)))).toMatchObject({ readme: '#'.repeat(1_024) })
})

it('reads an archive that is not compressed, and a file that is alone', async () => {
  const tar = gunzipSync(await archiveOf({ 'web/values.yaml': 'a: 1' }))
  expect(await readTexts(new Blob([new Uint8Array(tar)]).stream(), 'tar', wanted)).toEqual({ values: 'a: 1' })
  const alone = (text: string) => readTexts(new Blob([text]).stream(), 'bare', { readme: wanted.readme })
  expect(await alone('# Alone')).toEqual({ readme: '# Alone' })
  expect(await alone('x'.repeat(1_100_000))).toEqual({ readme: tooLarge })
})
