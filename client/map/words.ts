import type { Plot } from './plot-index.ts';

/** What the maps themselves say; everything else comes from the page that shows them. */
export type MapLanguage = 'vi' | 'en';

const vi = {
  map: 'Bản đồ. Phím mũi tên để dời, phím + và − để phóng to, thu nhỏ.',
  zoomIn: 'Phóng to',
  zoomOut: 'Thu nhỏ',
  close: 'Đóng',
  approximate: 'vị trí gần đúng',
  within: (metres: string) => `sai lệch có thể tới ${metres}`,
  cluster: (count: number) => `${count} điểm gần nhau; bấm để xem gần hơn`,
  sameSpot: (count: number) => `${count} điểm cùng một chỗ; bấm để xem danh sách`,
  locate: 'Vị trí của tôi',
  here: 'Bạn đang ở đây',
  denied: 'Máy chưa cho trang này biết vị trí. Hãy mở quyền vị trí rồi bấm lại.',
  unavailable: 'Máy chưa tìm được vị trí. Hãy ra chỗ thoáng rồi bấm lại.',
  borders: 'Ranh giới tỉnh',
  none: 'Hiện nay',
  '1976': '1976–1991',
  '2004': '2004–2025',
  diagram:
    'Sơ đồ nghĩa trang. Phím mũi tên để đi từ mộ này sang mộ bên cạnh, Enter để chọn, + và − để phóng to, thu nhỏ.',
  named: 'đã biết tên',
  partly: 'biết một phần',
  unknown: 'chưa xác định được thông tin',
  empty: 'ô trống',
  symbolic: 'mộ tượng trưng',
  section: 'khu',
  row: 'hàng',
  number: 'số',
};

const en: typeof vi = {
  map: 'Map. Arrow keys move it, + and − zoom in and out.',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  close: 'Close',
  approximate: 'approximate location',
  within: (metres: string) => `may be off by up to ${metres}`,
  cluster: (count: number) => `${count} points close together; press to look nearer`,
  sameSpot: (count: number) => `${count} points in one spot; press for the list`,
  locate: 'My location',
  here: 'You are here',
  denied: 'Your device does not share its location with this page. Allow it and press again.',
  unavailable: 'Your device could not find its location. Go to an open place and press again.',
  borders: 'Province borders',
  none: 'Today',
  '1976': '1976–1991',
  '2004': '2004–2025',
  diagram: 'Plan of the cemetery. Arrow keys go from grave to grave, Enter chooses, + and − zoom in and out.',
  named: 'named',
  partly: 'partly known',
  unknown: 'not yet identified',
  empty: 'empty plot',
  symbolic: 'symbolic grave',
  section: 'section',
  row: 'row',
  number: 'number',
};

export type MapWords = typeof vi;

/** The words of the maps in the reader's language. */
export function mapWords(language: MapLanguage): MapWords {
  return language === 'en' ? en : vi;
}

/** A distance as people say it: "350 m", "2,5 km" (Vietnamese comma). */
export function sayDistance(metres: number, language: MapLanguage): string {
  const number = (value: number, digits: number): string =>
    value.toLocaleString(language === 'en' ? 'en-GB' : 'vi-VN', { maximumFractionDigits: digits });
  return metres < 1000 ? `${number(metres, 0)} m` : `${number(metres / 1000, metres < 10_000 ? 1 : 0)} km`;
}

/** A plot as it is read out: where it is, who lies there, what is known. */
export function sayPlot({ section, row, number, name, state }: Plot, language: MapLanguage): string {
  const words = mapWords(language);
  const place = [
    section && `${words.section} ${section}`,
    row && `${words.row} ${row}`,
    number && `${words.number} ${number}`,
  ].filter(Boolean);
  return [place.join(', '), name, words[state]].filter(Boolean).join(' · ');
}
