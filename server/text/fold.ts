const marks = /[\u0300-\u036f]/g;
const crossedD = /[đðĐÐ]/g;

/**
 * Lower case without Vietnamese marks, "Đắk Lắk" → "dak lak", for comparing what people typed with what is stored.
 * Letters keep their number: a mark never adds or removes a letter, so positions in the NFC text stay valid.
 */
export function fold(text: string): string {
  return text.normalize('NFD').replace(marks, '').replace(crossedD, 'd').toLowerCase();
}
