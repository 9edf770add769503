import { Readable } from 'node:stream';
import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import type {
  DocumentCollatorFactory,
  IndexableDocument,
} from '@backstage/plugin-search-common';
import {
  decisionPath,
  readableText,
  type DecisionSummary,
} from '@groundwork/plugin-adr-common';

/** The type of documents under which decisions are found. */
export const ADR_DOCUMENT_TYPE = 'adr';

/** A decision as the search knows it. */
export interface DecisionDocument extends IndexableDocument {
  status: string;
  date?: string;
  entityRef: string;
  owner?: string;
  system?: string;
  number?: number;
}

interface DocumentPage {
  items: Array<DecisionSummary & { text: string }>;
  next?: string;
}

/** Gives every decision to the search, with the entity that decides who may find it. */
export class DecisionCollatorFactory implements DocumentCollatorFactory {
  readonly type = ADR_DOCUMENT_TYPE;
  readonly visibilityPermission: DocumentCollatorFactory['visibilityPermission'] =
    catalogEntityReadPermission;
  readonly #auth: AuthService;
  readonly #discovery: DiscoveryService;

  static create(options: {
    auth: AuthService;
    discovery: DiscoveryService;
  }): DecisionCollatorFactory {
    return new DecisionCollatorFactory(options);
  }

  private constructor(options: {
    auth: AuthService;
    discovery: DiscoveryService;
  }) {
    this.#auth = options.auth;
    this.#discovery = options.discovery;
  }

  async getCollator(): Promise<Readable> {
    return Readable.from(this.#documents());
  }

  async *#documents(): AsyncGenerator<DecisionDocument> {
    let after: string | undefined;
    do {
      const page = await this.#read(after);
      yield* page.items.map(toDocument);
      after = page.next;
    } while (after);
  }

  async #read(after: string | undefined): Promise<DocumentPage> {
    const { token } = await this.#auth.getPluginRequestToken({
      onBehalfOf: await this.#auth.getOwnServiceCredentials(),
      targetPluginId: 'adr',
    });
    const query = after ? `?after=${encodeURIComponent(after)}` : '';
    const baseUrl = await this.#discovery.getBaseUrl('adr');
    const response = await fetch(`${baseUrl}/documents${query}`, {
      headers: { Authorization: `Bearer ${token}` },
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response.json();
  }
}

function toDocument(item: DocumentPage['items'][number]): DecisionDocument {
  return {
    title: item.title,
    text: readableText(item.text),
    // Letter case stays: paths that differ by it are different records.
    location: decisionPath(item),
    authorization: { resourceRef: item.entityRef },
    status: item.status,
    date: item.date,
    entityRef: item.entityRef,
    owner: item.ownerRef,
    system: item.systemRef,
    number: item.number,
  };
}
