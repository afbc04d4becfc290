import { MongoClient } from 'mongodb';
import mongoose from 'mongoose';
import { hidePassword, type Settings } from '../settings.ts';
import { migrate } from './migrate.ts';
import { startMongod } from './mongod.ts';
import { StartError } from './start-error.ts';

export interface Database {
  uri: string;
  /** Closes the connection and leaves the mongod. */
  close: () => Promise<void>;
}

const databaseName = 'tri_an';
/** Acknowledged means on disk of the majority: nothing that was answered "saved" is lost by a kill. */
const durable = { writeConcern: { w: 'majority', journal: true }, retryWrites: true } as const;

/**
 * Connects mongoose to the user's own server, or to the data folder's mongod, and brings the database up to date.
 * Commands and the server use the same door, so a command works beside a running server and without one.
 * @param say a line of progress for each step
 * @throws StartError with what to do
 */
export async function openDatabase(settings: Settings, say: (line: string) => void): Promise<Database> {
  if (settings.MONGODB_URI !== undefined) {
    say(`Dùng máy chủ MongoDB của bạn: ${hidePassword(settings.MONGODB_URI)}`);
    await checkServer(settings.MONGODB_URI);
    return connect(settings.MONGODB_URI, say, () => Promise.resolve());
  }
  const mongod = await startMongod(settings, say);
  return connect(mongod.uri, say, mongod.release).catch(async (error: unknown) => {
    await mongod.release();
    throw error;
  });
}

async function connect(
  uri: string,
  say: (line: string) => void,
  release: () => Promise<void>,
): Promise<Database> {
  mongoose.set('autoIndex', false);
  mongoose.set('autoCreate', false);
  const named =
    new URL(uri.replace(/^mongodb(\+srv)?:/, 'http:').replace(/(\/\/[^/]*),[^/]*/, '$1')).pathname.length > 1;
  try {
    await mongoose.connect(uri, {
      ...durable,
      ...(named ? {} : { dbName: databaseName }),
      serverSelectionTimeoutMS: 15_000,
    });
    await migrate(mongoose.connection, say);
  } catch (error) {
    await mongoose.disconnect();
    throw sayClearly(error);
  }
  return {
    uri,
    close: async () => {
      await mongoose.disconnect();
      await release();
    },
  };
}

/** Mongo's own faults that a person who starts the site can mend, in one sentence each. */
function sayClearly(error: unknown): unknown {
  const code = (error as { code?: number }).code;
  if (code === 14031)
    return new StartError('Ổ đĩa của cơ sở dữ liệu đã đầy. Hãy giải phóng chỗ rồi chạy lại.');
  if (code === 13 || code === 18)
    return new StartError(
      'Máy chủ MongoDB từ chối tài khoản trong MONGODB_URI. Hãy sửa tên, mật khẩu hoặc quyền.',
    );
  return error;
}

async function checkServer(uri: string): Promise<void> {
  let client: MongoClient;
  try {
    client = new MongoClient(uri, { serverSelectionTimeoutMS: 8000 });
  } catch (error) {
    throw new StartError(
      `MONGODB_URI không đúng dạng (${(error as Error).message}). Dạng đúng: mongodb://tên:mật-khẩu@máy:27017/tri_an?replicaSet=rs0.`,
    );
  }
  try {
    const hello = await client.db('admin').command({ hello: 1 });
    if (hello['setName'] === undefined && hello['msg'] !== 'isdbgrid')
      throw new StartError(
        'Máy chủ trong MONGODB_URI không phải replica set. Hãy bật --replSet (một thành viên là đủ), vì cần giao dịch và change stream.',
      );
    const build = await client.db('admin').command({ buildInfo: 1 });
    if (Number(String(build['version']).split('.')[0]) < 6)
      throw new StartError(`Máy chủ MongoDB là bản ${String(build['version'])}; cần bản 6.0 trở lên.`);
  } catch (error) {
    if (error instanceof StartError) throw error;
    const clear = sayClearly(error);
    if (clear instanceof StartError) throw clear;
    throw new StartError(
      `Không tới được máy chủ MongoDB ở ${hidePassword(uri)} (${(error as Error).message}). Hãy kiểm tra địa chỉ, mạng và máy chủ rồi chạy lại.`,
    );
  } finally {
    await client.close();
  }
}
