import type { Options } from '@grpc/proto-loader';

/** How messages look in code: as ts-proto types them. */
export const loaderOptions: Options = { longs: Number, enums: Number, defaults: true };
