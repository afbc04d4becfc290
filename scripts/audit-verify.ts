import { verifyAudit, type Fault } from '../server/audit/verify.ts';
import { command } from './command.ts';

const words: Record<Fault['kind'], string> = {
  changed: 'bị sửa hoặc thay',
  gap: 'bị lấy ra từ chỗ này',
  cut: 'bị cắt mất từ chỗ này',
  added: 'bị thêm vào',
  checkpoint: 'mốc kiểm bị sửa hoặc lấy ra',
};

/** `npm run audit:verify`: walks every chain of the audit trail; ends with 1 when anything was changed or taken out. */
await command(async ({ DATA_DIR }, say) => {
  const { events, checkpoints, faults } = await verifyAudit(DATA_DIR);
  for (const { kind, where } of faults.slice(0, 100)) say(`✗ ${where}: ${words[kind]}`);
  say(
    faults.length === 0
      ? `Nhật ký nguyên vẹn: ${events} sự kiện, ${checkpoints} mốc kiểm.`
      : `Nhật ký KHÔNG nguyên vẹn: ${faults.length} chỗ sai trong ${events} sự kiện, ${checkpoints} mốc kiểm.`,
  );
  if (faults.length > 0) process.exitCode = 1;
});
