import qrcode from 'qrcode-generator';
import type { Qr } from './contract.ts';

/** Quiet zone around a QR code, in modules (ISO/IEC 18004 asks for 4). */
const quiet = 4;

/** The QR code of an address as one SVG path; correction level M stands a worn print. */
export function qrOf(url: string): Qr {
  const code = qrcode(0, 'M');
  code.addData(url, 'Byte');
  code.make();
  const modules = code.getModuleCount();
  let path = '';
  for (let row = 0; row < modules; row += 1) {
    for (let column = 0; column < modules; column += 1) {
      if (!code.isDark(row, column)) continue;
      let run = 1;
      while (column + run < modules && code.isDark(row, column + run)) run += 1;
      path += `M${column + quiet} ${row + quiet}h${run}v1h-${run}z`;
      column += run - 1;
    }
  }
  return { path, size: modules + 2 * quiet, url };
}
