import { randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { problem } from '../http/problem.ts';

/** OWASP's least for argon2id (which the package takes by itself): 19 MiB, two passes. About 30 ms on an office PC. */
const strength = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** However a keyboard builds "ệ", the password is the same. */
const spelt = (password: string) => password.normalize('NFC');

export function hashPassword(password: string): Promise<string> {
  return hash(spelt(password), strength);
}

let nobody: Promise<string> | undefined;

/** Whether a password fits; without an account it takes the same time and does not. */
export async function passwordFits(known: string | undefined, password: string): Promise<boolean> {
  const fits = await verify(known ?? (await (nobody ??= hashPassword('nobody'))), spelt(password));
  return known !== undefined && fits;
}

/** @throws Problem 400 for one that is easily guessed */
export function mustBeStrong(password: string, accountName: string, path = 'newPassword'): void {
  const letters = password.toLowerCase();
  if (new Set(letters).size < 6 || letters.includes(accountName) || /^(\d+|(.{1,6})\2+)$/.test(letters))
    throw problem.field(path, 'password.simple');
}

/** Without letters and digits that are mistaken for one another when read out. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A password to hand over: 16 letters in groups, 79 bits. */
export function newTemporaryPassword(): string {
  return inGroups(Array.from({ length: 16 }, () => alphabet[randomInt(alphabet.length)]!).join(''));
}

export const inGroups = (letters: string) => letters.replace(/(.{4})(?=.)/g, '$1-');
