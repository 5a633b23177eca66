/**
 * PostgreSQL's text and jsonb hold neither NUL nor lone surrogates, JSON does. For what may lose these characters: what is told of a
 * change, and what is indexed of a manifest, whose exact bytes are kept apart.
 */
export function storable<T>(value: T): T
export function storable(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('\0', '').toWellFormed()
  if (Array.isArray(value)) return value.map((item) => storable<unknown>(item))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [storable(key), storable<unknown>(item)]))
}
