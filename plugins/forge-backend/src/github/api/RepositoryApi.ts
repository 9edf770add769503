import {
  formatRepositoryName,
  type RepositoryName,
} from '@groundwork/plugin-forge-common';
import type { GithubClient } from './GithubClient';
import { RestApi } from './RestApi';

/** The REST API of one repository. */
export class RepositoryApi extends RestApi {
  readonly name: RepositoryName;
  /** `acme/orders on github.com`, for messages. */
  readonly label: string;

  static for(client: GithubClient, name: RepositoryName): RepositoryApi {
    return new RepositoryApi(client, name);
  }

  private constructor(client: GithubClient, name: RepositoryName) {
    super(client, {
      organization: name.namespace,
      base: `/repos/${encodeURIComponent(name.namespace)}/${encodeURIComponent(
        name.name,
      )}`,
    });
    this.name = name;
    this.label = `${formatRepositoryName(name)} on ${client.host}`;
  }
}
