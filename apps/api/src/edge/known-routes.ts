/** The routes there are, which tell a wrong method from a wrong address. */
export class KnownRoutes {
  private readonly patterns = new Map<string, { readonly pattern: RegExp; readonly methods: Set<string> }>()

  /** @param url as the router takes it, with `:name` for a parameter */
  add(method: string | readonly string[], url: string): void {
    if (url.includes('*')) return
    const literal = url.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&')
    const known = this.patterns.get(url) ?? {
      pattern: new RegExp(`^${literal.replaceAll(/:\w+/g, '[^/]+')}/?$`),
      methods: new Set<string>(),
    }
    for (const each of [method].flat()) known.methods.add(each)
    this.patterns.set(url, known)
  }

  /** What may be asked at a path; nothing where there is no such address. */
  methodsAt(path: string): string[] {
    const found = [...this.patterns.values()].filter(({ pattern }) => pattern.test(path))
    return [...new Set(found.flatMap(({ methods }) => [...methods]))].toSorted()
  }
}
