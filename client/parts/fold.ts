/** Letters without marks, small, for comparing what was typed: "Nguyễn Đức" → "nguyen duc". */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase().trim();
}
