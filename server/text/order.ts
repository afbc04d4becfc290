const order = new Intl.Collator('vi', { numeric: true });

/** Order of sections, rows and numbers as painted: 2 before 10, 12 before 12A; what has none comes first. */
export function inOrder(a: string | undefined, b: string | undefined): number {
  return order.compare(a ?? '', b ?? '');
}
