import type { Server } from 'node:http';

/** Requests under way get this long to finish when the site stops. */
const graceMs = 10_000;

/** Ctrl-C while the site was still starting. */
export class Interrupted extends Error {}

/**
 * Ctrl-C and a service manager's stop. While starting, the next step gives up and what was opened is closed; once the
 * site answers, requests under way are finished first. A second signal does not wait.
 */
export class Stopping {
  private asked = false;
  private server: Server | undefined;
  private readonly closing: (() => Promise<void>)[] = [];

  constructor(private readonly say: (line: string) => void) {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void this.stop());
  }

  /** What must be closed when the site stops; the last opened is closed first. */
  opened(close: () => Promise<void>): void {
    this.closing.push(close);
  }

  /** Called between the steps of the start. @throws Interrupted when somebody asked to stop */
  check(): void {
    if (this.asked) throw new Interrupted();
  }

  /** From now on the site answers. */
  answering(server: Server): void {
    this.server = server;
  }

  async closeAll(): Promise<void> {
    for (const close of this.closing.splice(0).reverse()) await close();
  }

  private async stop(): Promise<void> {
    if (this.asked) process.exit(1);
    this.asked = true;
    this.say('Đang dừng…');
    if (!this.server) return;
    const { server } = this;
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeIdleConnections();
    const late = setTimeout(() => server.closeAllConnections(), graceMs);
    await closed;
    clearTimeout(late);
    await this.closeAll();
    process.exit(0);
  }
}
