import { expect } from 'chai';
import { readFile } from 'node:fs/promises';
import { declared, hidePassword, readSettings, SettingError } from '../../server/settings.ts';

describe('settings', () => {
  it('stand in the README, each with its purpose and default', async () => {
    const readme = await readFile('README.md', 'utf8');
    for (const [name, { purpose, shown }] of Object.entries(declared))
      expect(readme).to.contain(`| \`${name}\` | ${purpose} | ${shown} |`);
  });

  it('have defaults that make a working site', () => {
    expect(readSettings({})).to.include({ PORT: 3000, DEMO: true, RATE_LIMIT: 600, NODE_ENV: 'production' });
  });

  const wrong = {
    PORT: '70000',
    RATE_LIMIT: '0',
    DEMO: 'yes',
    PUBLIC_URL: 'tri-an.vn',
    TILE_URL: 'https://tiles/a.png',
    MONGODB_URI: 'localhost',
    LOG_LEVEL: 'loud',
  };
  for (const [name, value] of Object.entries(wrong))
    it(`refuse ${name}=${value} by name`, () => {
      expect(() => readSettings({ [name]: value })).to.throw(SettingError, name);
    });

  it('never show the password of an address', () => {
    expect(hidePassword('mongodb://an:s3cret@db/tri_an')).to.equal('mongodb://an:***@db/tri_an');
  });
});
