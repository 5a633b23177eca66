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

it('reads an archive that is not compressed, and a file that is alone', async () => {
  const tar = gunzipSync(await archiveOf({ 'web/values.yaml': 'a: 1' }))
  expect(await readTexts(new Blob([new Uint8Array(tar)]).stream(), 'tar', wanted)).toEqual({ values: 'a: 1' })
  const alone = (text: string) => readTexts(new Blob([text]).stream(), 'bare', { readme: wanted.readme })
  expect(await alone('# Alone')).toEqual({ readme: '# Alone' })
  expect(await alone('x'.repeat(1_100_000))).toEqual({ readme: tooLarge })
})
