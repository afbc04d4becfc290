import type { Request } from 'express';

export type Language = 'vi' | 'en';

/** The reader's language for the API: Vietnamese unless English is asked for before it. */
export function languageOf(request: Request): Language {
  return request.acceptsLanguages('vi', 'en') === 'en' ? 'en' : 'vi';
}
