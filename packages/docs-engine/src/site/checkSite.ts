import type { Report } from '@groundwork/plugin-docs-report-common';
import { createReport } from '../report/createReport';
import { readSite } from './readSite';
import { LONELY_HOST } from './SiteHost';

/** Finds what is wrong in a documentation source, without writing anything. */
export async function checkSite(inputDir: string): Promise<Report> {
  return createReport(await readSite({ inputDir }, LONELY_HOST));
}
