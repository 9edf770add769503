import type { Response } from 'express';
import type { Readable } from 'node:stream';

/** `git http-backend` writes a handful of short headers. */
const MAX_HEAD_BYTES = 16_384;

/** Streams the answer of a CGI program: its head becomes status and headers, the rest the body. */
export function pipeCgiResponse(
  source: Readable,
  response: Response,
): Promise<void> {
  return new Promise((resolve, reject) => {
    let head = Buffer.alloc(0);
    const onEnd = () => reject(new Error('The CGI answer has no head'));
    const onData = (chunk: Buffer) => {
      head = Buffer.concat([head, chunk]);
      const end = findHeadEnd(head);
      if (!end) {
        if (head.length > MAX_HEAD_BYTES) {
          source.destroy();
          reject(new Error('The head of the CGI answer is too large'));
        }
        return;
      }
      source.off('data', onData);
      source.off('end', onEnd);
      source.pause();
      writeHead(head.subarray(0, end.at).toString('latin1'), response);
      const rest = head.subarray(end.at + end.length);
      if (rest.length > 0) {
        response.write(rest);
      }
      source.pipe(response);
      resolve();
    };
    source.on('data', onData);
    source.on('end', onEnd);
    source.on('error', reject);
  });
}

function findHeadEnd(head: Buffer): { at: number; length: number } | undefined {
  const windows = head.indexOf('\r\n\r\n');
  if (windows >= 0) {
    return { at: windows, length: 4 };
  }
  const unix = head.indexOf('\n\n');
  return unix >= 0 ? { at: unix, length: 2 } : undefined;
}

function writeHead(text: string, response: Response): void {
  response.status(200);
  for (const line of text.split(/\r?\n/)) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).trim();
    const value = line.slice(colon + 1).trim();
    if (name.toLowerCase() === 'status') {
      response.status(Number.parseInt(value, 10));
    } else if (colon > 0) {
      response.setHeader(name, value);
    }
  }
}
