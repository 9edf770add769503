import * as monorepo from 'semantic-release-monorepo';

// Versions follow from the conventional subjects of commits.
const preset = 'conventionalcommits';

export default {
  // Looks at the commits of one directory alone, and puts the name of the service into its tags.
  ...monorepo,
  branches: ['main'],
  plugins: [
    ['@semantic-release/commit-analyzer', { preset }],
    ['@semantic-release/release-notes-generator', { preset }],
    ['@semantic-release/changelog', { changelogFile: 'CHANGELOG.md' }],
    [
      '@semantic-release/git',
      {
        assets: ['CHANGELOG.md'],
        message: 'chore(release): ${nextRelease.gitTag} [skip ci]\n\n${nextRelease.notes}',
      },
    ],
    ...(process.env.GITHUB_ACTIONS === 'true' ? ['@semantic-release/github'] : []),
  ],
};
