import { recordAudit } from '../../server/audit/record.ts';
import { Accounts, Sessions } from '../../server/accounts/model.ts';
import { hashPassword } from '../../server/accounts/password.ts';
import { inTransaction } from '../../server/database/transaction.ts';
import { atTheMachine } from '../../server/http/visit.ts';

/** Stands in the README; such accounts enter in production only while nothing but the demonstration is there. */
export const demoPassword = 'minh hoa tri an 2026';

/** One account for each role. */
export const demoAccounts = [
  { name: 'gia-dinh', fullName: 'Nguyễn Thị Thu (minh họa)', role: 'family', scope: { kind: 'none' } },
  {
    name: 'doi-quy-tap',
    fullName: 'Trần Văn Bình (minh họa)',
    role: 'searchTeam',
    scope: { kind: 'team', team: 'Đội quy tập K91' },
  },
  {
    name: 'can-bo-xa',
    fullName: 'Lê Thị Hoa (minh họa)',
    role: 'communeStaff',
    scope: { kind: 'place', placeId: 'c2026-31321' },
  },
  {
    name: 'can-bo-tinh',
    fullName: 'Phạm Văn Dũng (minh họa)',
    role: 'provinceStaff',
    scope: { kind: 'place', placeId: 'p2026-92' },
  },
  {
    name: 'phong-xet-nghiem',
    fullName: 'Võ Minh Anh (minh họa)',
    role: 'laboratory',
    scope: { kind: 'laboratory', laboratory: 'Trung tâm giám định ADN' },
  },
  { name: 'quan-tri', fullName: 'Đặng Quốc Huy (minh họa)', role: 'administrator', scope: { kind: 'none' } },
] as const;

/** Makes those that are not there yet. */
export async function makeDemoAccounts(): Promise<void> {
  for (const account of demoAccounts) {
    if (await Accounts.exists({ name: account.name })) continue;
    const passwordHash = await hashPassword(demoPassword);
    await inTransaction(async (session) => {
      await Accounts.create([{ ...account, passwordHash, demo: true }], { session });
      await recordAudit(session, atTheMachine('demo'), 'account.create', {
        thing: { kind: 'account', id: account.name },
        after: { ...account, demo: true },
      });
    });
  }
}

/** Takes them away with their sessions; what they did stays in the audit trail. */
export async function removeDemoAccounts(): Promise<void> {
  await inTransaction(async (session) => {
    const found = await Accounts.find({ demo: true }).session(session);
    for (const account of found) {
      await Sessions.deleteMany({ accountId: account._id }, { session });
      await Accounts.deleteOne({ _id: account._id }, { session });
      await recordAudit(session, atTheMachine('demo:remove'), 'account.remove', {
        thing: { kind: 'account', id: account.name },
      });
    }
  });
}
