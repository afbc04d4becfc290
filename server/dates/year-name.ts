/** Written here because the package misspells Bính. */
const stems = ['Giáp', 'Ất', 'Bính', 'Đinh', 'Mậu', 'Kỷ', 'Canh', 'Tân', 'Nhâm', 'Quý'];
const branches = ['Tý', 'Sửu', 'Dần', 'Mão', 'Thìn', 'Tỵ', 'Ngọ', 'Mùi', 'Thân', 'Dậu', 'Tuất', 'Hợi'];

/** Name of a lunar year: 1968 → "Mậu Thân". */
export function yearName(year: number): string {
  // 1984 began a cycle of sixty: Giáp Tý
  return `${stems[(((year - 1984) % 10) + 10) % 10]!} ${branches[(((year - 1984) % 12) + 12) % 12]!}`;
}
