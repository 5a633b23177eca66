import { fromDigits, wholeNumber } from '@berth/config'
import { z } from 'zod'

/** What "every row" comes to at most, so that the largest rows take less than a second to make; where there are more, a link leads on. */
export const ALL_ROWS = 3_000
export const MAX_PAGE_SIZE = 100

export const listQuery = z.object({
  page: fromDigits(wholeNumber().max(1_000_000_000))
    .transform((page) => Math.max(page, 1))
    .default(1)
    .describe('Number of the page, from 1; what is less counts as 1.'),
  page_size: fromDigits(wholeNumber().max(MAX_PAGE_SIZE))
    .transform((size) => (size < 1 ? ALL_ROWS : size))
    .default(10)
    .describe(`Rows of a page; 0 or less: every row, at most ${ALL_ROWS}.`),
  q: z
    .string()
    .max(4096)
    .default('')
    .describe(
      'Conditions that all must hold, separated by commas: k=v equal, k=~v contains, k=[min~max] between, k={a b} one of, ' +
        'k=(a b) all of. Keys that the list does not have are ignored.',
    ),
  sort: z
    .string()
    .max(1024)
    .default('')
    .describe(
      'Fields to sort by, separated by commas; "-" before one: descending. Fields that the list does not have are ignored.',
    ),
  after: z
    .string()
    .max(4096)
    .default('')
    .describe('Given by the Link header of the page before: then a page takes the same time however far it is.'),
})

/** What a client asks of a list. */
export type ListQuery = z.output<typeof listQuery>

/** Rows before the page. Who asks for every row has no pages. */
export const skippedRows = ({ page, page_size }: ListQuery): number =>
  page_size === ALL_ROWS ? 0 : (page - 1) * page_size
