import { escaped } from './html.ts';
import type { openapi } from './openapi.ts';

interface Operation {
  summary: string;
  parameters: {
    name: string;
    in: string;
    required: boolean;
    schema: { description?: string; type?: string; enum?: string[]; pattern?: string };
  }[];
  'x-roles': readonly string[];
}

/** The API document as a page that can be read without a script. */
export function docsPage(document: ReturnType<typeof openapi>): string {
  const calls = Object.entries(document.paths)
    .flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => callOf(method, path, operation as Operation)),
    )
    .join('\n');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Tri Ân · API</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/docs.css">
</head>
<body>
<main>
<h1>Tri Ân: HTTP API</h1>
<p lang="vi">JSON dưới <code>/api/v1</code>. Lỗi theo RFC 9457, bằng ngôn ngữ của người đọc (<code>Accept-Language</code>, mặc định tiếng Việt). Điểm và hình theo GeoJSON, WGS 84.</p>
<p>JSON under <code>/api/v1</code>. Problems follow RFC 9457 in the reader's language (<code>Accept-Language</code>, Vietnamese by default). Points and shapes are GeoJSON, WGS 84. Machine-readable: <a href="/api/v1/openapi.json">OpenAPI 3.1</a>.</p>
${calls}
</main>
</body>
</html>
`;
}

function callOf(method: string, path: string, { summary, parameters, 'x-roles': roles }: Operation): string {
  const rows = parameters.map(({ name, in: place, required, schema }) => {
    const kind = schema.enum ? schema.enum.join(' | ') : (schema.pattern ?? schema.type ?? '');
    return `<tr><th scope="row"><code>${escaped(name)}</code></th><td>${place}${required ? ', required' : ''}</td><td><code>${escaped(kind)}</code></td></tr>`;
  });
  const table =
    rows.length === 0
      ? ''
      : `<table><thead><tr><th>name</th><th>where</th><th>form</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
  return `<section><h2><code>${method.toUpperCase()} ${escaped(path)}</code></h2><p>${escaped(summary)}. <small>${roles.join(', ')}</small></p>${table}</section>`;
}
