/** The first error of an answer, as the specification writes it. */
export async function errorOf(response: Response) {
  const { errors }: { errors: { code: string; message: string; detail?: unknown }[] } = JSON.parse(
    await response.text(),
  )
  return errors[0]
}
