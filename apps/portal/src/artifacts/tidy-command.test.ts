import { expect, test } from 'vitest'
import { tidyCommand } from './tidy-command'

test.each([
  ['/bin/sh -c #(nop)  CMD ["bash"]', 'CMD ["bash"]'],
  ['/bin/sh -c apt-get update', 'RUN apt-get update'],
  ['RUN /bin/sh -c make # buildkit', 'RUN make'],
  ['|1 VERSION=2 /bin/sh -c make', 'RUN make'],
  ['COPY a b # buildkit', 'COPY a b'],
  ['RUN |2 VERSION=1.2 COMMIT=abc /bin/sh -c make # buildkit', 'RUN make'],
  ['RUN |1 NOTE="two words" /bin/bash -o pipefail -c make | tee log', 'RUN make | tee log'],
  ['/bin/sh -c #(nop) COPY dir:ab in /srv', 'COPY dir:ab in /srv'],
  ['RUN /bin/sh -ec make', 'RUN make'],
])('%s reads %s', (stored, shown) => {
  expect(tidyCommand(stored)).toBe(shown)
})
