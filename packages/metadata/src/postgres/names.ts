/** SQL for a column of names as one text: to read rows or an array would cost more than all else of a page. No name holds a comma. */
export function joinedNames(select: string): string {
  return `array_to_string(array(${select}), ',')`
}

export function splitNames(joined: string): string[] {
  return joined === '' ? [] : joined.split(',')
}
