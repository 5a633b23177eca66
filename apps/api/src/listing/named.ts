const plain = (name: string) => name.replaceAll('_', '').toLowerCase()

/** What a record has under a name: the name itself, or the one that Harbor's Go code has for it (`ProjectID` for `project_id`). */
export function named<Value>(record: Readonly<Record<string, Value>>, name: string): Value | undefined {
  if (Object.hasOwn(record, name)) return record[name]
  if (!/^[A-Z][A-Za-z]*$/.test(name)) return undefined
  const key = Object.keys(record).find((candidate) => plain(candidate) === plain(name))
  return key === undefined ? undefined : record[key]
}
