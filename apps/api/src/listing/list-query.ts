import { z } from 'zod'

export const listQuery = z.object({
  page: z.coerce.number().int().min(1).max(1_000_000_000).default(1).describe('Number of the page, from 1.'),
  page_size: z.coerce.number().int().min(1).max(100).default(10).describe('Rows of a page.'),
  q: z
    .string()
    .max(4096)
    .default('')
    .describe(
      'Conditions that all must hold, separated by commas: k=v equal, k=~v contains, k=[min~max] between, k={a b} one of, k=(a b) all of.',
    ),
  sort: z
    .string()
    .max(1024)
    .default('')
    .describe('Fields to sort by, separated by commas; "-" before one: descending.'),
  after: z
    .string()
    .max(4096)
    .default('')
    .describe('Given by the Link header of the page before: then a page takes the same time however far it is.'),
})

/** What a client asks of a list. */
export type ListQuery = z.output<typeof listQuery>
