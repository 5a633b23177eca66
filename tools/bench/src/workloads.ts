import { blobs, largeBlob, manifest, page, push, pushLarge, requests } from './loads.js'
import { LARGE, MEDIUM, PULL_REPOSITORY, SMALL, taggedRepository } from './seed.js'
import { v2BlobPath } from './servers/server.js'
import type { Workload } from './workload.js'

const manifests = [1, 4, 16, 64].flatMap((connections): Workload[] =>
  (['GET', 'HEAD'] as const).flatMap((method) =>
    (['tag', 'digest'] as const).map((by) => ({
      name: `manifest ${method} by ${by}, ${connections} connection${connections === 1 ? '' : 's'}`,
      unit: 'requests/s' as const,
      load: manifest(method, by, connections),
      ...(connections === 4 || connections === 16 ? { target: { times: 6, of: 'docker-registry' as const } } : {}),
    })),
  ),
)

const blobHeads = [4, 16].map((connections): Workload => ({
  name: `blob HEAD, ${connections} connections`,
  unit: 'requests/s',
  load: requests('HEAD', connections, ({ image }) => [v2BlobPath(PULL_REPOSITORY, image.config.digest)]),
  target: { times: 6.5, of: 'docker-registry' },
}))

const blobGets: Workload[] = [
  {
    name: 'blob GET 10 KiB, 16 connections',
    unit: 'requests/s',
    load: blobs('small', 16),
    onNginx: true,
    target: { times: 10, of: 'docker-registry' },
  },
  {
    name: 'blob GET 1 MiB, 4 connections',
    unit: 'requests/s',
    load: blobs('medium', 4),
    onNginx: true,
    target: { times: 0.9, of: 'nginx' },
  },
  {
    name: 'blob GET 256 MiB, 1 connection',
    unit: 'MB/s',
    load: largeBlob(),
    needs: ['large blob'],
    onNginx: true,
    target: { times: 0.9, of: 'nginx' },
  },
]

const pushes: Workload[] = [
  {
    name: 'push of images of 5 × 10 KiB, 4 at once',
    unit: 'requests/s',
    load: push({ layers: 5, layerSize: SMALL, clients: 4 }),
    writes: true,
    target: { times: 2.5, of: 'docker-registry' },
  },
  {
    name: 'push of images of 5 × 1 MiB, 4 at once',
    unit: 'MB/s',
    load: push({ layers: 5, layerSize: MEDIUM, clients: 4 }),
    writes: true,
    target: { times: 2.5, of: 'docker-registry' },
  },
  {
    name: 'push of images of 1 × 256 MiB',
    unit: 'MB/s',
    load: pushLarge({ layers: 1, layerSize: LARGE, images: 2 }),
    writes: true,
    target: { times: 1.5, of: 'docker-registry' },
  },
]

const tagsPage = (tags: number, query: string) => {
  const repository = taggedRepository(tags)
  return page(4, `/v2/${repository}/tags/list?n=100${query}`, 'tags', `repository:${repository}:pull`)
}
const catalogPage = (query: string) => page(4, `/v2/_catalog?n=100${query}`, 'repositories', 'registry:catalog:*')

const lists: Workload[] = [
  {
    name: 'tags/list, first 100 of 1,000 tags, 4 connections',
    unit: 'requests/s',
    load: tagsPage(1000, ''),
    needs: ['1,000 tags'],
  },
  {
    name: 'tags/list, first 100 of 10,000 tags, 4 connections',
    unit: 'requests/s',
    load: tagsPage(10_000, ''),
    needs: ['10,000 tags'],
    target: { times: 20, of: 'docker-registry' },
  },
  {
    name: 'tags/list, middle 100 of 10,000 tags, 4 connections',
    unit: 'requests/s',
    load: tagsPage(10_000, '&last=t04999'),
    needs: ['10,000 tags'],
  },
  {
    name: 'catalog, first 100 of 5,000 repositories, 4 connections',
    unit: 'requests/s',
    load: catalogPage(''),
    needs: ['repositories'],
    target: { times: 10, of: 'docker-registry' },
  },
  {
    name: 'catalog, middle 100 of 5,000 repositories, 4 connections',
    unit: 'requests/s',
    load: catalogPage('&last=bench-24/many-99'),
    needs: ['repositories'],
  },
]

/** Everything that is measured, in this order. Targets are the design's. */
export const workloads: readonly Workload[] = [...manifests, ...blobHeads, ...blobGets, ...pushes, ...lists]
