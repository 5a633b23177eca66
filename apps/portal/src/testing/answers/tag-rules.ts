export const selectors = (repositories: string, tags: string, given: { extras?: string } = {}) => ({
  tag_selectors: [{ kind: 'doublestar', decoration: 'matches', pattern: tags, ...given }],
  scope_selectors: {
    repository: [{ kind: 'doublestar', decoration: 'repoExcludes', pattern: repositories, ...given }],
  },
})

export const tagRule = (id: number, more: object = {}) => ({
  id,
  priority: 0,
  disabled: false,
  action: 'immutable',
  template: 'immutable_template',
  params: {},
  ...selectors('scratch/**', 'v*'),
  ...more,
})
