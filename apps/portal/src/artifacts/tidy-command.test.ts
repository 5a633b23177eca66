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
  ['RUN /bin/ash -eo pipefail -c make # buildkit', 'RUN make'],
  ['|1 VERSION=2 /bin/bash -euxo pipefail -c make', 'RUN make'],
  ['RUN |1 VERSION=2 /usr/bin/bash --login -c make # buildkit', 'RUN make'],
  ["|2 NOTE=two words WHO=it's me /bin/sh -c make", 'RUN make'],
  ['RUN /busybox/sh -c make', 'RUN make'],
  ['cmd /S /C #(nop)  CMD ["c:\\\\windows\\\\system32\\\\cmd.exe"]', 'CMD ["c:\\\\windows\\\\system32\\\\cmd.exe"]'],
  ['RUN cmd /S /C mkdir app # buildkit', 'RUN mkdir app'],
  ['EXPOSE map[8080/tcp:{}]', 'EXPOSE 8080/tcp'],
  ['EXPOSE map[443/tcp:{} 80/tcp:{}] # buildkit', 'EXPOSE 443/tcp 80/tcp'],
  ['/bin/sh -c #(nop)  EXPOSE map[53/udp:{}]', 'EXPOSE 53/udp'],
  ['EXPOSE [8080/tcp 9090/tcp]', 'EXPOSE 8080/tcp 9090/tcp'],
  ['EXPOSE 80/tcp', 'EXPOSE 80/tcp'],
  ['VOLUME [/data /cache]', 'VOLUME /data /cache'],
  ['VOLUME ["/data"]', 'VOLUME ["/data"]'],
  ['CMD ["nginx" "-g" "daemon off;"]', 'CMD ["nginx", "-g", "daemon off;"]'],
  [
    '/bin/sh -c #(nop)  ENTRYPOINT ["sh" "-c" "echo \\"a\\" \\"b\\""]',
    'ENTRYPOINT ["sh", "-c", "echo \\"a\\" \\"b\\""]',
  ],
  ['CMD ["nginx", "-g"]', 'CMD ["nginx", "-g"]'],
  ['RUN /bin/sh -x build.sh -c fast', 'RUN /bin/sh -x build.sh -c fast'],
])('%s reads %s', (stored, shown) => {
  expect(tidyCommand(stored)).toBe(shown)
})

test('a history made to be slow is read at once', () => {
  const commands = [
    `RUN |1 A=${'""'.repeat(4_000)} b`,
    `|1 ${'/sh -a '.repeat(4_000)}`,
    `/sh${' -oo o'.repeat(4_000)}`,
    `CMD [${'"a" '.repeat(4_000)}`,
    `CMD ["${'\\\\'.repeat(9_000)}`,
  ]
  const started = performance.now()
  for (const command of commands) expect(tidyCommand(command)).toBe(command.trim())
  expect(performance.now() - started).toBeLessThan(1_000)
})
