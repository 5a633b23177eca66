import { ApiError } from '../api/api-error'

/** Whether what a page is about does not exist: the page throws that, and the page that says so takes its place. */
export function isNotFound(error: unknown): boolean {
  return error instanceof ApiError && error.status === 404
}
