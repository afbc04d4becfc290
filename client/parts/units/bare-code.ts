/** An element of a chain as a paper writes it: "code:KB" → "KB". */
export function bareCode(element: string): string {
  return element.replace(/^[a-z]+:/, '');
}
