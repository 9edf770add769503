import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// Pages load their parts when they are opened, which takes longer than a second on a busy machine.
configure({ asyncUtilTimeout: 10_000 });
jest.setTimeout(30_000);
