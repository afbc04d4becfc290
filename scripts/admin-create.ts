import { AccountDraft } from '../server/accounts/contract.ts';
import { createAccount } from '../server/accounts/manage.ts';
import { StartError } from '../server/database/start-error.ts';
import { Problem, wordsOf } from '../server/http/problem.ts';
import { atTheMachine } from '../server/http/visit.ts';
import { command } from './command.ts';

const [name = '', ...fullName] = process.argv.slice(2);

/** `npm run admin:create -- NAME [FULL NAME]`: makes an administrator and prints a password for the first sign-in. */
await command(async (_settings, say) => {
  const draft = AccountDraft.safeParse({
    name,
    fullName: fullName.join(' ') || name,
    role: 'administrator',
    scope: { kind: 'none' },
  });
  if (!draft.success)
    throw new StartError(
      'Cách dùng: npm run admin:create -- TÊN (3 đến 40 chữ thường không dấu, số, dấu chấm, gạch)',
    );
  try {
    const { password, validUntil } = await createAccount(atTheMachine('admin:create'), draft.data);
    say(`Đã lập quản trị viên "${draft.data.name}".`);
    say(`Mật khẩu dùng một lần: ${password}`);
    say(
      `Dùng được tới ${new Date(validUntil).toLocaleString('vi', { timeZone: 'Asia/Ho_Chi_Minh' })}; lần đăng nhập đầu sẽ đặt mã xác nhận và mật khẩu mới.`,
    );
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { detail, errors } = wordsOf(error, 'vi', '');
    throw new StartError(errors?.[0]?.message ?? detail);
  }
});
