import type { z } from 'zod';
import type { FakeAnswer } from './answers';
import type { FakeCaller } from './FakeAccounts';
import type { FakeRepository } from './FakeRepository';
import type { FakeWorld } from './FakeWorld';

/** A request that has passed every check of its form. */
export interface FakeCall<B = unknown> {
  world: FakeWorld;
  caller: FakeCaller;
  url: URL;
  /** What stood in the place of each `{name}` of the path; `{name+}` has slashes. */
  params: Record<string, string>;
  body: B;
}

/** One operation of the REST API. */
export interface FakeRoute {
  method: string;
  /** Such as `/repos/{owner}/{repo}/git/ref/{ref+}`. */
  path: string;
  /** The parameters that the documentation names. */
  query: readonly string[];
  body?: z.ZodType;
  handle(call: FakeCall): Promise<FakeAnswer> | FakeAnswer;
}

/** Describes an operation; a body is checked and typed. */
export function route<T extends z.ZodType>(
  operation: string,
  options: {
    query?: readonly string[];
    body?: T;
    handle: (call: FakeCall<z.infer<T>>) => Promise<FakeAnswer> | FakeAnswer;
  },
): FakeRoute {
  const [method, path] = operation.split(' ');
  return { method, path, query: [], ...options } as FakeRoute;
}

/** Describes an operation on a repository that the caller may see. */
export function repositoryRoute<T extends z.ZodType>(
  operation: string,
  options: {
    query?: readonly string[];
    body?: T;
    handle: (
      repository: FakeRepository,
      call: FakeCall<z.infer<T>>,
    ) => Promise<FakeAnswer> | FakeAnswer;
  },
): FakeRoute {
  const [method, path] = operation.split(' ');
  return route(`${method} /repos/{owner}/{repo}${path ?? ''}`, {
    ...options,
    handle: call => options.handle(call.world.findRepository(call), call),
  });
}

/** What a route's path matches, or undefined. */
export function matchPath(
  pattern: string,
  pathname: string,
): Record<string, string> | undefined {
  const names: string[] = [];
  const source = pattern.replace(
    /\{(\w+)(\+?)\}/g,
    (_match, name: string, rest: string) => {
      names.push(name);
      return rest ? '(.+)' : '([^/]+)';
    },
  );
  const match = new RegExp(`^${source}$`).exec(pathname);
  return (
    match?.slice(1) &&
    Object.fromEntries(
      match
        .slice(1)
        .map((part, index) => [names[index], decodeURIComponent(part)]),
    )
  );
}
