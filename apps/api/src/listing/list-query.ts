import { fromDigits, wholeNumber } from '@berth/config'
import { z } from 'zod'

/** What "every row" comes to at most, so that the largest rows take less than a second to make; where there are more, a link leads on. */
export const ALL_ROWS = 3_000
export const MAX_PAGE_SIZE = 100

/** The number of a page, up to `last`. */
export const pageNumber = (last: number) =>
  fromDigits(wholeNumber().max(last))
    .transform((page) => Math.max(page, 1))
    .default(1)

/** How many rows a page has; `all` where 0 or less is asked for. */
export const pageSize = (all: number) =>
  fromDigits(wholeNumber().max(MAX_PAGE_SIZE))
    .transform((size) => (size < 1 ? all : size))
    .default(10)

export const listQuery = z.object({
  page: pageNumber(1_000_000_000).describe('Number of the page, from 1; what is less counts as 1.'),
  page_size: pageSize(ALL_ROWS).describe(`Rows of a page; 0 or less: every row, at most ${ALL_ROWS}.`),
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
