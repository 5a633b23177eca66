import { expect, test } from 'vitest'
import { tidyCommand } from './tidy-command'

test.each([
  ['/bin/sh -c #(nop)  CMD ["bash"]', 'CMD ["bash"]'],
  ['/bin/sh -c apt-get update', 'RUN apt-get update'],
  ['RUN /bin/sh -c make # buildkit', 'RUN make'],
  ['|1 VERSION=2 /bin/sh -c make', 'RUN make'],
  ['COPY a b # buildkit', 'COPY a b'],
])('%s reads %s', (stored, shown) => {
  expect(tidyCommand(stored)).toBe(shown)
})
