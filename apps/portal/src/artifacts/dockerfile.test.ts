import { expect, test } from 'vitest'
import type { Layer } from './artifacts.queries'
import { rebuiltDockerfile } from './dockerfile'

const step = (createdBy: string, comment?: string): Layer => ({
  digest: null,
  media_type: null,
  size: 0,
  shared_with: 0,
  created_by: createdBy,
  ...(comment === undefined ? {} : { comment }),
})

test('the steps of an image become a Dockerfile again', () => {
  const steps = [
    step('/bin/sh -c #(nop) ADD file:abc in / '),
    step('/bin/sh -c apt-get update'),
    step('ENV A=1'),
    step('COPY . . # buildkit'),
    step('bazel build ...'),
    step('', 'made by\nhand'),
    step(''),
  ]
  expect(rebuiltDockerfile(steps)).toBe(
    `FROM scratch
ADD file:abc in /
RUN apt-get update
ENV A=1
COPY . .
RUN bazel build ...
# made by
# hand
`,
  )
})

test('of an image without a history there is none', () => {
  expect(rebuiltDockerfile([{ digest: 'sha256:a', media_type: 'x', size: 1, shared_with: 0 }])).toBeUndefined()
})
