import { z } from 'zod';
import { FakeRefusal, notFound, paginate } from './answers';
import {
  repositoryRoute,
  route,
  type FakeCall,
  type FakeRoute,
} from './FakeRoute';

/** The fields that the documentation names for a new repository; the portal needs few of them. */
const NewRepository = z.strictObject({
  name: z.string().min(1),
  description: z.string().optional(),
  homepage: z.string().optional(),
  private: z.boolean().optional(),
  visibility: z.enum(['public', 'private']).optional(),
  has_issues: z.boolean().optional(),
  has_projects: z.boolean().optional(),
  has_wiki: z.boolean().optional(),
  auto_init: z.boolean().optional(),
});

const RepositoryUpdate = z.strictObject({
  name: z.string().optional(),
  description: z.string().optional(),
  homepage: z.string().optional(),
  private: z.boolean().optional(),
  default_branch: z.string().optional(),
  archived: z.boolean().optional(),
});

const LIST_QUERY = ['type', 'sort', 'direction', 'per_page', 'page'];

/** Repositories and the lists of them. */
export const repositoryRoutes: readonly FakeRoute[] = [
  route('GET /orgs/{org}/repos', {
    query: LIST_QUERY,
    handle: call => {
      const owner = requireOrganization(call);
      const sort = call.url.searchParams.get('sort') ?? 'created';
      const items = call.world.repositories.filter(
        repository => repository.owner === owner,
      );
      items.sort((a, b) =>
        sort === 'pushed'
          ? (b.pushedAt ?? '').localeCompare(a.pushedAt ?? '')
          : a.fullName.localeCompare(b.fullName),
      );
      return paginate(items, call.url, item => call.world.present(item));
    },
  }),
  route('POST /orgs/{org}/repos', {
    body: NewRepository,
    handle: async call => {
      const owner = requireOrganization(call);
      const { name, description } = call.body;
      checkDescription(description);
      if (call.world.find(owner, name)) {
        throw new FakeRefusal(422, 'Repository creation failed.', {
          errors: [
            {
              resource: 'Repository',
              code: 'custom',
              field: 'name',
              message: 'name already exists on this account',
            },
          ],
        });
      }
      const repository = await call.world.addRepository(owner, name);
      repository.description = description ?? null;
      repository.isPrivate = call.body.private ?? false;
      return { status: 201, body: call.world.present(repository) };
    },
  }),
  repositoryRoute('GET ', {
    handle: (repository, { world }) => ({
      status: 200,
      body: world.present(repository),
    }),
  }),
  repositoryRoute('PATCH ', {
    body: RepositoryUpdate,
    handle: (repository, { world, body }) => {
      checkDescription(body.description);
      repository.description = body.description ?? repository.description;
      return { status: 200, body: world.present(repository) };
    },
  }),
  repositoryRoute('DELETE ', {
    handle: (repository, { world }) => {
      world.repositories.splice(world.repositories.indexOf(repository), 1);
      return { status: 204 };
    },
  }),
];

function requireOrganization({ caller, params, world }: FakeCall): string {
  const owner = world.organizations.find(
    organization => organization.toLowerCase() === params.org.toLowerCase(),
  );
  if (!owner || !caller.organizations.includes(owner)) {
    throw notFound();
  }
  return owner;
}

function checkDescription(description: string | undefined): void {
  if (description && /\p{Cc}/u.test(description)) {
    throw new FakeRefusal(422, 'Repository creation failed.', {
      errors: [{ message: 'description control characters are not allowed' }],
    });
  }
  if (description && description.length > 350) {
    throw new FakeRefusal(422, 'Repository creation failed.', {
      errors: [{ message: 'description cannot be more than 350 characters' }],
    });
  }
}
