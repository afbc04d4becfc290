import { expect } from 'chai';
import { codeOf, enrolUri, newSecret, stepAt, stepOf, toBase32 } from '../../server/accounts/totp.ts';

/** RFC 6238, appendix B, the rows for SHA-1: seconds and the eight digits. */
const vectors: [number, string][] = [
  [59, '94287082'],
  [1111111109, '07081804'],
  [1111111111, '14050471'],
  [1234567890, '89005924'],
  [2000000000, '69279037'],
  [20000000000, '65353130'],
];
const secret = toBase32(Buffer.from('12345678901234567890'));

describe('one-time codes', () => {
  for (const [seconds, digits] of vectors)
    it(`are those of RFC 6238 at ${seconds} s`, () => {
      expect(codeOf(secret, stepAt(seconds * 1000), 8)).to.equal(digits);
    });

  it('hold 30 seconds before and after, not a minute', () => {
    const now = 1_700_000_000_000;
    const code = codeOf(secret, stepAt(now));
    expect(
      [-60, -30, 0, 30, 60].map((s) => stepOf(secret, code, now + s * 1000) !== undefined),
    ).to.deep.equal([false, true, true, true, false]);
    expect(stepOf(secret, '', now)).to.equal(undefined);
    expect(stepOf(secret, `${code.slice(0, 3)} ${code.slice(3)}`, now)).to.equal(stepAt(now));
  });

  it('come from secrets of 160 bits that no two people share', () => {
    expect(newSecret()).to.match(/^[A-Z2-7]{32}$/);
    expect(newSecret()).to.not.equal(newSecret());
    expect(enrolUri(secret, 'an')).to.contain('secret=GEZDGNBVGY3TQOJQ');
  });
});
