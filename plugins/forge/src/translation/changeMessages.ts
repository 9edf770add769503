/** The words about changes and their reviews. */
export const changeMessages = {
  changes: {
    states: { open: 'Open', merged: 'Merged', closed: 'Closed' },
    filter: 'State',
    number: '#{{number}}',
    open: 'Open a change',
    all: 'All changes',
    empty: {
      open: 'No open changes',
      merged: 'No merged changes',
      closed: 'No closed changes',
    },
    emptyRemedy:
      'A change is proposed with Edit on a file, or from a branch that you push. Others review it before it is merged.',
  },
  newChange: {
    title: 'Open a change',
    source: 'From branch',
    target: 'Into branch',
    same: 'Choose two different branches.',
    failed: 'Could not open the change',
    forbidden: 'You may not propose changes of this repository',
    forbiddenRemedy: 'Your role does not include it. Ask the owner.',
    noBranch: 'There is no branch but {{branch}}',
    noBranchRemedy:
      'Clone the repository, commit to a branch and push it. Then open a change from it here.',
  },
  change: {
    into: 'into',
    title: 'Title',
    description: 'Description',
    markdown: 'Markdown',
    noDescription: 'Its author gave no description.',
    editWords: 'Edit title and description',
    save: 'Save',
    saveFailed: 'Could not save the title and description',
    merged: 'merged it into {{branch}}',
    closed: 'closed it without merging',
    reload: 'Show it as it is now',
  },
  review: {
    title: 'Reviews',
    none: 'Nobody has reviewed it yet.',
    said: {
      approve: 'approved',
      'request-changes': 'asked for changes',
      comment: 'commented',
    },
    stale: 'of an older version',
    add: 'Review',
    comment: 'Comment',
    verdict: 'Verdict',
    verdicts: {
      approve: 'Approve',
      'request-changes': 'Ask for changes',
      comment: 'Only comment',
    },
    submit: 'Submit review',
    own: 'It is your own change: others approve it.',
    failed: 'Could not submit the review; your comment is kept',
    forbidden: 'Your role does not include reviewing changes.',
  },
  merge: {
    title: 'Merge',
    clean: 'It can be merged into {{branch}} without conflicts',
    conflicts: 'It conflicts with {{branch}}',
    conflictsRemedy:
      'Merge {{branch}} into the source branch, resolve these files, and push:',
    empty: '{{branch}} already contains everything that it would bring',
    missingSource: 'Its source branch is gone, so it can only be closed',
    unknown: 'Whether it can be merged is still being worked out',
    action: 'Merge',
    consequence:
      'Its commits become part of {{branch}}, and everything built from {{branch}} follows.',
    failed: 'Could not merge',
    forbidden: 'The owner of the repository decides when it is merged.',
  },
  close: {
    action: 'Close without merging',
    consequence:
      'It ends without being merged. Its branch stays, so it can be proposed again.',
    failed: 'Could not close',
  },
} as const;
