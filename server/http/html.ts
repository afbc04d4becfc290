const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as it may stand in HTML, inside an attribute too. */
export function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (letter) => escapes[letter]!);
}
