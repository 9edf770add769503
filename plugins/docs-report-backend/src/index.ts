export { docsReportPlugin as default } from './plugin';
