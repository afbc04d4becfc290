import type { Server } from 'node:http';
import type { Express } from 'express';
import { StartError } from './database/start-error.ts';
import type { Settings } from './settings.ts';

/** Opens the site's port. @throws StartError that says what to do when it cannot be had */
export function listen(app: Express, { PORT, HOST }: Settings): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = app.listen(PORT, HOST, (error?: Error) => {
      if (error === undefined) resolve(server);
      else
        reject(new StartError(sentence((error as NodeJS.ErrnoException).code ?? error.message, HOST, PORT)));
    });
  });
}

function sentence(code: string, host: string, port: number): string {
  if (code === 'EADDRINUSE')
    return `Cổng ${port} đang có chương trình khác dùng. Hãy tắt chương trình ấy, hoặc đặt PORT sang số khác.`;
  if (code === 'EACCES') return `Không được phép mở cổng ${port}. Hãy đặt PORT từ 1024 trở lên.`;
  return `Không mở được ${host}:${port} (${code}). Hãy sửa HOST hoặc PORT.`;
}
