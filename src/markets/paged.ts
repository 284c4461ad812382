/** Which part of a list a page shows. A page beyond the end is the last one, so that an old button still shows something. */
export function paged(
  total: number,
  { page, pageSize }: { page: number; pageSize: number },
): { page: number; pages: number; from: number; to: number } {
  const size = Math.min(Math.max(1, Math.trunc(pageSize)), 100);
  const pages = Math.max(1, Math.ceil(total / size));
  const shown = Math.min(Math.max(1, Math.trunc(page)), pages);
  return { page: shown, pages, from: (shown - 1) * size, to: shown * size };
}
