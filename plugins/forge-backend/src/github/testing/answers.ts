/** What the fake answers a request with. */
export interface FakeAnswer {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
}

/** A refusal with GitHub's form of a message. */
export class FakeRefusal extends Error {
  readonly answer: FakeAnswer;

  constructor(
    status: number,
    message: string,
    options: { errors?: unknown[]; headers?: Record<string, string> } = {},
  ) {
    super(message);
    this.answer = {
      status,
      headers: options.headers,
      body: {
        message,
        ...(options.errors && { errors: options.errors }),
        documentation_url: 'https://docs.github.com/rest',
        status: String(status),
      },
    };
  }
}

/** What does not exist, and what the caller may not see. */
export function notFound(): FakeRefusal {
  return new FakeRefusal(404, 'Not Found');
}

/** GitHub takes no objects into a repository without commits. */
export function isEmptyRepository(): FakeRefusal {
  return new FakeRefusal(409, 'Git Repository is empty.');
}

/** A request that is well formed and cannot be carried out. */
export function invalid(...errors: unknown[]): FakeRefusal {
  return new FakeRefusal(422, 'Validation Failed', { errors });
}

/** A page of a list with the `Link` header of the documentation. */
export function paginate<T>(
  items: T[],
  url: URL,
  map: (item: T) => unknown = item => item,
): FakeAnswer {
  const size = Math.min(Number(url.searchParams.get('per_page') ?? 30), 100);
  const page = Number(url.searchParams.get('page') ?? 1);
  const last = Math.max(Math.ceil(items.length / size), 1);
  const link = (number: number, relation: string) => {
    const target = new URL(url);
    target.searchParams.set('page', String(number));
    return `<${target}>; rel="${relation}"`;
  };
  const links = [
    ...(page > 1 ? [link(page - 1, 'prev'), link(1, 'first')] : []),
    ...(page < last ? [link(page + 1, 'next'), link(last, 'last')] : []),
  ];
  return {
    status: 200,
    body: items.slice((page - 1) * size, page * size).map(map),
    headers: links.length > 0 ? { link: links.join(', ') } : {},
  };
}
