import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const stepSeconds = 30;

/** RFC 4648 without padding. */
export function toBase32(bytes: Uint8Array): string {
  let [bits, value, text] = [0, 0, ''];
  for (const byte of bytes) {
    value = (value << 8) | byte;
    for (bits += 8; bits >= 5; bits -= 5) text += base32[(value >>> (bits - 5)) & 31]!;
    value &= 255;
  }
  return bits > 0 ? text + base32[(value << (5 - bits)) & 31]! : text;
}

function fromBase32(text: string): Buffer {
  let [bits, value] = [0, 0];
  const bytes: number[] = [];
  for (const letter of text) {
    value = ((value << 5) | base32.indexOf(letter)) & 4095;
    bits += 5;
    if (bits >= 8) bytes.push((value >>> (bits -= 8)) & 255);
  }
  return Buffer.from(bytes);
}

export const newSecret = () => toBase32(randomBytes(20));

/** Number of the 30 seconds that a moment lies in. */
export const stepAt = (ms: number) => Math.floor(ms / 1000 / stepSeconds);

/** The code of one time step (RFC 6238 with SHA-1, as every app does it). */
export function codeOf(secret: string, step: number, digits = 6): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', fromBase32(secret)).update(counter).digest();
  const number = mac.readUInt32BE(mac.at(-1)! & 15) & 0x7fffffff;
  return String(number % 10 ** digits).padStart(digits, '0');
}

/** The step whose code was typed: now, or one before or after, for a clock that goes wrong. */
export function stepOf(secret: string, code: string, ms: number): number | undefined {
  const typed = Buffer.from(code.replace(/\s/g, ''));
  const now = stepAt(ms);
  return [now, now - 1, now + 1].find((step) => {
    const right = Buffer.from(codeOf(secret, step));
    return typed.length === right.length && timingSafeEqual(typed, right);
  });
}

/** What an authenticator app reads from the QR code. */
export function enrolUri(secret: string, accountName: string): string {
  const issuer = encodeURIComponent('Tri Ân');
  return `otpauth://totp/${issuer}:${encodeURIComponent(accountName)}?secret=${secret}&issuer=${issuer}`;
}
