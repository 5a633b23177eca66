import type { Layer } from './artifacts.queries'
import { tidyCommand } from './tidy-command'

const instruction =
  /^(?:ADD|ARG|CMD|COPY|ENTRYPOINT|ENV|EXPOSE|HEALTHCHECK|LABEL|ONBUILD|RUN|SHELL|STOPSIGNAL|USER|VOLUME|WORKDIR) /

/** The steps of an image as a Dockerfile would have them; undefined where nothing tells of them. Sources of files are gone. */
export function rebuiltDockerfile(layers: readonly Layer[]): string | undefined {
  const steps = layers.flatMap(({ created_by: by = '', comment = '' }) => {
    const command = tidyCommand(by)
    if (command === '') return comment === '' ? [] : [`# ${comment.replaceAll('\n', '\n# ')}`]
    return [instruction.test(command) ? command : `RUN ${command}`]
  })
  return steps.length === 0 ? undefined : ['FROM scratch', ...steps, ''].join('\n')
}
