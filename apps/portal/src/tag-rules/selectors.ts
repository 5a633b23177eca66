import type { components } from '@berth/api-client'

/** Names that match a pattern, or all that do not. */
export interface Selector {
  pattern: string
  excludes: boolean
}

/** What a rule about tags is about. */
export interface Selectors {
  repositories: Selector
  tags: Selector
}

type Told = Pick<components['schemas']['ImmutableRule'], 'tag_selectors' | 'scope_selectors'>

const read = (told: { decoration: string; pattern: string } | undefined): Selector => ({
  pattern: told?.pattern ?? '**',
  excludes: told?.decoration.endsWith('xcludes') === true,
})

export const readSelectors = ({ tag_selectors: tags, scope_selectors: scopes }: Told): Selectors => ({
  repositories: read(scopes['repository']?.[0]),
  tags: read(tags[0]),
})

/** As the API takes them. @param extras of the selector of tags */
export const givenSelectors = ({ repositories, tags }: Selectors, extras = '') => ({
  tag_selectors: [
    {
      kind: 'doublestar' as const,
      decoration: tags.excludes ? ('excludes' as const) : ('matches' as const),
      pattern: tags.pattern,
      extras,
    },
  ],
  scope_selectors: {
    repository: [
      {
        kind: 'doublestar' as const,
        decoration: repositories.excludes ? ('repoExcludes' as const) : ('repoMatches' as const),
        pattern: repositories.pattern,
        extras: '',
      },
    ],
  },
})

export const everything: Selectors = {
  repositories: { pattern: '**', excludes: false },
  tags: { pattern: '**', excludes: false },
}
